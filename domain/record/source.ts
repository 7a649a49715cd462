import { evidenceKinds, titleBases } from '../vocabulary';
import { defineRecord } from './define';
import { choice, date, language, list, paragraphs, required, sha256, text, url, whole } from './field';

/** Who published what, where and when. */
export const source = defineRecord({
  kind: 'source',
  fields: {
    publisher: required(text()),
    title: required(text(500)),
    titleBasis: required(choice(titleBases)),
    url: url(),
    publishedOn: date(),
    language: language(),
    copies: list({
      kind: required(choice(evidenceKinds)),
      description: required(text()),
      mediaType: required(text()),
      sha256: required(sha256()),
      byteCount: whole('bytes'),
    }),
    note: paragraphs(),
  },
});
