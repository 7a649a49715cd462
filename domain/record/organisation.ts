import { defineRecord } from './define';
import { paragraphs, required, text, url } from './field';
import { names } from './statement';

/** A body that acts in a project or makes a statement. */
export const organisation = defineRecord({
  kind: 'organisation',
  fields: {
    name: required(text()),
    names,
    website: url(),
    note: paragraphs(),
  },
});
