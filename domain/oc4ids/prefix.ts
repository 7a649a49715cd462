/**
 * What stands before the identifier of every project, so that it is one of its kind in the world. A prefix is given out by
 * the Open Contracting Partnership, one for each publisher.
 */
export const prefixShape = /^oc4ids-[a-z0-9]{6}$/;

/** Stands in until the operator has a prefix of their own; no publisher has it. */
export const placeholderPrefix = 'oc4ids-xxxxxx';

export const projectIdentifier = (prefix: string, slug: string): string => `${prefix}-${slug}`;
