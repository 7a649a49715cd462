import { contactHref, type Operator } from '@/domain/operator';

/** The address to write to, as it was given. */
export function OperatorContact({ contact }: { readonly contact: NonNullable<Operator['contact']> }) {
  return <a href={contactHref(contact)}>{contact}</a>;
}
