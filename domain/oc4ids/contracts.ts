import type { DateSpan } from '../calendar';
import type { ReasonKind } from '../vocabulary';
import { standardMethod } from './codes';
import { type JsonObject, known } from './json';
import { exactAmount, valueOf } from './money';
import { own, ownDates, ownStatement, recordId, reference } from './own';
import { between, momentOf } from './period';
import type { Publishing } from './publishing';
import type { ToldContract, ToldContractChange } from './told';

/**
 * Why a contract's new version was published, where that says that the contract itself became another. A corrected error
 * was never in the contract, and a changed definition changes no contract.
 */
const changesTheContract: readonly ReasonKind[] = ['new_report', 'source_changed'];

/** A contract as the standard summarises it: as it was signed, and each change with its reason. */
export function contractingProcessOf(contract: ToldContract, publishing: Publishing): JsonObject {
  const first = signedTerms(contract);
  const method = standardMethod[contract.procurementMethod];
  return known({
    id: contract.slug,
    summary: known({
      title: contract.title,
      tender: known({ procurementMethod: method }),
      suppliers: [reference(contract.supplier)],
      contractValue: valueIn(first),
      contractPeriod: between(first.startsOn, first.endsOn, publishing),
      modifications: modificationsOf(contract, first, publishing),
    }),
    ...own({
      buyer: contract.buyer && reference(contract.buyer),
      procurementMethod: contract.procurementMethod,
      exactAmount:
        first.minorUnits !== null && first.currency !== null && exactAmount(first.minorUnits, first.currency),
      dates: ownDates({ signedOn: contract.signedOn, startDate: first.startsOn, endDate: first.endsOn }),
      statement: ownStatement(contract.statement, contract.publishedAt),
    }),
  });
}

interface Terms {
  readonly minorUnits: string | null;
  readonly currency: string | null;
  readonly startsOn: DateSpan | null;
  readonly endsOn: DateSpan | null;
}

const valueIn = ({ minorUnits, currency }: Terms): JsonObject | null =>
  minorUnits === null || currency === null ? null : valueOf(minorUnits, currency);

const countedChanges = (contract: ToldContract): readonly ToldContractChange[] =>
  contract.changes.filter(
    ({ reasonKind, isToldByAmendments }) => !isToldByAmendments && changesTheContract.includes(reasonKind),
  );

/** What was signed: what the record says now, before every change that it was published with. */
function signedTerms(contract: ToldContract): Terms {
  const { minorUnits, currency, startsOn, endsOn } = contract;
  return countedChanges(contract)
    .toReversed()
    .reduce<Terms>(
      (terms, change) => ({
        minorUnits: isSame(change.oldMinorUnits, change.newMinorUnits) ? terms.minorUnits : change.oldMinorUnits,
        currency: isSame(change.oldCurrency, change.newCurrency) ? terms.currency : change.oldCurrency,
        startsOn: isSame(change.oldStartsOn, change.newStartsOn) ? terms.startsOn : change.oldStartsOn,
        endsOn: isSame(change.oldEndsOn, change.newEndsOn) ? terms.endsOn : change.oldEndsOn,
      }),
      { minorUnits, currency, startsOn, endsOn },
    );
}

interface Step {
  readonly id: string;
  readonly date: string | null;
  readonly rationale: string | null;
  readonly terms: (before: Terms) => Terms;
  readonly ours: JsonObject;
}

/**
 * The changes of a contract in the order in which they were made: first those that the record was published anew with, then
 * its own amendments. A change of value and of time is two modifications, for the standard gives each one type.
 */
function modificationsOf(contract: ToldContract, first: Terms, publishing: Publishing): readonly JsonObject[] {
  const steps: readonly Step[] = [
    ...countedChanges(contract).map((change) => stepOfChange(contract, change)),
    ...contract.amendments.map(
      (amendment, index): Step => ({
        id: `${contract.slug}/amendment/${index + 1}`,
        date: momentOf(amendment.amendedOn, publishing),
        rationale: amendment.reason,
        terms: (before) => ({
          ...before,
          minorUnits: amendment.newValueMinorUnits ?? before.minorUnits,
          endsOn: amendment.newEndsOn ?? before.endsOn,
        }),
        ours: own({
          madeBy: 'amendment',
          dates: ownDates({ date: amendment.amendedOn, endDate: amendment.newEndsOn }),
        }),
      }),
    ),
  ];
  let before = first;
  return steps.flatMap((step) => {
    const after = step.terms(before);
    const modifications = modificationsIn(step, before, after, publishing);
    before = after;
    return modifications;
  });
}

function stepOfChange({ slug }: ToldContract, change: ToldContractChange): Step {
  return {
    id: `${slug}/version/${change.version}`,
    date: change.publishedAt,
    rationale: change.reason,
    terms: (before) => ({
      minorUnits: isSame(change.oldMinorUnits, change.newMinorUnits) ? before.minorUnits : change.newMinorUnits,
      currency: isSame(change.oldCurrency, change.newCurrency) ? before.currency : change.newCurrency,
      startsOn: isSame(change.oldStartsOn, change.newStartsOn) ? before.startsOn : change.newStartsOn,
      endsOn: isSame(change.oldEndsOn, change.newEndsOn) ? before.endsOn : change.newEndsOn,
    }),
    ours: own({
      madeBy: 'revision',
      revision: `${recordId('contract', slug)}/${change.version}`,
      reasonKind: change.reasonKind,
    }),
  };
}

function modificationsIn(step: Step, before: Terms, after: Terms, publishing: Publishing): readonly JsonObject[] {
  const { id, date, rationale, ours } = step;
  const isOther = !isSame([before.minorUnits, before.currency], [after.minorUnits, after.currency]);
  const isLonger = !isSame([before.startsOn, before.endsOn], [after.startsOn, after.endsOn]);
  const modification = (suffix: string, fields: Readonly<Record<string, JsonObject | string | null>>) =>
    known({ id: `${id}${suffix}`, date, rationale, ...fields, ...ours });
  return [
    ...(isOther
      ? [
          modification(isLonger ? '/value' : '', {
            type: 'value',
            oldContractValue: valueIn(before),
            newContractValue: valueIn(after),
          }),
        ]
      : []),
    ...(isLonger
      ? [
          modification(isOther ? '/duration' : '', {
            type: 'duration',
            oldContractPeriod: between(before.startsOn, before.endsOn, publishing),
            newContractPeriod: between(after.startsOn, after.endsOn, publishing),
          }),
        ]
      : []),
    // What else it changed the record does not say; its reason does.
    ...(isOther || isLonger ? [] : [modification('', {})]),
  ];
}

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
