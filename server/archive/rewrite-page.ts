import 'server-only';
import { archivedAddress, linkBetween } from '@/domain/archive/archived-address';
import { type Attributes, escaped, type Piece, piecesOf, unescaped, written } from './html';

export interface PageInArchive {
  /** As it was asked for: path and query. */
  readonly address: string;
  /** Where it will stand. */
  readonly path: string;
  /** Where the service says it is, so that its own full addresses are known as its own. */
  readonly origin: string;
  readonly words: PageWords;
}

export interface PageWords {
  /** Before the page's own content: what kind of copy this is. HTML, given where the page stands. */
  readonly banner: (path: string) => string;
  /** In the place of a form that asks this address. HTML. */
  readonly instead: (path: string, action: string) => string;
  /** Behind a link to a file that was filtered and here is not. */
  readonly wholeFile: string;
}

export interface RewrittenPage {
  readonly html: string;
  /** Addresses of the service that the page needs or leads to, and that the archive has. */
  readonly leadsTo: readonly string[];
}

const addressed = ['href', 'src', 'poster', 'xlink:href'] as const;
/** What a browser would fetch early for scripts that are not there. */
const forScripts = /^(?:preload|modulepreload|prefetch|preconnect|dns-prefetch)$/;

/**
 * Makes a page of the service one of the archive: its links lead to files, what needs a server is a sentence, and no script
 * is left.
 */
export function rewritePage(html: string, page: PageInArchive): RewrittenPage {
  const leadsTo = new Set<string>();
  const links = new Links(page, leadsTo);
  const out: string[] = [];
  /** An element of which nothing is kept, until it ends. */
  let leaving: string | null = null;
  /** What is written where the link ends that was begun last; links hold no links. */
  let endOfLink = '</a>';

  for (const piece of piecesOf(html)) {
    if (leaving !== null) {
      if (piece.kind === 'close' && piece.name === leaving) leaving = null;
      continue;
    }
    if (piece.kind === 'raw') {
      out.push(piece.text);
      continue;
    }
    if (piece.kind === 'close') {
      if (piece.name === 'noscript') continue;
      if (piece.name === 'head') out.push(links.ownStyle());
      out.push(piece.name === 'a' ? endOfLink : written(piece));
      continue;
    }
    switch (piece.name) {
      case 'script':
        leaving = piece.isClosed ? null : 'script';
        break;
      case 'noscript': // there are no scripts, so it always holds
        break;
      case 'form':
        leaving = 'form';
        out.push(page.words.instead(page.path, piece.attributes.get('action') ?? ''));
        break;
      case 'main':
        out.push(page.words.banner(page.path), written(links.rewritten(piece)));
        break;
      case 'link':
        out.push(links.headLink(piece));
        break;
      case 'a': {
        const link = links.anchor(piece);
        if (link === null) leaving = 'a';
        else {
          out.push(link.begin);
          endOfLink = link.end;
        }
        break;
      }
      default:
        out.push(written(links.rewritten(piece)));
    }
  }
  return { html: out.join('').replaceAll('<li></li>', ''), leadsTo: [...leadsTo] };
}

type Open = Piece & { readonly kind: 'open' };

class Links {
  constructor(
    private readonly page: PageInArchive,
    private readonly leadsTo: Set<string>,
  ) {}

  ownStyle(): string {
    return `<link rel="stylesheet" href="${linkBetween(this.page.path, 'assets/archive.css')}"/>`;
  }

  /** Null: of such a link nothing is left, not even its words. */
  anchor(piece: Open): { readonly begin: string; readonly end: string } | null {
    const href = piece.attributes.get('href');
    const own = href ? this.#own(unescaped(href)) : null;
    if (own === null) return { begin: written(piece), end: '</a>' };
    const there = archivedAddress(own);
    if (there.kind === 'left-out') {
      if (there.because === 'service' && !own.startsWith('/api/')) return null;
      const kept = [...piece.attributes].filter(([name]) => !/^(?:href|rel|target|download|aria-label)$/.test(name));
      const attributes: Attributes = new Map([...kept, ['data-left-out', there.because]]);
      return { begin: written({ ...piece, name: 'span', attributes }), end: '</span>' };
    }
    const end =
      there.kind === 'whole-file'
        ? `</a> <span class="archive-whole">${escaped(this.page.words.wholeFile)}</span>`
        : '</a>';
    return { begin: written(this.#with(piece, 'href', this.#link(own))), end };
  }

  headLink(piece: Open): string {
    const rel = piece.attributes.get('rel') ?? '';
    if (forScripts.test(rel)) return '';
    if (rel === 'canonical') return written(piece);
    const own = this.#own(unescaped(piece.attributes.get('href') ?? ''));
    if (own === null) return written(piece);
    const there = archivedAddress(own);
    return there.kind === 'left-out' || there.kind === 'whole-file'
      ? ''
      : written(this.#with(piece, 'href', this.#link(own)));
  }

  rewritten(piece: Open): Open {
    let changed = piece;
    for (const name of addressed) {
      const value = piece.attributes.get(name);
      const own = value ? this.#own(unescaped(value)) : null;
      if (own === null) continue;
      if (archivedAddress(own).kind !== 'left-out') changed = this.#with(changed, name, this.#link(own));
    }
    const set = piece.attributes.get('srcset') ?? piece.attributes.get('srcSet');
    if (!set) return changed;
    const sources = unescaped(set)
      .split(',')
      .map((each) => {
        const [address = '', size = ''] = each.trim().split(/\s+/, 2);
        const own = this.#own(address);
        return `${own === null ? address : this.#link(own)} ${size}`.trim();
      });
    return this.#with(changed, piece.attributes.has('srcset') ? 'srcset' : 'srcSet', sources.join(', '));
  }

  /** The address below the service, where it is one of its own and more than a place on this page. */
  #own(href: string): string | null {
    if (href === '' || href.startsWith('#')) return null;
    if (/^[a-z][a-z0-9+.-]*:/i.test(href) && !href.startsWith(`${this.page.origin}/`)) return null;
    const url = new URL(href, new URL(this.page.address, this.page.origin));
    return url.origin === this.page.origin ? `${url.pathname}${url.search}${url.hash}` : null;
  }

  #link(own: string): string {
    const there = archivedAddress(own);
    if (there.kind === 'left-out') return own;
    const [address = '', hash] = own.split('#', 2);
    this.leadsTo.add(there.kind === 'page' ? address : (address.split('?')[0] ?? ''));
    return `${linkBetween(this.page.path, there.path)}${hash ? `#${hash}` : ''}`;
  }

  #with(piece: Open, name: string, value: string): Open {
    return { ...piece, attributes: new Map([...piece.attributes, [name, escaped(value)]]) };
  }
}
