import 'server-only';
import type pg from 'pg';

/**
 * An archive has no accounts, and the database wants one for who submitted and one for who approved each revision. These stand
 * in their place: nobody can sign in as them, and they hold nothing but the names of those who agreed to be named, one
 * account a name, so that each can still be taken back.
 *
 * Expects the temporary table `named` (revision_id, submitted_by_name, approved_by_name) to be filled.
 */
export async function makePlaceholders(client: pg.ClientBase): Promise<void> {
  await client.query(`
    create temporary table placeholder on commit drop as
    select gen_random_uuid() as id, part, name, row_number() over (order by part, name nulls first) as position
    from (
      values ('submitted', null::text), ('approved', null)
      union select 'submitted', submitted_by_name from named where submitted_by_name is not null
      union select 'approved', approved_by_name from named where approved_by_name is not null
    ) as wanted (part, name)`);
  await client.query(`
    insert into app_user (id, email, name, role, may_sign_in, disabled_at, is_named_in_public)
    select p.id, 'loaded-' || to_char(now(), 'YYYYMMDDHH24MISS') || '-' || p.position || '@archive.invalid',
      coalesce(p.name, case p.part when 'submitted' then 'Whoever submitted it' else 'Whoever approved it' end || ', before the record was loaded'),
      (case p.part when 'submitted' then 'editor' else 'reviewer' end)::"Role", false, now(), p.name is not null
    from placeholder p`);
}

/** The account that stands for who did this part of a revision. */
export const placeholderId = (part: 'submitted' | 'approved', name: string): string =>
  `(select p.id from placeholder p where p.part = '${part}' and p.name is not distinct from ${name})`;
