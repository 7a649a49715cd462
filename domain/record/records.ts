import { budgetLine } from './budget-line';
import { code } from './code';
import { condition } from './condition';
import { contextFact } from './context-fact';
import { contract } from './contract';
import type { RecordDefinition } from './define';
import { disagreement } from './disagreement';
import { type RecordKind, recordKinds } from './kinds';
import { landmark } from './landmark';
import { milestone } from './milestone';
import { organisation } from './organisation';
import { place } from './place';
import { programme } from './programme';
import { progressReport } from './progress-report';
import { project } from './project';
import { readiness } from './readiness';
import { resettlement } from './resettlement';
import { source } from './source';
import { target } from './target';

/** The definition of every kind of record. */
export const records: Readonly<Record<RecordKind, RecordDefinition>> = {
  code,
  source,
  organisation,
  place,
  programme,
  landmark,
  project,
  contract,
  milestone,
  condition,
  context_fact: contextFact,
  budget_line: budgetLine,
  progress_report: progressReport,
  resettlement,
  target,
  readiness,
  disagreement,
};

/** The kinds whose records are statements: somebody states each, and it is verified or not. */
export const statementKinds = recordKinds.filter((kind) => 'verifiedBySlug' in records[kind].fields);
