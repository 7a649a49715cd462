/** Who runs this record, as its operator names it. */
export interface Operator {
  readonly name: string;
  /** An e-mail address or a web address. */
  readonly contact: string | null;
}

/** Where a contact leads: a letter to the e-mail address, or the page. */
export const contactHref = (contact: string): string => (/^https?:\/\//.test(contact) ? contact : `mailto:${contact}`);
