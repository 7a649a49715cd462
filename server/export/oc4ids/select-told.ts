import 'server-only';
import type { IsoDate } from '@/domain/calendar';
import type { ProjectFilter } from '@/domain/filter';
import type { ClaimKind } from '@/domain/vocabulary';
import { Prisma } from '@/prisma/generated/client/client';
import { env } from '../../env';
import { rivalsSql } from '../../published/claims-sql';
import { namesSql, spanSql } from '../../published/data-statement';
import { numberedProjectsSql } from '../../published/project-list-sql';
import type { PublicRecord } from '../../published/record-at';
import { instantText, raw } from '../cells';

export type ToldProjects =
  | { readonly kind: 'filtered'; readonly filter: ProjectFilter }
  | { readonly kind: 'one'; readonly slug: string };

/**
 * All that the record tells of each project, as one JSON value in a row of its own, in the order of the page. The rows are
 * chosen and ordered in a query of their own, so that each project is described when it is read and not before: PostgreSQL
 * holds identifiers in order, never all that they stand for.
 */
export function selectTold(record: PublicRecord, asked: ToldProjects, language: string): Prisma.Sql {
  const rows =
    asked.kind === 'one'
      ? Prisma.sql`select * from current_project where slug = ${asked.slug}`
      : Prisma.sql`select * from (${numberedProjectsSql(asked.filter, record.day, language)}) numbered order by row_number`;
  return Prisma.sql`select ${toldSql(language, record.past.until)} as told from (${rows}) v`;
}

/** Pairs of a name and what it holds; PostgreSQL takes at most fifty of them at once. */
const objectOf = (fields: Readonly<Record<string, Prisma.Sql>>): Prisma.Sql =>
  Prisma.sql`jsonb_build_object(${Prisma.join(
    Object.entries(fields).map(([name, value]) => Prisma.sql`${name}::text, ${value}`),
    ', ',
  )})`;

const listOf = (item: Prisma.Sql, order: Prisma.Sql, rest: Prisma.Sql): Prisma.Sql =>
  Prisma.sql`coalesce((select jsonb_agg(${item} order by ${order}) from ${rest}), '[]'::jsonb)`;

const toldSql = (language: string, until: IsoDate | null): Prisma.Sql =>
  objectOf({
    slug: raw('v.slug'),
    version: raw('v.version'),
    publishedAt: instantText(raw('v.published_at')),
    title: raw('v.title'),
    titleIsOfficialName: raw('coalesce(v.title_is_official_name, false)'),
    description: raw('v.description'),
    sector: raw('v.sector'),
    subsector: codeSql('subsector', 'v.subsector', language),
    programme: namedSql('programme', 'title', 'v.programme_slug'),
    landmark: namedSql('landmark', 'title', 'v.landmark_slug'),
    whole: Prisma.sql`(select ${objectOf({ slug: raw('w.slug'), name: raw('w.title') })} from current_project w where w.slug = v.part_of_slug)`,
    partWeight: raw('v.part_weight'),
    parts: listOf(
      objectOf({ slug: raw('p.slug'), name: raw('p.title') }),
      raw('p.slug collate "C"'),
      raw('current_project p where p.part_of_slug = v.slug'),
    ),
    places: placesSql(language),
    geometry: raw('v.geometry'),
    parties: listOf(
      Prisma.sql`${namedSql('organisation', 'name', 'l.organisation_slug')} || ${objectOf({ role: codeSql('role', 'l.role', language) })}`,
      raw('l.position'),
      raw('project_party l where l.version_id = v.id'),
    ),
    measures: listOf(
      Prisma.sql`${measureSql('l', language)} || ${objectOf({ planned: raw('l.planned_quantity') })}`,
      raw('l.position'),
      raw('project_measure l where l.version_id = v.id'),
    ),
    status: raw('v.status'),
    statusAsStated: raw('v.status_as_stated'),
    statusOn: spanSql('v.status_on'),
    isOnHold: raw('coalesce(v.is_on_hold, false)'),
    onHoldReason: raw('v.on_hold_reason'),
    inUseNote: raw('v.in_use_note'),
    baselineStartOn: spanSql('v.baseline_start_on'),
    baselineEndOn: spanSql('v.baseline_end_on'),
    baselineReason: raw('v.baseline_reason'),
    forecastEndOn: spanSql('v.forecast_end_on'),
    actualStartOn: spanSql('v.actual_start_on'),
    actualEndOn: spanSql('v.actual_end_on'),
    confidence: raw('v.confidence'),
    tier: raw('v.tier'),
    statement: statementSql('v'),
    furtherSources: listOf(
      raw('source.told'),
      raw('l.position'),
      Prisma.sql`project_further_source l, lateral (select ${sourceSql('l.source_slug')} as told) source
        where l.version_id = v.id and source.told is not null`,
    ),
    reports: reportsSql(language),
    money: moneySql(language),
    contracts: contractsSql(until),
    milestones: milestonesSql,
    evidence: evidenceSql(until),
    disagreements: disagreementsSql,
  });

/** Who or what is named, withdrawn or not: what a version says it still says. */
const namedSql = (kind: 'organisation' | 'programme' | 'landmark', title: string, slug: string): Prisma.Sql =>
  Prisma.sql`case when ${raw(slug)} is not null then ${objectOf({
    slug: raw(slug),
    name: raw(`coalesce((select n.${title} from latest_${kind} n where n.slug = ${slug}), ${slug})`),
  })} end`;

const placeNamedSql = (slug: string, language: string): Prisma.Sql =>
  Prisma.sql`case when ${raw(slug)} is not null then ${objectOf({
    slug: raw(slug),
    name: Prisma.sql`coalesce(place_name_in(${raw(slug)}, ${language}), ${raw(slug)})`,
  })} end`;

const codeSql = (list: string, code: string, language: string): Prisma.Sql =>
  objectOf({
    code: raw(code),
    label: Prisma.sql`coalesce(code_label_in(${list}, ${raw(code)}, ${language}), ${raw(code)})`,
    standard: Prisma.sql`(select c.standard_code from current_code c where c.list::text = ${list} and c.code = ${raw(code)})`,
  });

const measureSql = (row: string, language: string): Prisma.Sql =>
  Prisma.sql`(
    select ${objectOf({
      measure: raw(`${row}.measure`),
      label: Prisma.sql`coalesce(code_label_in('measure', ${raw(`${row}.measure`)}, ${language}), ${raw(`${row}.measure`)})`,
      meaning: raw('c.meaning'),
      unit: raw('c.unit'),
      unitAsStated: raw(`${row}.unit_as_stated`),
      qualifier: raw(`${row}.qualifier`),
    })}
    from (select 1) one left join current_code c on c.list = 'measure' and c.code = ${raw(`${row}.measure`)})`;

const sourceSql = (slug: string): Prisma.Sql => Prisma.sql`(
  select ${objectOf({
    slug: raw('s.slug'),
    title: raw('s.title'),
    publisher: raw('s.publisher'),
    url: raw('s.url'),
    publishedOn: spanSql('s.published_on'),
    language: raw('s.language'),
    isRecalled: raw("s.title_basis = 'recalled'"),
  })}
  from latest_source s where s.slug = ${raw(slug)})`;

const statementSql = (row: string): Prisma.Sql =>
  objectOf({
    statedBy: namedSql('organisation', 'name', `${row}.stated_by_slug`),
    reportedBy: raw(`${row}.reported_by`),
    obtained: raw(`${row}.obtained`),
    verification: raw(`${row}.verification`),
    verifiedBy: namedSql('organisation', 'name', `${row}.verified_by_slug`),
    note: raw(`${row}.note`),
    source: sourceSql(`${row}.source_slug`),
  });

/** What names a record among rival claims, asked of a row under another name than `v`. */
const rivalsOf = (kind: ClaimKind, row: string): Prisma.Sql =>
  Prisma.sql`(select ${rivalsSql(kind)} from (select ${raw(`${row}.slug`)} as slug) v)`;

const placesSql = (language: string): Prisma.Sql => Prisma.sql`coalesce((
  select jsonb_agg(${placeNamedSql('l.place_slug', language)} || ${objectOf({
    type: raw('place.type'),
    within: placeNamedSql('place.parent_slug', language),
    latitude: raw('place.latitude'),
    longitude: raw('place.longitude'),
    pointPrecisionKm: raw('place.point_precision_km'),
    names: Prisma.sql`(select ${namesSql('place_name')} from (select place.id) v)`,
  })} order by l.position)
  from project_place l left join current_place place on place.slug = l.place_slug
  where l.version_id = v.id), '[]'::jsonb)`;

const reportsSql = (language: string): Prisma.Sql =>
  listOf(
    objectOf({
      slug: raw('r.slug'),
      publishedAt: instantText(raw('r.published_at')),
      kind: raw('r.kind'),
      referenceOn: spanSql('r.reference_on'),
      percent: raw('r.physical_progress_percent'),
      quantities: listOf(
        Prisma.sql`${measureSql('q', language)} || ${objectOf({ quantity: raw('q.quantity'), basis: raw('q.basis') })}`,
        raw('q.position'),
        raw('progress_report_quantity q where q.version_id = r.id'),
      ),
      spentMinorUnits: raw('r.spent_minor_units::text'),
      currency: raw('r.currency'),
      status: raw('r.status'),
      promisedEndOn: spanSql('r.promised_end_on'),
      narrative: raw('r.narrative'),
      rivals: rivalsOf('progress_report', 'r'),
      statement: statementSql('r'),
    }),
    raw('r.reference_on_last desc nulls last, r.slug collate "C"'),
    raw('current_progress_report r where r.project_slug = v.slug'),
  );

const moneySql = (language: string): Prisma.Sql =>
  listOf(
    objectOf({
      slug: raw('b.slug'),
      publishedAt: instantText(raw('b.published_at')),
      kind: raw('b.kind'),
      kindAsStated: raw('b.kind_as_stated'),
      accumulation: raw('b.accumulation'),
      minorUnits: raw('b.amount_minor_units::text'),
      currency: raw('b.currency'),
      qualifier: raw('b.qualifier'),
      period: spanSql('b.period'),
      place: placeNamedSql('b.place_slug', language),
      rivals: rivalsOf('budget_line', 'b'),
      statement: statementSql('b'),
    }),
    raw('b.period_last, b.slug collate "C"'),
    raw('current_budget_line b where b.project_slug = v.slug'),
  );

const contractsSql = (until: IsoDate | null): Prisma.Sql =>
  listOf(
    objectOf({
      slug: raw('k.slug'),
      publishedAt: instantText(raw('k.published_at')),
      title: raw('k.title'),
      supplier: namedSql('organisation', 'name', 'k.supplier_slug'),
      buyer: namedSql('organisation', 'name', 'k.buyer_slug'),
      procurementMethod: raw('k.procurement_method'),
      minorUnits: raw('k.value_minor_units::text'),
      currency: raw('k.currency'),
      signedOn: spanSql('k.signed_on'),
      startsOn: spanSql('k.starts_on'),
      endsOn: spanSql('k.ends_on'),
      amendments: listOf(
        objectOf({
          amendedOn: spanSql('a.amended_on'),
          reason: raw('a.reason'),
          newValueMinorUnits: raw('a.new_value_minor_units::text'),
          newEndsOn: spanSql('a.new_ends_on'),
        }),
        raw('a.position'),
        raw('contract_amendment a where a.version_id = k.id'),
      ),
      changes: contractChangesSql(until),
      statement: statementSql('k'),
    }),
    raw('k.signed_on_last, k.slug collate "C"'),
    raw('current_contract k where k.project_slug = v.slug'),
  );

/** Each published version of contract `k` that says other terms than the one before, in order. Dates are text here, as change sets write them. */
const contractChangesSql = (until: IsoDate | null): Prisma.Sql => {
  const term = (side: string, field: string) => raw(`c.${side}->>'${field}'`);
  const differs = ['valueMinorUnits', 'currency', 'startsOn', 'endsOn'].map(
    (field) => Prisma.sql`${term('before', field)} is distinct from ${term('after', field)}`,
  );
  return listOf(
    objectOf({
      version: raw('c.version'),
      publishedAt: instantText(raw('c.published_at')),
      reasonKind: raw('c.reason_kind'),
      reason: raw('c.reason'),
      oldMinorUnits: term('before', 'valueMinorUnits'),
      newMinorUnits: term('after', 'valueMinorUnits'),
      oldCurrency: term('before', 'currency'),
      newCurrency: term('after', 'currency'),
      oldStartsOn: term('before', 'startsOn'),
      newStartsOn: term('after', 'startsOn'),
      oldEndsOn: term('before', 'endsOn'),
      newEndsOn: term('after', 'endsOn'),
      isToldByAmendments: raw("c.before->'amendments' is distinct from c.after->'amendments'"),
    }),
    raw('c.version'),
    Prisma.sql`public_revision c
      where c.kind = 'contract' and c.slug = k.slug and c.action = 'change' and (${Prisma.join(differs, ' or ')})
        and (${until}::date is null or c.published_at < ((${until}::date + 1)::timestamp at time zone ${env.CORNERSTONE_TIME_ZONE}))`,
  );
};

const milestonesSql: Prisma.Sql = listOf(
  objectOf({
    slug: raw('m.slug'),
    publishedAt: instantText(raw('m.published_at')),
    title: raw('m.title'),
    type: raw('m.type'),
    plannedOn: spanSql('m.planned_on'),
    forecastOn: spanSql('m.forecast_on'),
    actualOn: spanSql('m.actual_on'),
    statement: statementSql('m'),
  }),
  raw('coalesce(m.actual_on_last, m.forecast_on_last, m.planned_on_last), m.slug collate "C"'),
  raw('current_milestone m where m.project_slug = v.slug'),
);

/** As on the page of the project: evidence that names it, and evidence of its sources that names nothing else. */
const evidenceSql = (until: IsoDate | null): Prisma.Sql => Prisma.sql`coalesce((
  select jsonb_agg(${objectOf({
    hash: raw('e.hash'),
    caption: raw('e.caption'),
    takenOn: spanSql('e.taken_on'),
    isPhoto: raw('f.pages is null'),
    source: raw('s.slug'),
  })} order by e.taken_on_first nulls last, s.slug collate "C", e.position)
  from (
    select e.id from source_evidence e where e.project_slug = v.slug
    union
    select e.id from source_evidence e
    join current_source s on s.id = e.version_id and s.slug in (
      select v.source_slug union select r.source_slug from current_progress_report r where r.project_slug = v.slug)
    where e.project_slug is null and e.landmark_slug is null
  ) listed
  join source_evidence e on e.id = listed.id
  join current_source s on s.id = e.version_id
  join evidence_file f on f.hash = e.hash
  where ${until}::date is null or e.taken_on_last <= ${until}::date), '[]'::jsonb)`;

const disagreementsSql: Prisma.Sql = listOf(
  objectOf({
    slug: raw('d.slug'),
    title: raw('d.title'),
    nature: raw('d.nature'),
    explanation: raw('d.explanation'),
    preferredReason: raw('d.preferred_reason'),
    claims: listOf(
      objectOf({
        kind: raw('c.record_kind'),
        slug: raw('c.record_slug'),
        field: raw('c.field'),
        value: raw('c.value'),
        isPreferred: raw('c.is_preferred is true'),
        statedBy: namedSql('organisation', 'name', 'c.stated_by_slug'),
        source: sourceSql('c.source_slug'),
      }),
      raw('c.position'),
      raw('disagreement_claim c where c.version_id = d.id'),
    ),
    statements: listOf(
      objectOf({
        statedBy: namedSql('organisation', 'name', 'c.stated_by_slug'),
        statement: raw('c.statement'),
        source: sourceSql('c.source_slug'),
      }),
      raw('c.position'),
      raw('disagreement_statement c where c.version_id = d.id'),
    ),
  }),
  raw('d.slug collate "C"'),
  raw('current_disagreement d where d.project_slug = v.slug'),
);
