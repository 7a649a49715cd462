import { Feed, type Item } from 'feed';
import { changedFields } from '@/components/history/change-text';
import type { TextContext } from '@/components/review/content-text';
import type { FilterValues } from '@/domain/export/filters';
import { filterQuery } from '@/domain/export/filters';
import { type FollowForm, followPath, longestFeed } from '@/domain/follow/follow';
import { titleOf } from '@/domain/form/title-of';
import { recordPath } from '@/domain/form/record-path';
import { historyPath } from '@/domain/history/history-path';
import { pastQuery } from '@/domain/past';
import type { Locale } from '@/i18n/locales';
import { baseUrl } from '@/server/env';
import { readOperator } from '@/server/operator';
import { type FollowedRevision, readFollowed } from '@/server/published/followed';
import { readHistoryWords } from '@/server/published/history-words';
import type { PublicRecord } from '@/server/published/record-at';
import { type FollowWords, nameFollowed } from './follow-words';

/**
 * The latest changes as Atom or JSON Feed. It says what the histories say, from the same rows: what is withheld stays
 * withheld, and nobody is named, not even who agreed to be, because a feed is copied and cannot be taken back.
 */
export async function makeFeed(
  record: PublicRecord,
  of: FilterValues,
  form: Exclude<FollowForm, 'milestones.ics'>,
  told: FollowWords,
): Promise<string> {
  const { locale, t, format } = told;
  const revisions = await readFollowed(record, of, longestFeed);
  const stated = revisions.flatMap(({ kind, slug, before, after }) =>
    [before, after].map((content) => ({ kind, slug, content })),
  );
  const words = await readHistoryWords(record, stated, locale);
  const name = await nameFollowed(record, of, told);
  const base = baseUrl();
  const own = (one: 'feed.atom' | 'feed.json') => withPast(base + followPath(locale, one, of), record);
  const rows = `${base}/data/revisions.csv${filterQuery({ kind: of.kind, ...pastQuery(record.past) })}`;
  const operator = readOperator();
  const feed = new Feed({
    // Of the feed of everything and of each other one, whichever day is asked for: readers see one feed.
    id: `${base}${followPath(locale, 'feed.atom', of)}`,
    title: readable(name ? t('follow.title', { name }) : t('follow.titleOfAll')),
    description: readable(t('follow.description', { most: longestFeed, rows })),
    link: withPast(base + pagePath(locale, of), record),
    // The moment of its latest change, so that the same feed is the same bytes.
    updated: revisions[0]?.publishedAt ?? new Date(0),
    generator: t('site.name'),
    feedLinks: { atom: own('feed.atom'), json: own('feed.json') },
    copyright: t('follow.licence', { address: `${base}/${locale}/methodology#licence` }),
    author: { name: readable(operator?.name ?? t('site.name')), link: base },
  });
  const context = { words, t, format };
  for (const revision of revisions) feed.addItem(entryOf(revision, context, `${base}/${locale}`, form));
  return form === 'feed.atom' ? feed.atom1() : feed.json1();
}

function entryOf(
  revision: FollowedRevision,
  context: TextContext,
  base: string,
  form: 'feed.atom' | 'feed.json',
): Item {
  const { t, words } = context;
  const { kind, slug, action, reasonKind, reason, source, version, publishedAt } = revision;
  const name = titleOf({ kind, slug, content: revision.after }, words.labels);
  const title = `${name}: ${t(`history.actions.${action}`, { kind: t(`record.${kind}.name`) })}`;
  const changes = changesOf(revision, context);
  const why = t('history.reason', {
    kind: t(`vocabulary.reasonKinds.${reasonKind}`),
    hasReason: reason ? 'yes' : 'no',
    reason: reason ?? '',
  });
  // In Atom both texts are HTML by their type; in JSON Feed only the content is.
  const plain = form === 'feed.atom' ? (text: string) => html(text) : readable;
  return {
    // The name of the revision itself: it stays when the record moves to another address.
    id: `urn:uuid:${revision.id}`,
    title: plain(title),
    link: `${base}${historyPath({ of: 'record', kind, slug })}#revision-${revision.sequence}`,
    date: publishedAt,
    published: publishedAt,
    description: plain([changes.join('; '), why].filter(Boolean).join(' ')),
    content: [
      `<p>${html(name)}, ${html(t('history.version', { version }))}</p>`,
      changes.length > 0 ? `<ul>${changes.map((line) => `<li>${html(line)}</li>`).join('')}</ul>` : '',
      `<p>${html(why)}</p>`,
      source ? `<p>${html(t('figures.source'))}: ${sourceHtml(source)}</p>` : '',
      `<p>${html(actedText(revision, t))}</p>`,
    ].join(''),
    category: [{ name: t(`record.${kind}.name`), term: recordPath(kind, '').slice(0, -1) }],
  };
}

function changesOf(revision: FollowedRevision, context: TextContext): readonly string[] {
  if (revision.action === 'withdraw') return [context.t('history.withdrawn')];
  const lines = changedFields(revision, context).map(({ text }) => text);
  return lines.length === 0 && revision.action === 'change' ? [context.t('history.withheldOnly')] : lines;
}

function actedText({ submittedBy, approvedBy }: FollowedRevision, t: TextContext['t']): string {
  const person = ({ role, organisation }: FollowedRevision['submittedBy']) =>
    t('history.who.person', {
      role,
      organisation: organisation ?? '',
      of: organisation ? 'some' : 'none',
      name: '',
      named: 'no',
    });
  return t('history.who.acted', { submitter: person(submittedBy), approver: person(approvedBy) });
}

function sourceHtml({ title, publisher, url }: NonNullable<FollowedRevision['source']>): string {
  const named = /^https?:\/\//.test(url ?? '') ? `<a href="${html(url ?? '')}">${html(title)}</a>` : html(title);
  return publisher ? `${html(publisher)}: ${named}` : named;
}

/** The page that shows what the feed tells. */
function pagePath(locale: Locale, { project, place, sector, kind }: FilterValues): string {
  if (project && !place) return `/${locale}/projects/${project}`;
  if (place && !project && !sector && !kind) return `/${locale}/places/${place}`;
  return `/${locale}/changes${filterQuery({ sector, kind, place })}`;
}

function withPast(address: string, { past }: PublicRecord): string {
  const url = new URL(address);
  for (const [name, day] of Object.entries(pastQuery(past))) url.searchParams.set(name, day);
  return url.href;
}

/** What XML cannot hold, whatever it is written as, is left out: readers refuse a whole feed for one such character. */
const readable = (text: string) => text.replaceAll(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '');

const html = (text: string) =>
  readable(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
