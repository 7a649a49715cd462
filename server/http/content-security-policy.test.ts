import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { joinInlineScripts, policyFor } from './content-security-policy';

const hashOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
const directive = (policy: string, name: string) =>
  policy.split('; ').find((each) => each.startsWith(`${name} `)) ?? `no ${name}`;

describe('the policy of a page', () => {
  test('allows exactly the inline scripts that the page was sent with', () => {
    const page = '<html><script>one()</script><p>text</p><script id="x">two()\n</script></html>';
    expect(directive(policyFor(page), 'script-src')).toBe(`script-src 'self' ${hashOf('one()')} ${hashOf('two()\n')}`);
  });

  test('needs no hash for files of the service and for data', () => {
    const page = '<script src="/_next/static/a.js"></script><script type="application/ld+json">{"a":1}</script>';
    expect(directive(policyFor(page), 'script-src')).toBe("script-src 'self'");
  });

  test('names the same script once', () => {
    const page = '<script>one()</script> <script>one()</script>';
    expect(directive(policyFor(page), 'script-src')).toBe(`script-src 'self' ${hashOf('one()')}`);
  });

  test('reads a script up to its own end tag, whatever it holds', () => {
    const page = '<SCRIPT>if (a < b) write("<p>é</p>")</SCRIPT >';
    expect(directive(policyFor(page), 'script-src')).toContain(hashOf('if (a < b) write("<p>é</p>")'));
  });

  test('allows inline styles in attributes, and style elements only by their hash', () => {
    const policy = policyFor('<style>p{color:red}</style>');
    expect(directive(policy, 'style-src')).toBe(`style-src 'self' ${hashOf('p{color:red}')}`);
    expect(directive(policy, 'style-src-attr')).toBe("style-src-attr 'unsafe-inline'");
  });

  test.each(['script-src', 'style-src', 'default-src'])('never allows unsafe-inline in %s', (name) => {
    expect(directive(policyFor('<script>one()</script>'), name)).not.toContain('unsafe');
  });

  test.each([
    ["object-src 'none'"],
    ["base-uri 'self'"],
    ["form-action 'self'"],
    ["frame-ancestors 'none'"],
    ["img-src 'self' blob: data:"],
    ["worker-src 'self'"],
  ])('says %s', (words) => expect(policyFor('').split('; ')).toContain(words));
});

describe('scripts in a row', () => {
  test.each([
    [
      'become one',
      '<script>a()</script><script>b()</script><script>c()</script><p></p>',
      '<script>a();\nb();\nc()</script><p></p>',
    ],
    [
      'stay apart when something stands between',
      '<script>a()</script> <script>b()</script>',
      '<script>a()</script> <script>b()</script>',
    ],
    [
      'stay apart when one has a name',
      '<script id="a">a()</script><script>b()</script>',
      '<script id="a">a()</script><script>b()</script>',
    ],
    [
      'stay apart when one is a file',
      '<script src="/a.js"></script><script>b()</script>',
      '<script src="/a.js"></script><script>b()</script>',
    ],
    [
      'before a file stay apart from it',
      '<script>a()</script><script src="/b.js"></script>',
      '<script>a()</script><script src="/b.js"></script>',
    ],
  ])('%s', (_, page, joined) => expect(joinInlineScripts(page)).toBe(joined));
});
