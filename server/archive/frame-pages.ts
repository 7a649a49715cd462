import 'server-only';
import { archivedAddress, linkBetween } from '@/domain/archive/archived-address';
import type { ArchiveFacts } from './archive-manifest';
import { escaped } from './html';
import { type NamedPage, pathOfNamed } from './name-index';
import type { PageWords } from './rewrite-page';
import type { ArchiveWords } from './words';

/** How the pages of the service look, taken from one of them: the pages that the archive adds look the same. */
export interface Look {
  /** Style sheets, by their paths in the archive. */
  readonly styles: readonly string[];
  /** Classes of the `html` element, which name the fonts. */
  readonly classes: string;
}

export interface Told {
  readonly asOf: Date;
  readonly lastPublishedAt: Date | null;
  readonly revisions: number;
  readonly evidence: number;
  readonly facts: Omit<ArchiveFacts, 'files'>;
}

export const searchPath = (locale: string, part = 1) => `${locale}/search${part > 1 ? `~part=${part}` : ''}.html`;
export const namesPath = (locale: string) => `${locale}/search-names.js`;
const filesPath = (locale: string) => `${locale}/data.html`;

/** What a page of the service is given in the archive. */
export function wordsForPages(words: ArchiveWords, asOf: Date): PageWords {
  const { t, locale } = words;
  const day = words.day(asOf);
  const link = (from: string, to: string, text: string) => `<a href="${linkBetween(from, to)}">${text}</a>`;
  return {
    wholeFile: t('wholeFile'),
    banner: (path) =>
      `<aside class="archive-banner" aria-label="${escaped(t('bannerLabel'))}"><div><p>${escaped(t('banner', { day }))}</p><ul>` +
      [
        link(path, 'index.html', escaped(t('toFront'))),
        link(path, searchPath(locale), escaped(t('toSearch'))),
        link(path, filesPath(locale), escaped(t('toFiles'))),
      ]
        .map((each) => `<li>${each}</li>`)
        .join('') +
      `</ul></div></aside>`,
    // The search of the service stands on every page; the archive's own is in the banner.
    instead: (path, action) =>
      action === `/${locale}/search`
        ? ''
        : `<p class="archive-note">${t.markup('instead', {
            day,
            search: (text) => link(path, searchPath(locale), text),
            files: (text) => link(path, filesPath(locale), text),
          })}</p>`,
  };
}

/** `index.html`: what this is, as of when, who ran it, under which licence, and how to load it again. In every language. */
export function frontPage(all: readonly ArchiveWords[], told: Told, look: Look): string {
  const [first] = all;
  if (!first) throw new Error('There is no language to write the front page in');
  const path = 'index.html';
  const parts = all.map((words) => frontIn(words, told, path, all.length));
  return document(path, first.locale, first.t('front.title', nameAndDay(first, told)), look, parts.join('\n'));
}

const nameAndDay = (words: ArchiveWords, { asOf }: Told) => ({ name: words.siteName, day: words.day(asOf) });

function frontIn(words: ArchiveWords, told: Told, path: string, languages: number): string {
  const { t, locale, day, number } = words;
  const { facts, lastPublishedAt } = told;
  const to = (there: string, text: string) => `<a href="${linkBetween(path, there)}">${text}</a>`;
  const code = (text: string) => `<code>${text}</code>`;
  const ways = [
    to(`${locale}/index.html`, escaped(t('front.read'))),
    to(searchPath(locale), escaped(t('front.search'))),
    to(filesPath(locale), escaped(t('front.files'))),
    to(`${locale}/methodology.html`, escaped(t('front.method'))),
  ];
  const about: readonly (readonly [string, string])[] = [
    [t('front.asOf'), day(told.asOf)],
    [t('front.lastPublished'), lastPublishedAt ? day(lastPublishedAt) : t('front.never')],
    [t('front.revisions'), number(told.revisions)],
    [t('front.pages'), number(facts.pages)],
    [t('front.evidence'), number(told.evidence)],
    [t('front.operator'), facts.operator ?? t('front.noOperator')],
    ...(facts.address ? [[t('front.address'), facts.address] as const] : []),
    [t('front.madeBy'), facts.madeBy],
  ];
  const inside = [
    escaped(t('front.insidePages', { count: languages })),
    t.markup('front.insideData', { code }),
    t.markup('front.insideEvidence', { code }),
    t.markup('front.insideRecord', { code, link: (text) => to('record/README.md', text) }),
    t.markup('front.insideManifest', { code }),
  ];
  const leftOut = [
    t.markup('front.leftOutChoices', { code }),
    escaped(t('front.leftOutComparisons')),
    escaped(t('front.leftOutPrivate')),
  ];
  const list = (items: readonly string[]) => `<ul>${items.map((each) => `<li>${each}</li>`).join('')}</ul>`;
  return `<main class="archive-page" lang="${locale}">
<p class="archive-kicker">${escaped(t('front.kicker'))}</p>
<h1>${escaped(t('front.heading', nameAndDay(words, told)))}</h1>
<p>${escaped(t('front.what'))}</p>
<ul class="archive-ways">${ways.map((each) => `<li>${each}</li>`).join('')}</ul>
<h2>${escaped(t('front.factsTitle'))}</h2>
<dl class="archive-facts">${about.map(([term, text]) => `<dt>${escaped(term)}</dt><dd>${escaped(text)}</dd>`).join('')}
<dt>${escaped(t('front.licence'))}</dt><dd>${t.markup('front.licenceText', { link: (text) => to(`${locale}/methodology.html`, text).replace('.html"', '.html#licence"') })}</dd></dl>
<h2>${escaped(t('front.insideTitle'))}</h2>
${list(inside)}
<h2>${escaped(t('front.leftOutTitle'))}</h2>
${list(leftOut)}
<h2>${escaped(t('front.againTitle'))}</h2>
<p>${escaped(t('front.againText'))}</p>
<pre><code>CORNERSTONE_STARTER=none bin/cornerstone load &lt;this folder&gt;
bin/cornerstone start</code></pre>
<p>${escaped(t('front.againAfter'))}</p>
</main>`;
}

/** So many names stand on one page of the list. */
const namesOnPage = 500;

/** The page to search on, and without scripts the whole list, in parts. */
export function* searchPages(
  words: ArchiveWords,
  names: readonly NamedPage[],
  look: Look,
): Generator<[string, string]> {
  const { t, locale } = words;
  const parts = Array.from({ length: Math.max(1, Math.ceil(names.length / namesOnPage)) }, (_, index) =>
    names.slice(index * namesOnPage, (index + 1) * namesOnPage),
  );
  for (const [index, part] of parts.entries()) {
    const path = searchPath(locale, index + 1);
    const items = part.map((name) => {
      const hint = hintOf(words, name);
      return `<li><a href="${linkBetween(path, placeOf(name, locale))}">${escaped(name.title)}</a><span>${escaped(hint)}</span></li>`;
    });
    const ways = parts.map((each, other) => {
      const text = escaped(t('search.part', { first: each[0]?.title ?? '', last: each.at(-1)?.title ?? '' }));
      return `<li>${other === index ? `<span aria-current="page">${text}</span>` : `<a href="${linkBetween(path, searchPath(locale, other + 1))}">${text}</a>`}</li>`;
    });
    const body = `<main class="archive-page" lang="${locale}">
<p class="archive-kicker"><a href="${linkBetween(path, 'index.html')}">${escaped(t('toFront'))}</a> · <a href="${linkBetween(path, `${locale}/index.html`)}">${escaped(t('front.read'))}</a></p>
<h1>${escaped(t('search.title'))}</h1>
<div id="archive-search" class="archive-search" hidden data-none="${escaped(t('search.none'))}" data-some="${escaped(t('search.some'))}">
<label for="archive-words">${escaped(t('search.label'))}</label><input id="archive-words" type="search" autocomplete="off"/>
<p id="archive-said" role="status"></p><ul id="archive-found" class="archive-names"></ul></div>
<div id="archive-all"><h2>${escaped(t('search.allTitle'))}</h2><p>${escaped(t('search.all', { count: names.length }))}</p>
${parts.length > 1 ? `<nav aria-label="${escaped(t('search.parts'))}"><ul class="archive-parts">${ways.join('')}</ul></nav>` : ''}
<ul class="archive-names">${items.join('')}</ul></div>
</main>
<script src="${linkBetween(path, namesPath(locale))}"></script>
<script src="${linkBetween(path, 'assets/search.js')}"></script>`;
    yield [path, document(path, locale, `${t('search.title')} | ${words.siteName}`, look, body)];
  }
}

/** The list for the script, itself a script: a page from a disk may load nothing else. */
export function* namesScript(words: ArchiveWords, names: readonly NamedPage[]): Generator<string> {
  yield 'window.archiveNames = [\n';
  for (const name of names) {
    const row = [
      name.title,
      hintOf(words, name),
      linkBetween(namesPath(words.locale), placeOf(name, words.locale)),
      name.words,
    ];
    yield `${inScript(row)},\n`;
  }
  yield '];\n';
}

const inScript = (value: unknown) =>
  JSON.stringify(value).replaceAll('<', '\\u003c').replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029');

const hintOf = ({ t }: ArchiveWords, { kind, hint }: NamedPage) =>
  [t(`search.${kind}`), hint].filter(Boolean).join(' · ');

function placeOf(name: NamedPage, locale: string): string {
  const there = archivedAddress(pathOfNamed(name, locale));
  if (there.kind === 'left-out') throw new Error(`${name.slug} has no place in the archive`);
  return there.path;
}

function document(path: string, locale: string, title: string, { styles, classes }: Look, body: string): string {
  const sheets = [...styles, 'assets/archive.css'].map(
    (each) => `<link rel="stylesheet" href="${linkBetween(path, each)}"/>`,
  );
  return `<!DOCTYPE html>
<html lang="${locale}" class="${classes}">
<head><meta charset="utf-8"/><meta name="viewport" content="width=device-width, initial-scale=1"/><meta name="color-scheme" content="light dark"/>
<title>${escaped(title)}</title>
<link rel="icon" href="${linkBetween(path, 'icon.svg')}" type="image/svg+xml"/>${sheets.join('')}</head>
<body>
${body}
</body>
</html>
`;
}
