import type { RecordKind } from '@/domain/record/kinds';
import type { ProposedChange } from '@/domain/submission/change';
import { earliestPromises } from './earliest-promise';
import { readBudget } from './read-budget';
import { readCodes } from './read-codes';
import { readDisagreements } from './read-disagreements';
import { readOrganisations } from './read-organisations';
import { readOtherFacts } from './read-other-facts';
import { readPlaces } from './read-places';
import { readProgress } from './read-progress';
import { readProjects } from './read-projects';
import { readResettlement } from './read-resettlement';
import { readSources, recalledSource } from './read-sources';
import { readSeedFile } from './seed-row';
import type { RowOutcome } from './starter-change';

export interface StarterFacts {
  /** What became of each row of each table. */
  readonly outcomes: readonly RowOutcome[];
  /** Records that no row asks for, but rows need: the code lists, and what recalled rows cite. */
  readonly own: readonly ProposedChange[];
}

/** Reads the tables of the starter facts into proposed records. Reads files and nothing else. */
export function readStarterFacts(): StarterFacts {
  const progress = readSeedFile('facts/progress.csv');
  return {
    outcomes: [
      ...readSources(readSeedFile('facts/sources.csv')),
      ...readOrganisations(readSeedFile('facts/organisations.csv')),
      ...readPlaces(readSeedFile('facts/places.csv')),
      ...readProjects(readSeedFile('facts/projects.csv'), earliestPromises(progress)),
      ...readProgress(progress),
      ...readResettlement(readSeedFile('facts/resettlement.csv')),
      ...readBudget(readSeedFile('facts/budget.csv')),
      ...readOtherFacts(readSeedFile('facts/other-facts.csv')),
      ...readDisagreements(
        readSeedFile('facts/disagreements.csv'),
        readSeedFile('facts/disagreement-claims.csv'),
        readSeedFile('facts/disagreement-statements.csv'),
      ),
    ],
    own: [...readCodes(readSeedFile('code-lists/codes.csv')), recalledSource],
  };
}

export interface StarterSubmission {
  readonly name: string;
  readonly title: string;
  readonly kinds: readonly RecordKind[];
}

/** In an order in which each finds what it refers to. */
export const starterSubmissions: readonly StarterSubmission[] = [
  { name: 'codes', title: 'Starter facts: code lists', kinds: ['code'] },
  { name: 'sources', title: 'Starter facts: sources and organisations', kinds: ['source', 'organisation'] },
  { name: 'places', title: 'Starter facts: places', kinds: ['place'] },
  {
    name: 'projects',
    title: 'Starter facts: programme, landmarks and projects',
    kinds: ['programme', 'landmark', 'project'],
  },
  {
    name: 'statements',
    title: 'Starter facts: progress, milestones, conditions, returns, targets, money and context',
    kinds: [
      'contract',
      'milestone',
      'condition',
      'context_fact',
      'budget_line',
      'progress_report',
      'resettlement',
      'target',
      'readiness',
    ],
  },
  { name: 'disagreements', title: 'Starter facts: what sources say differently', kinds: ['disagreement'] },
];

export function changesFor({ kinds }: StarterSubmission, { outcomes, own }: StarterFacts): readonly ProposedChange[] {
  return [...own, ...outcomes.flatMap(({ changes }) => changes)].filter(({ kind }) => kinds.includes(kind));
}
