import type { ComponentProps } from 'react';
import { keepPast } from '@/domain/past';
import { readAt } from './read-at';

export interface LinkProps extends ComponentProps<'a'> {
  readonly href: string;
}

/** A link within the record: it leads to the day that this page is read at. A link elsewhere is an `<a>`. */
export function Link({ href, ...rest }: LinkProps) {
  return <a {...rest} href={keepPast(href, readAt())} />;
}
