import 'server-only';

/** What a page of another site may see of an answer, beside its body. */
const seenElsewhere = ['ETag', 'Last-Modified', 'Link', 'Location', 'RateLimit', 'RateLimit-Policy', 'Retry-After'];
/** What it may send along. */
const sentFromElsewhere = ['Authorization', 'Content-Type', 'Idempotency-Key', 'If-Modified-Since', 'If-None-Match'];
const daySeconds = 86_400;

/** Any page may read: nothing here depends on who asks, and no cookie is looked at. */
export const openToAnyPage = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': seenElsewhere.join(', '),
} as const;

/** What a browser asks before it lets a page of another site ask. */
export const answerToPreflight = (methods: readonly string[]) => ({
  ...openToAnyPage,
  allow: methods.join(', '),
  'access-control-allow-methods': methods.join(', '),
  'access-control-allow-headers': sentFromElsewhere.join(', '),
  'access-control-max-age': String(daySeconds),
});
