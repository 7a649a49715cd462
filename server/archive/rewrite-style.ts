import 'server-only';
import { archivedAddress, linkBetween } from '@/domain/archive/archived-address';

/** A style sheet whose fonts and pictures stand in the archive too. */
export function styleInArchive(
  css: string,
  address: string,
  path: string,
): { readonly css: string; readonly leadsTo: readonly string[] } {
  const leadsTo = new Set<string>();
  const rewritten = css.replaceAll(/url\(\s*(["']?)([^"')]+)\1\s*\)/g, (whole, _quote: string, named: string) => {
    if (/^(?:data:|https?:|#)/.test(named)) return whole;
    const url = new URL(named, new URL(address, 'http://record.invalid'));
    const there = archivedAddress(url.pathname);
    if (there.kind === 'left-out') return whole;
    leadsTo.add(url.pathname);
    return `url(${linkBetween(path, there.path)})`;
  });
  return { css: rewritten, leadsTo: [...leadsTo] };
}
