import 'server-only';
import * as z from 'zod';
import { type Content, rowsOf, textOf } from '@/domain/record/content';
import { isRecordKind } from '@/domain/record/kinds';
import { sectors, type Sector } from '@/domain/vocabulary';
import type { Transaction } from '../db';
import type { CheckedChange } from './check-changes';
import { currentVersions, keyOf, type RecordKey } from './current-versions';

/** What an editor's limits are compared with: every place a record speaks of, with all it lies in; every sector it speaks of. */
export interface Scope {
  readonly placesWithin: readonly (readonly string[])[];
  readonly sectors: readonly Sector[];
}

const ancestryRows = z.array(z.object({ slug: z.string(), ancestorSlug: z.string() }));
const projectRows = z.array(z.object({ slug: z.string(), sector: z.enum(sectors), places: z.array(z.string()) }));
const landmarkRows = z.array(z.object({ slug: z.string(), placeSlug: z.string() }));

/**
 * The scope of each change, by key. A report's scope is its project's, a condition claim's its landmark's; a source speaks of
 * what its evidence shows, a disagreement of the records whose claims it puts side by side.
 */
export async function scopesOf(
  tx: Transaction,
  changes: readonly CheckedChange[],
): Promise<ReadonlyMap<string, Scope>> {
  const claimed = await claimedBy(tx, changes);
  const spokenOf = (content: Content): readonly Content[] => [
    content,
    ...rowsOf(content, 'evidence'),
    ...claimsIn(content).map((claim) => claimed.get(keyOf(claim)) ?? {}),
  ];
  const slugsOf = (field: string) => [
    ...new Set(changes.flatMap(({ content }) => spokenOf(content).flatMap((each) => textOf(each, field) ?? []))),
  ];
  // What was withdrawn still lies where it lay.
  const published = projectRows.parse(
    await tx.$queryRaw`
      select p.slug, p.sector::text as sector, array_agg(pp.place_slug) as places
      from project_version p join project_place pp on pp.version_id = p.id
      where p.superseded_at is null and p.slug = any(${slugsOf('projectSlug')}) group by p.slug, p.sector`,
  );
  const landmarks = landmarkRows.parse(
    await tx.$queryRaw`
      select slug, place_slug as "placeSlug" from landmark_version
      where superseded_at is null and slug = any(${slugsOf('landmarkSlug')})`,
  );
  // What the change set itself adds or moves counts as it will be.
  const projects = new Map(published.map((each) => [each.slug, each]));
  const landmarkPlace = new Map(landmarks.map(({ slug, placeSlug }) => [slug, placeSlug]));
  for (const { kind, slug, content } of changes) {
    if (kind === 'project')
      projects.set(slug, {
        slug,
        sector: sectorIn(content) ?? 'infrastructure',
        places: [...placesOfProject(content)],
      });
    if (kind === 'landmark') landmarkPlace.set(slug, textOf(content, 'placeSlug') ?? '');
  }

  const placesOf = ({ kind, slug, content }: CheckedChange): readonly string[] => {
    if (kind === 'project') return placesOfProject(content);
    if (kind === 'place') return [slug];
    return spokenOf(content).flatMap((each) => {
      const direct = textOf(each, 'placeSlug');
      const ofProject = projects.get(textOf(each, 'projectSlug') ?? '')?.places ?? [];
      const ofLandmark = landmarkPlace.get(textOf(each, 'landmarkSlug') ?? '');
      return [...(direct ? [direct] : []), ...ofProject, ...(ofLandmark ? [ofLandmark] : [])];
    });
  };

  const sectorsOf = ({ content }: CheckedChange): readonly Sector[] => [
    ...new Set(
      spokenOf(content).flatMap(
        (each) => sectorIn(each) ?? projects.get(textOf(each, 'projectSlug') ?? '')?.sector ?? [],
      ),
    ),
  ];

  const chains = await chainsOf(tx, changes, changes.flatMap(placesOf));
  return new Map(
    changes.map((change) => [
      keyOf(change),
      {
        placesWithin: placesOf(change).map((place) => chains(place)),
        sectors: sectorsOf(change),
      },
    ]),
  );
}

const claimsIn = (content: Content): readonly RecordKey[] =>
  rowsOf(content, 'claims').flatMap(({ recordKind: kind, recordSlug: slug }) =>
    typeof kind === 'string' && isRecordKind(kind) && typeof slug === 'string' ? [{ kind, slug }] : [],
  );

/** What the records speak of in which claims stand, by key, as the set itself would leave them. */
async function claimedBy(tx: Transaction, changes: readonly CheckedChange[]): Promise<ReadonlyMap<string, Content>> {
  const claims = changes.flatMap(({ content }) => claimsIn(content));
  const published = await currentVersions(tx, claims);
  const changed = new Map(changes.map((change) => [keyOf(change), change.content]));
  return new Map(
    claims.map(({ kind, slug }) => {
      const key = keyOf({ kind, slug });
      if (kind === 'project') return [key, { projectSlug: slug }];
      if (kind === 'landmark') return [key, { landmarkSlug: slug }];
      return [key, changed.get(key) ?? published.get(key)?.content ?? {}];
    }),
  );
}

/** The places above a place, itself first; of a place the set adds, through the parent it will have. */
async function chainsOf(tx: Transaction, changes: readonly CheckedChange[], places: readonly string[]) {
  const parents = new Map(
    changes.flatMap(({ kind, slug, content }) =>
      kind === 'place' ? [[slug, textOf(content, 'parentSlug')] as const] : [],
    ),
  );
  const wanted = [...places, ...[...parents.values()].flatMap((parent) => parent ?? [])];
  const rows = ancestryRows.parse(
    await tx.$queryRaw`
      select slug, ancestor_slug as "ancestorSlug" from current_place_ancestry where slug = any(${[...new Set(wanted)]})`,
  );
  const above = new Map<string, string[]>();
  for (const { slug, ancestorSlug } of rows) {
    const known = above.get(slug);
    if (known) known.push(ancestorSlug);
    else above.set(slug, [ancestorSlug]);
  }
  const chain = (place: string, depth = 0): readonly string[] => {
    const parent = parents.get(place);
    if (parent !== undefined && depth < 12) return [place, ...(parent === null ? [] : chain(parent, depth + 1))];
    return [place, ...(above.get(place) ?? [])];
  };
  return chain;
}

const placesOfProject = (content: CheckedChange['content']): readonly string[] =>
  rowsOf(content, 'places').flatMap(({ placeSlug }) => (typeof placeSlug === 'string' ? [placeSlug] : []));

function sectorIn(content: CheckedChange['content']): Sector | null {
  const found = textOf(content, 'sector');
  return sectors.find((sector) => sector === found) ?? null;
}
