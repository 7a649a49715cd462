'use client'; // a layout is not told the address; the browser and the server's rendering of this are

import { usePathname } from 'next/navigation';
import type { NavLink } from './site-header';

export function SiteNav({ links, className }: { readonly links: readonly NavLink[]; readonly className?: string }) {
  const pathname = usePathname();
  const current = links
    .filter(({ href }) => pathname === href || pathname.startsWith(`${href}/`))
    .sort((one, other) => other.href.length - one.href.length)[0];
  // The front page's address begins every other: it is current only when it is the page itself.
  const [front] = links;
  const marked = current === front && pathname !== front?.href ? undefined : current;
  return (
    <ul className={className}>
      {links.map((link) => (
        <li key={link.href}>
          <a href={link.href} aria-current={ariaCurrent(link === marked, pathname === link.href)}>
            {link.label}
          </a>
        </li>
      ))}
    </ul>
  );
}

function ariaCurrent(isMarked: boolean, isItself: boolean): 'page' | 'true' | undefined {
  if (!isMarked) return undefined;
  return isItself ? 'page' : 'true';
}
