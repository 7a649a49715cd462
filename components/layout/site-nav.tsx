'use client'; // a layout is not told the address; the browser and the server's rendering of this are

import { usePathname } from 'next/navigation';
import type { NavLink } from './site-header';

export function SiteNav({ links, className }: { readonly links: readonly NavLink[]; readonly className?: string }) {
  const pathname = usePathname();
  const current = links
    .filter((link) => pathname === pathOf(link) || pathname.startsWith(`${pathOf(link)}/`))
    .sort((one, other) => pathOf(other).length - pathOf(one).length)[0];
  // The front page's address begins every other: it is current only when it is the page itself.
  const [front] = links;
  const marked = current === front && front && pathname !== pathOf(front) ? undefined : current;
  return (
    <ul className={className}>
      {links.map((link) => (
        <li key={link.href}>
          <a href={link.href} aria-current={ariaCurrent(link === marked, pathname === pathOf(link))}>
            {link.label}
          </a>
        </li>
      ))}
    </ul>
  );
}

/** Without the day that the link keeps. */
const pathOf = ({ href }: NavLink) => href.split('?')[0] ?? href;

function ariaCurrent(isMarked: boolean, isItself: boolean): 'page' | 'true' | undefined {
  if (!isMarked) return undefined;
  return isItself ? 'page' : 'true';
}
