import { createHash } from 'node:crypto';

/** An inline script or style: its attributes and its text. Neither can hold its own end tag, so this reads whole ones. */
const inlineElement = (name: 'script' | 'style') => new RegExp(`<${name}\\b([^>]*)>([\\s\\S]*?)</${name}\\s*>`, 'gi');
const isData = /\btype=["']?application\/(ld\+)?json/i;

/**
 * The policy of one page: it runs files of this service and exactly the inline scripts that the page was sent with, by
 * their hashes. A script that finds its way in later has no hash here.
 */
export function policyFor(html: string, { isDevelopment = false } = {}): string {
  if (isDevelopment) return developmentPolicy;
  return join([
    ['default-src', "'self'"],
    ['script-src', "'self'", ...hashesOf(html, 'script')],
    ['style-src', "'self'", ...hashesOf(html, 'style')],
    ['style-src-attr', "'unsafe-inline'"],
    ...common,
  ]);
}

/** For everything that is not a page: it loads nothing, and nobody frames it. */
export const policyOfFiles = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'";

/**
 * React sends a page's data as many small scripts in a row. One after the other does the same as all in one, and one
 * hash instead of fifty keeps the header within what proxies accept.
 */
export function joinInlineScripts(html: string): string {
  let joined = '';
  let writtenTo = 0;
  let endOfInline = -1;
  for (const { 0: element, 1: attributes, index } of html.matchAll(inlineElement('script'))) {
    const follows = attributes === '' && index === endOfInline;
    if (follows) {
      joined += `${html.slice(writtenTo, index - '</script>'.length)};\n`;
      writtenTo = index + '<script>'.length;
    }
    endOfInline = attributes === '' && element.endsWith('</script>') ? index + element.length : -1;
  }
  return joined + html.slice(writtenTo);
}

const common = [
  ['img-src', "'self'", 'blob:', 'data:'],
  ['font-src', "'self'"],
  ['connect-src', "'self'"],
  ['worker-src', "'self'"],
  ['object-src', "'none'"],
  ['base-uri', "'self'"],
  ['form-action', "'self'"],
  ['frame-ancestors', "'none'"],
];

/** The development server evaluates code and talks over a web socket. */
const developmentPolicy = join([
  ['default-src', "'self'", "'unsafe-inline'", "'unsafe-eval'", 'ws:', 'blob:', 'data:'],
  ['object-src', "'none'"],
  ['frame-ancestors', "'none'"],
]);

function hashesOf(html: string, name: 'script' | 'style'): string[] {
  const hashes = new Set<string>();
  for (const [, attributes = '', text = ''] of html.matchAll(inlineElement(name))) {
    if (/\bsrc=/i.test(attributes) || isData.test(attributes)) continue;
    hashes.add(`'sha256-${createHash('sha256').update(text).digest('base64')}'`);
  }
  return [...hashes];
}

function join(directives: readonly (readonly string[])[]): string {
  return directives.map((words) => words.join(' ')).join('; ');
}
