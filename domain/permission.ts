import type { RecordKind } from './record/kinds';
import { accept, refuse, type Result } from './result';
import type { ActingToken, TokenScope } from './token';
import type { Sector } from './vocabulary';

export const roles = ['editor', 'reviewer', 'administrator'] as const;
export type Role = (typeof roles)[number];

/** Someone who acts: as read from the database on this request, never from what a browser says. */
export interface Actor {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly organisationSlug: string | null;
  /** Empty means anywhere. Places within these are meant too. */
  readonly limitedToPlaces: readonly string[];
  /** Empty means any sector. */
  readonly limitedToSectors: readonly Sector[];
  /** A program acts for this person, by this token; the person themselves where there is none. */
  readonly token?: ActingToken;
}

export const verbs = [
  'submission.write',
  'submission.read',
  'submission.submit',
  'submission.withdraw',
  'submission.review',
  'record.propose',
  'import.run',
  'people.manage',
  'log.read',
  'token.make',
  'token.revoke',
  'webhook.manage',
] as const;
export type Verb = (typeof verbs)[number];

/** What is acted on, as far as permission depends on it. */
export interface Subject {
  readonly authorId?: string;
  readonly kind?: RecordKind;
  /** Every place the record speaks of, each with all places it lies in. */
  readonly placesWithin?: readonly (readonly string[])[];
  /** Every sector the record speaks of: its own, its project's, those of the records it shows or puts side by side. */
  readonly sectors?: readonly Sector[];
  /** Whether it says of a count of people that it was public before, so that it is never withheld. */
  readonly isCalledPublic?: boolean;
}

export interface NotPermitted {
  readonly kind: 'not-permitted';
  readonly verb: Verb;
  readonly because:
    | 'only-author'
    | 'reviewers-review'
    | 'own-submission'
    | 'administrators-manage'
    | 'reviewers-call-public'
    | 'outside-places'
    | 'outside-sectors'
    | 'only-holder'
    | 'tokens-only-propose'
    | 'token-without-scope';
}

/**
 * May this person do this? The only place that decides.
 *
 * Two pairs of eyes: nobody, administrators included, reviews a submission of their own. The database refuses it too. A token
 * does what its scopes say of its holder's own submissions, and decides on nothing.
 */
export function may(actor: Actor, verb: Verb, subject: Subject = {}): Result<true, NotPermitted> {
  const deny = (because: NotPermitted['because']) => refuse({ kind: 'not-permitted' as const, verb, because });

  const refusedToToken = actor.token && whyNotByToken(actor.token, verb, subject.authorId === actor.id);
  if (refusedToToken) return deny(refusedToToken);

  switch (verb) {
    case 'submission.write':
    case 'submission.submit':
    case 'submission.withdraw':
    case 'import.run':
      return subject.authorId === actor.id ? accept(true) : deny('only-author');
    case 'submission.read':
      return subject.authorId === actor.id || actor.role !== 'editor' ? accept(true) : deny('only-author');
    case 'submission.review':
      if (actor.role === 'editor') return deny('reviewers-review');
      return subject.authorId === actor.id ? deny('own-submission') : accept(true);
    case 'record.propose':
      if (subject.kind === 'code' && actor.role !== 'administrator') return deny('administrators-manage');
      if (subject.isCalledPublic && actor.role === 'editor') return deny('reviewers-call-public');
      if (!isWithinPlaces(actor, subject)) return deny('outside-places');
      if (!isWithinSectors(actor, subject)) return deny('outside-sectors');
      return accept(true);
    case 'token.make':
      return subject.authorId === actor.id ? accept(true) : deny('only-holder');
    case 'token.revoke':
      return subject.authorId === actor.id || actor.role === 'administrator' ? accept(true) : deny('only-holder');
    case 'people.manage':
    case 'log.read':
    case 'webhook.manage':
      return actor.role === 'administrator' ? accept(true) : deny('administrators-manage');
  }
}

/** What each scope of a token lets a program do. What no scope has, no token does. */
const scopeFor: Readonly<Partial<Record<Verb, TokenScope>>> = {
  'submission.write': 'submissions:write',
  'submission.submit': 'submissions:write',
  'record.propose': 'submissions:write',
  'submission.read': 'submissions:read',
};

function whyNotByToken(token: ActingToken, verb: Verb, isOwn: boolean): NotPermitted['because'] | null {
  const scope = scopeFor[verb];
  if (!scope) return 'tokens-only-propose';
  if (!token.scopes.includes(scope)) return 'token-without-scope';
  // What others wrote is for people to read, whatever the role of the token's holder.
  return verb === 'submission.read' && !isOwn ? 'only-author' : null;
}

/** A record of several places is within the limit when each of them is; a record of no place is within any. */
function isWithinPlaces({ limitedToPlaces }: Actor, { placesWithin = [] }: Subject): boolean {
  if (limitedToPlaces.length === 0) return true;
  return placesWithin.every((chain) => chain.some((place) => limitedToPlaces.includes(place)));
}

/** A record of several sectors is within the limit when each of them is; a record of no sector is within any. */
function isWithinSectors({ limitedToSectors }: Actor, { sectors = [] }: Subject): boolean {
  return limitedToSectors.length === 0 || sectors.every((sector) => limitedToSectors.includes(sector));
}
