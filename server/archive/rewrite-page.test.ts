import { describe, expect, test } from 'vitest';
import { rewritePage } from './rewrite-page';

const page = {
  address: '/en/projects/a-bridge?page=2',
  path: 'en/projects/a-bridge~page=2.html',
  origin: 'https://record.example.org',
  words: { banner: () => '<p>A copy.</p>', instead: () => '<p>Not here.</p>', wholeFile: '(the whole table)' },
};
const rewritten = (html: string) => rewritePage(html, page).html;

describe('a page in an archive', () => {
  test.each([
    [
      'leads to files beside it',
      '<a class="x" href="/en/places/a-village">V</a>',
      '<a class="x" href="../places/a-village.html">V</a>',
    ],
    [
      'keeps the place on a page',
      '<a href="/en/methodology#licence">L</a>',
      '<a href="../methodology.html#licence">L</a>',
    ],
    ['keeps a place on itself', '<a href="#dates">D</a>', '<a href="#dates">D</a>'],
    ['reads a link that is only a query', '<a href="?page=3">3</a>', '<a href="a-bridge~page=3.html">3</a>'],
    ['knows its own full address', '<a href="https://record.example.org/en">F</a>', '<a href="../index.html">F</a>'],
    [
      'leaves the links to others',
      '<a href="https://example.org/a?b=1&amp;c=2">O</a>',
      '<a href="https://example.org/a?b=1&amp;c=2">O</a>',
    ],
    [
      'makes what it has not plain words',
      '<a aria-label="x" class="y" href="/en?asOf=2025-01-01">Then</a>',
      '<span class="y" data-left-out="other-day">Then</span>',
    ],
    [
      'has no way to sign in',
      '<ul><li><a href="/en/sign-in" rel="nofollow">Sign in</a></li><li>B</li></ul>',
      '<ul><li>B</li></ul>',
    ],
    [
      'gives the whole file and says so',
      '<a href="/data/projects.csv?place=x">CSV</a>',
      '<a href="../../data/projects.csv">CSV</a> <span class="archive-whole">(the whole table)</span>',
    ],
    [
      'has a sentence in the place of a form',
      'a<form action="/en"><a href="/en">x</a><input name="q"/></form>b',
      'a<p>Not here.</p>b',
    ],
    [
      'has no scripts',
      'a<script>if (1 < 2) document.write("<a href=/en>")</script><link rel="preload" as="script" href="/_next/static/a.js"/>b',
      'ab',
    ],
    ['shows what is for those without scripts', '<noscript><p>Read</p></noscript>', '<p>Read</p>'],
    [
      'has its pictures beside it',
      '<img src="/evidence/ab/small.jpg" srcSet="/evidence/ab/small.jpg 480w, /evidence/ab/large.jpg 1600w"/>',
      '<img src="../../evidence/ab/small.jpg" srcSet="../../evidence/ab/small.jpg 480w, ../../evidence/ab/large.jpg 1600w"/>',
    ],
    ['says what it is before its content', '<main id="content">x</main>', '<p>A copy.</p><main id="content">x</main>'],
    [
      'brings its styles',
      '<link rel="stylesheet" href="/_next/static/chunks/a.css" data-precedence="next"/>',
      '<link rel="stylesheet" href="../../assets/chunks/a.css" data-precedence="next"/>',
    ],
    ['keeps text as it is', '<p title="a > b">1 &lt; 2<!--$--> &amp; 3</p>', '<p title="a > b">1 &lt; 2 &amp; 3</p>'],
  ])('%s', (_, html, expected) => {
    expect(rewritten(html)).toBe(expected);
  });

  test('tells what it leads to, each once, and nothing that is left out', () => {
    const html =
      '<a href="/en/places/a?asOf=2025-01-01"></a><a href="/en/b#x"></a><a href="/en/b#y"></a><a href="/data/a.csv?b=1"></a>';
    expect(rewritePage(html, page).leadsTo).toEqual(['/en/b', '/data/a.csv']);
  });
});
