import { procurementMethods } from '../vocabulary';
import { defineRecord } from './define';
import { choice, currency, date, list, money, owner, reference, required, text } from './field';
import { statement } from './statement';
import { inOrder, needs } from './rules';

/** An agreement with a supplier for part of a project. */
export const contract = defineRecord({
  kind: 'contract',
  fields: {
    projectSlug: required(owner('project')),
    title: required(text()),
    supplierSlug: required(reference('organisation')),
    buyerSlug: reference('organisation'),
    procurementMethod: required(choice(procurementMethods)),
    valueMinorUnits: money(),
    currency: currency(),
    signedOn: date(),
    startsOn: date(),
    endsOn: date(),
    amendments: list({
      amendedOn: required(date()),
      reason: required(text()),
      newValueMinorUnits: money(),
      newEndsOn: date(),
    }),
    ...statement,
  },
  check: (content) => [...needs(content, 'valueMinorUnits', 'currency'), ...inOrder(content, 'startsOn', 'endsOn')],
});
