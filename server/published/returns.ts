import 'server-only';
import * as z from 'zod';
import {
  accumulations,
  countings,
  personsMethods,
  placeTypes,
  qualifiers,
  resettlementKinds,
  resettlementStages,
  targetMetrics,
} from '@/domain/vocabulary';
import { Prisma } from '@/prisma/generated/client/client';
import { rivalsColumn, rivalsSql } from './claims-sql';
import type { PromisedVersion } from '@/domain/moved-figures';
import { choicesIn } from './data-choices';
import { spanColumn, spanSql, statementColumn, statementSql } from './data-statement';
import { readTargetVersions } from './promised-versions';
import type { PublicRecord } from './record-at';
import { originLabelSql, originSql } from './total-claims-sql';

/** Families and persons of one group at one place on one date, as one source counts them. */
export type Count = z.output<typeof count>;

const count = z.object({
  slug: z.string(),
  placeSlug: z.string(),
  placeName: z.string(),
  placeType: z.enum(placeTypes),
  placeDepth: z.number(),
  kind: z.enum(resettlementKinds),
  populationGroup: z.string(),
  groupLabel: z.string(),
  stage: z.enum(resettlementStages),
  counting: z.enum(countings),
  event: z.string().nullable(),
  referenceOn: spanColumn,
  families: z.number().nullable(),
  persons: z.number().nullable(),
  familiesWithheld: z.boolean(),
  personsWithheld: z.boolean(),
  qualifier: z.enum(qualifiers).nullable(),
  personsMethod: z.enum(personsMethods),
  personsPerFamily: z.number().nullable(),
  /** A place's identifier, or words: what keeps series apart. */
  origin: z.string().nullable(),
  originLabel: z.string().nullable(),
  rivals: rivalsColumn,
  statement: statementColumn,
});

export interface CountFilter {
  /** A place and everything in it. */
  readonly place?: string;
  /** This place alone. */
  readonly onlyPlace?: string;
  readonly population_group?: string;
  readonly kind?: string;
  readonly stage?: string;
  readonly counting?: string;
  readonly stated_by?: string;
  readonly verification?: string;
}

/** Oldest first. A group that is only announced is in the list too, with its stage. */
export async function readCounts(
  record: PublicRecord,
  filter: CountFilter,
  language: string,
): Promise<readonly Count[]> {
  const conditions = [
    filter.place &&
      Prisma.sql`v.place_slug in (select slug from current_place_ancestry where ancestor_slug = ${filter.place})`,
    filter.onlyPlace && Prisma.sql`v.place_slug = ${filter.onlyPlace}`,
    filter.population_group && Prisma.sql`v.population_group = ${filter.population_group}`,
    filter.kind && Prisma.sql`v.kind::text = ${filter.kind}`,
    filter.stage && Prisma.sql`v.stage::text = ${filter.stage}`,
    filter.counting && Prisma.sql`v.counting::text = ${filter.counting}`,
    filter.stated_by && Prisma.sql`v.stated_by_slug = ${filter.stated_by}`,
    filter.verification && Prisma.sql`v.verification::text = ${filter.verification}`,
  ].filter((condition) => condition instanceof Prisma.Sql);
  return z.array(count).parse(
    await record.query`
      with place as materialized (
        select a.slug, max(a.depth) as depth, min(p.type::text) as type
        from current_place_ancestry a join current_place p on p.slug = a.slug group by a.slug)
      select v.slug, v.place_slug as "placeSlug", place_name_in(v.place_slug, ${language}) as "placeName",
        coalesce(place.type, 'site') as "placeType",
        coalesce(place.depth, 0) as "placeDepth",
        v.kind::text, v.population_group as "populationGroup",
        code_label_in('population_group', v.population_group, ${language}) as "groupLabel",
        v.stage::text, v.counting::text, v.event, ${spanSql('v.reference_on')} as "referenceOn", v.families, v.persons,
        v.families_withheld as "familiesWithheld", v.persons_withheld as "personsWithheld",
        v.qualifier::text, v.persons_method::text as "personsMethod", v.persons_per_family::float8 as "personsPerFamily",
        ${originSql} as origin, ${originLabelSql(language)} as "originLabel",
        ${rivalsSql('resettlement')} as rivals, ${statementSql} as statement
      from current_resettlement v left join place on place.slug = v.place_slug
      ${conditions.length > 0 ? Prisma.sql`where ${Prisma.join(conditions, ' and ')}` : Prisma.empty}
      order by v.reference_on_last nulls first, v.slug`,
  );
}

/** A promised value by a date. */
export type Target = z.output<typeof target>;

const target = z.object({
  slug: z.string(),
  placeSlug: z.string().nullable(),
  placeName: z.string().nullable(),
  programme: z.object({ title: z.string(), isOfficialName: z.boolean() }).nullable(),
  metric: z.enum(targetMetrics),
  accumulation: z.enum(accumulations).nullable(),
  measureLabel: z.string().nullable(),
  unit: z.string().nullable(),
  populationGroup: z.string().nullable(),
  groupLabel: z.string().nullable(),
  value: z.number(),
  qualifier: z.enum(qualifiers).nullable(),
  dueOn: spanColumn,
  statedOn: spanColumn,
  version: z.number(),
  statement: statementColumn,
});

export interface PublishedTarget extends Target {
  /** What each of its versions promised, oldest first. */
  readonly versions: readonly PromisedVersion[];
}

/** The nearest due first, each as it stands now with what it was before. */
export async function readTargets(
  record: PublicRecord,
  filter: Pick<CountFilter, 'place' | 'onlyPlace' | 'population_group'>,
  language: string,
): Promise<readonly PublishedTarget[]> {
  const conditions = [
    Prisma.sql`true`,
    filter.place &&
      Prisma.sql`v.place_slug in (select slug from current_place_ancestry where ancestor_slug = ${filter.place})`,
    filter.onlyPlace && Prisma.sql`v.place_slug = ${filter.onlyPlace}`,
    filter.population_group && Prisma.sql`v.population_group = ${filter.population_group}`,
  ].filter((condition) => condition instanceof Prisma.Sql);
  const targets = z.array(target).parse(
    await record.query`
      select v.slug, v.place_slug as "placeSlug", case when v.place_slug is not null then place_name_in(v.place_slug, ${language}) end as "placeName",
        case when programme.slug is not null then jsonb_build_object(
          'title', programme.title, 'isOfficialName', coalesce(programme.title_is_official_name, false)) end as programme,
        v.metric::text, v.accumulation::text, code_label_in('measure', v.measure, ${language}) as "measureLabel",
        (select c.unit from current_code c where c.list = 'measure' and c.code = v.measure) as unit,
        v.population_group as "populationGroup", code_label_in('population_group', v.population_group, ${language}) as "groupLabel",
        v.value::float8, v.qualifier::text, ${spanSql('v.due_on')} as "dueOn", ${spanSql('v.stated_on')} as "statedOn", v.version,
        ${statementSql} as statement
      from current_target v
      left join current_programme programme on programme.slug = v.programme_slug
      where ${Prisma.join(conditions, ' and ')}
      order by v.due_on_last, v.slug`,
  );
  const versions = await readTargetVersions(
    record,
    targets.map(({ slug }) => slug),
  );
  return targets.map((one) => ({ ...one, versions: versions.get(one.slug) ?? [] }));
}

/** What the filters of the page offer: places and groups that some count has. */
export async function readCountChoices(record: PublicRecord, language: string) {
  const [places, groups] = await Promise.all([
    record.query`
      select value, place_name_in(value, ${language}) as label
      from (select distinct a.ancestor_slug as value from current_resettlement r join current_place_ancestry a on a.slug = r.place_slug) found
      `,
    record.query`
      select value, code_label_in('population_group', value, ${language}) as label
      from (select distinct population_group as value from current_resettlement) found`,
  ]);
  return { places: choicesIn(language, places), groups: choicesIn(language, groups) };
}
