import 'server-only';
import { Prisma } from '@/prisma/generated/client/client';
import { raw, writtenDate } from './cells';
import type { Face } from './face';

/** What a record says now, withdrawn or not: who states a figure stays named, as on the pages. */
const latest = (kind: string, alias: string) => Prisma.raw(`latest_${kind} ${alias}`);

/**
 * The words that cells borrow from other records, each a small table made once per file. Texts are disarmed here, once
 * each, and not in every row that borrows them.
 */
const lookupsFor = ({ text }: Face): Readonly<Record<string, Prisma.Sql>> => ({
  code_words: Prisma.sql`
    select c.list::text as list, c.code, ${text(raw(`code_label_in(c.list::text, c.code, 'en')`))} as label, ${text(raw('c.unit'))} as unit
    from ${latest('code', 'c')}`,
  place_words: Prisma.sql`select p.slug, ${text(raw(`place_name_in(p.slug, 'en')`))} as name from place p`,
  organisation_words: Prisma.sql`select o.slug, ${text(raw('o.name'))} as name from ${latest('organisation', 'o')}`,
  programme_words: Prisma.sql`select p.slug, ${text(raw('p.title'))} as name from ${latest('programme', 'p')}`,
  project_words: Prisma.sql`select p.slug, ${text(raw('p.title'))} as name from ${latest('project', 'p')}`,
  landmark_words: Prisma.sql`select l.slug, ${text(raw('l.title'))} as name from ${latest('landmark', 'l')}`,
  source_words: Prisma.sql`
    select s.slug, ${text(raw('s.publisher'))} as publisher, ${text(raw('s.title'))} as title, ${text(raw('s.url'))} as url,
      ${writtenDate('s.published_on')} as published_on
    from ${latest('source', 's')}`,
  // What lies where is worked out once for all places: asked for each row, it would be worked out anew for each.
  place_counts: Prisma.sql`
    select place.slug, coalesce(projects.count, 0) as projects, coalesce(counts.count, 0) as resettlement_records
    from current_place place
    left join (
      select a.ancestor_slug as slug, count(distinct p.slug) as count
      from current_project p
      join project_place pp on pp.version_id = p.id
      join current_place_ancestry a on a.slug = pp.place_slug
      group by 1) projects on projects.slug = place.slug
    left join (
      select a.ancestor_slug as slug, count(*) as count
      from current_resettlement r join current_place_ancestry a on a.slug = r.place_slug
      group by 1) counts on counts.slug = place.slug`,
});

/** `with` and the lookups that a query names. A page of a few rows looks up its own words alone. */
export function withLookups(named: ReadonlySet<string>, face: Face, isPage = false): Prisma.Sql {
  const lookups = lookupsFor(face);
  const parts = [...named].map((name) => {
    const query = lookups[name];
    if (!query) throw new Error(`There is no lookup ${name}`);
    const kept = isPage && name !== 'place_counts' ? raw('not materialized') : raw('materialized');
    return Prisma.sql`${raw(name)} as ${kept} (${query})`;
  });
  return parts.length > 0 ? Prisma.sql`with ${Prisma.join(parts, ', ')} ` : Prisma.empty;
}
