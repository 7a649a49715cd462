import { projectStatuses, qualifiers, quantityBases, reportKinds } from '../vocabulary';
import { defineRecord } from './define';
import { choice, code, currency, date, list, money, number, owner, paragraphs, required, text } from './field';
import { statement } from './statement';
import { hasReferenceDate, needs, withoutRepeats } from './rules';

/** What one source says of one project at one reference date. */
export const progressReport = defineRecord({
  kind: 'progress_report',
  fields: {
    projectSlug: required(owner('project')),
    kind: required(choice(reportKinds)),
    referenceOn: date(),
    physicalProgressPercent: number('percent', 0, 100),
    quantities: list({
      measure: required(code('measure')),
      quantity: required(number('units', 0)),
      qualifier: choice(qualifiers),
      basis: required(choice(quantityBases)),
      unitAsStated: text(),
    }),
    spentMinorUnits: money(),
    currency: currency(),
    status: choice(projectStatuses),
    promisedEndOn: date(),
    narrative: paragraphs(),
    ...statement,
  },
  check: (content) => [
    ...hasReferenceDate(content, 'referenceOn'),
    ...needs(content, 'spentMinorUnits', 'currency'),
    ...withoutRepeats(content, 'quantities', 'measure'),
  ],
});
