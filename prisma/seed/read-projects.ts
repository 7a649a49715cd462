import type { ProposedChange } from '@/domain/submission/change';
import type { DatedPromise } from './earliest-promise';
import { readLandmarkRow } from './read-landmarks';
import { milestoneOf, moneyOf, targetOf } from './read-project-extras';
import type { SeedRow } from './seed-row';
import { addRecord, furtherSourcesOf, noteOf, outcomeOf, statementOf, type RowOutcome } from './starter-change';

/** Rows of works, of sites, of the programme itself, and of surveys: `becomes` says which. */
export function readProjects(
  rows: readonly SeedRow[],
  promises: ReadonlyMap<string, DatedPromise>,
): readonly RowOutcome[] {
  return rows.map((row) => outcomeOf(row, changesOf(row, promises)));
}

function changesOf(row: SeedRow, promises: ReadonlyMap<string, DatedPromise>): readonly ProposedChange[] {
  switch (row.required('becomes')) {
    case 'programme':
      return [programmeOf(row)];
    case 'project':
      return [
        ...restoredLandmarkOf(row),
        projectOf(row, promises.get(row.required('slug'))),
        ...milestoneOf(row),
        ...moneyOf(row),
        ...targetOf(row),
      ];
    case 'landmark':
      return readLandmarkRow(row);
    case 'context_fact':
      return [contextFactOf(row)];
    default:
      throw new Error(`${row.file}, row ${row.number}: cannot become ${row.text('becomes')}`);
  }
}

function programmeOf(row: SeedRow): ProposedChange {
  return addRecord('programme', row.required('slug'), {
    title: row.required('title'),
    titleIsOfficialName: row.text('title_is_official_name') === 'yes',
    description: row.text('description'),
    placeSlug: row.text('place'),
    leadOrganisationSlug: partiesOf(row)[0]?.organisationSlug,
    startsOn: row.text('started_on'),
    endsOn: row.text('forecast_end_on'),
    statusAsStated: row.text('status_as_stated'),
    statusOn: row.text('status_on'),
    ...statementOf(row),
    ...compilersViewOf(row),
    furtherSources: furtherSourcesOf(row),
  });
}

/** The last promise found is the forecast; the baseline is the earliest dated one, and without one it is not known. */
function projectOf(row: SeedRow, promise: DatedPromise | undefined): ProposedChange {
  return addRecord('project', row.required('slug'), {
    title: row.required('title'),
    titleIsOfficialName: row.text('title_is_official_name') === 'yes',
    description: row.text('description'),
    sector: row.required('sector'),
    subsector: row.required('subsector'),
    programmeSlug: row.text('programme'),
    partOfSlug: row.text('part_of'),
    landmarkSlug: row.text('landmark'),
    places: [{ placeSlug: row.required('place') }],
    parties: partiesOf(row),
    measures: row.text('measure')
      ? [
          {
            measure: row.required('measure'),
            plannedQuantity: row.figure('planned_quantity'),
            qualifier: row.text('qualifier'),
            unitAsStated: row.text('unit_as_stated'),
          },
        ]
      : [],
    status: row.required('status'),
    statusAsStated: row.text('status_as_stated'),
    statusOn: row.text('status_on'),
    inUseNote: row.text('in_use_note'),
    baselineEndOn: promise?.endOn,
    baselineReason: promise && `The earliest dated promise found: the statement of ${promise.statedOn}.`,
    forecastEndOn: row.text('forecast_end_on'),
    actualStartOn: row.text('started_on'),
    actualEndOn: row.text('ended_on'),
    ...statementOf(row),
    ...compilersViewOf(row),
    furtherSources: furtherSourcesOf(row),
  });
}

function restoredLandmarkOf(row: SeedRow): readonly ProposedChange[] {
  const slug = row.text('landmark');
  if (!slug) return [];
  return [
    addRecord('landmark', slug, {
      title: row.required('landmark_title'),
      kind: row.required('landmark_kind'),
      placeSlug: row.required('place'),
      description: row.text('description'),
      ...statementOf(row),
      furtherSources: furtherSourcesOf(row),
    }),
  ];
}

function contextFactOf(row: SeedRow): ProposedChange {
  const further = row.list('further_sources');
  return addRecord('context_fact', row.required('slug'), {
    category: row.required('category'),
    placeSlug: row.text('place'),
    referenceOn: row.text('status_on'),
    statement: `${row.required('title')}. ${row.required('description')}`,
    ...statementOf(row),
    note: noteOf(row, further.length > 0 ? `Further sources: ${further.join(', ')}.` : null),
    ...compilersViewOf(row),
  });
}

const partiesOf = (row: SeedRow) =>
  row.list('parties').map((party) => {
    const [role, organisationSlug] = party.split(':');
    return { organisationSlug, role };
  });

const compilersViewOf = (row: SeedRow) => ({ confidence: row.text('confidence'), tier: row.figure('tier') });
