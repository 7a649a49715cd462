import { notFound } from 'next/navigation';

/** An address that no page answers: not found within the site's own layout, in its language. */
export default function UnknownAddress() {
  notFound();
}
