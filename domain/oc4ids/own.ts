import { type DateSpan, writeDateSpan } from '../calendar';
import { type JsonObject, known } from './json';
import type { Named, ToldRival, ToldStatement } from './told';

/**
 * Everything that the standard has no field for stands in an object of this name, at the level it belongs to, so that no
 * field of ours can be taken for one of the standard. docs/oc4ids.md says what each holds.
 */
export const ownName = 'cornerstone';

export const own = (fields: Parameters<typeof known>[0]): JsonObject => known({ [ownName]: known(fields) });

export const reference = ({ slug, name }: Named): JsonObject => ({ id: slug, name });

/** A date as it is known: its first and last day, how precisely, and as it is written. */
export const ownDate = (span: DateSpan): JsonObject => ({
  first: span.first,
  last: span.last,
  precision: span.precision,
  written: writeDateSpan(span),
});

/** Several dates by the name of the standard's field that they stand behind. */
export const ownDates = (dates: Readonly<Record<string, DateSpan | null>>): JsonObject =>
  known(Object.fromEntries(Object.entries(dates).map(([name, span]) => [name, span && ownDate(span)])));

/** What travels with every figure: who states it, its source, how it was obtained, how far it is verified, when it was published. */
export const ownStatement = (statement: ToldStatement, publishedAt: string): JsonObject =>
  known({
    statedBy: reference(statement.statedBy),
    reportedBy: statement.reportedBy,
    source: statement.source && documentOfSource(statement.source.slug),
    obtained: statement.obtained,
    verification: statement.verification,
    verifiedBy: statement.verifiedBy && reference(statement.verifiedBy),
    note: statement.note,
    publishedAt,
  });

export const ownRivals = (rivals: readonly ToldRival[]): readonly JsonObject[] =>
  rivals.map(({ disagreement, field, isPreferred, reason }) => known({ disagreement, field, isPreferred, reason }));

/** The identifier of a source among the documents of a project. */
export const documentOfSource = (slug: string): string => `source/${slug}`;

/** The identifier of what a record says, where several kinds of record stand in one list. */
export const recordId = (kind: string, slug: string): string => `${kind}/${slug}`;
