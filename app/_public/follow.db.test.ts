import ICAL from 'ical.js';
import { createTranslator } from 'next-intl';
import { beforeAll, describe, expect, test } from 'vitest';
import { xml2js } from 'xml-js';
import { figureFormat } from '@/components/figures/figure-format';
import type { FilterValues } from '@/domain/export/filters';
import messages from '@/messages/en.json';
import { db } from '@/server/db';
import { recordAt, recordNow } from '@/server/published/record-at';
import { today } from '@/server/clock';
import { aPerson } from '@/test/people';
import {
  adding,
  aPlace,
  approvedBy,
  aProject,
  aReport,
  aSubmission,
  changing,
  published,
  stated,
  theGround,
} from '@/test/record';
import { makeCalendar } from './calendar';
import { makeFeed } from './feed';
import type { FollowWords } from './follow-words';

const t = createTranslator({ locale: 'en', messages }) as unknown as FollowWords['t']; // the keys are written out in the messages
const figures = createTranslator({ locale: 'en', messages, namespace: 'figures' });
const words: FollowWords = { locale: 'en', t, format: figureFormat('en', figures as never) }; // as above
const record = recordNow();

type Element = {
  name: string;
  attributes?: Record<string, string>;
  elements?: Element[];
  text?: string;
  cdata?: string;
};
const parse = (xml: string) => xml2js(xml, { compact: false }) as { elements: Element[] }; // its documented shape
const children = (element: Element | undefined, name: string) =>
  (element?.elements ?? []).filter((each) => each.name === name);
const textOf = (element: Element | undefined) =>
  (element?.elements ?? []).map(({ text, cdata }) => text ?? cdata ?? '').join('');

async function atom(of: FilterValues = {}, at = record) {
  const xml = await makeFeed(at, of, 'feed.atom', words);
  const [feed] = parse(xml).elements;
  const entries = children(feed, 'entry').map((entry) => ({
    id: textOf(children(entry, 'id')[0]),
    title: textOf(children(entry, 'title')[0]),
    summary: textOf(children(entry, 'summary')[0]),
    content: textOf(children(entry, 'content')[0]),
    updated: textOf(children(entry, 'updated')[0]),
    link: children(entry, 'link')[0]?.attributes?.href ?? '',
  }));
  return { xml, feed, entries };
}

async function events(of: FilterValues = {}, at = record) {
  const calendar = new ICAL.Component(ICAL.parse(await makeCalendar(at, of, words)));
  return calendar.getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component);
    return {
      uid: event.uid,
      sequence: event.sequence,
      summary: event.summary,
      description: event.description,
      isAllDay: event.startDate.isDate,
      from: event.startDate.toString(),
      to: event.endDate.toString(),
      status: component.getFirstPropertyValue('status'),
    };
  });
}

const aCount = (families: number, slug: string) =>
  adding('resettlement', slug, {
    placeSlug: 'a-village',
    kind: 'return',
    populationGroup: 'returned_idp',
    stage: 'happened',
    counting: 'running_total',
    referenceOn: '2026-05-31',
    families,
    personsMethod: 'not_stated',
    ...stated,
  });

beforeAll(async () => {
  await published(
    ...theGround,
    aPlace('another-village', { names: [{ language: 'en', name: 'Another', kind: 'not_stated', isMain: true }] }),
    adding('programme', 'a-programme', { title: 'A programme', ...stated }),
    aProject('a-bridge', {
      title: 'A <bridge> & "more" ]]>',
      forecastEndOn: '2027-Q2',
      programmeSlug: 'a-programme',
      statusOn: '2026-01-01',
    }),
    aProject('homes', { title: 'Homes', sector: 'infrastructure', places: [{ placeSlug: 'another-village' }] }),
    adding('milestone', 'an-opening', {
      projectSlug: 'a-bridge',
      title: 'Opening; with, signs\\',
      type: 'opening',
      plannedOn: '2026-12-31',
      ...stated,
    }),
  );
  await published(aReport('a-report', { narrative: 'A line\nand another' }), aCount(3, 'a-small-count'));
  await published(
    changing('progress_report', 'a-report', 1, {
      ...(aReport('a-report').content as Record<string, unknown>),
      physicalProgressPercent: 50,
    }),
  );
});

describe('a feed of changes', () => {
  test('is well-formed, whatever the titles hold, and names its entries for ever', async () => {
    const [once, again] = [await atom(), await atom()];
    expect(once.xml).toBe(again.xml);
    expect(once.feed?.attributes).toEqual({ xmlns: 'http://www.w3.org/2005/Atom' });
    expect(new Set(once.entries.map(({ id }) => id)).size).toBe(once.entries.length);
    expect(once.entries.every(({ id }) => /^urn:uuid:[0-9a-f-]{36}$/.test(id))).toBe(true);
    expect(textOf(children(once.feed, 'updated')[0])).toBe(once.entries[0]?.updated);
  });

  test('says in words what changed, with its figures, reason and source', async () => {
    const [latest] = (await atom()).entries;
    expect(latest?.summary).toContain('+7.5');
    expect(latest?.summary).toContain('A newer statement');
    expect(latest?.content).toContain('Ministry: Bulletin 6');
    expect(latest?.link).toMatch(/\/en\/history\/progress-report\/a-report#revision-\d+$/);
    expect((await atom({ kind: 'project' })).entries.at(-1)?.title).toContain('&lt;bridge&gt; &amp; &quot;more&quot;');
  });

  test('withholds small counts and names nobody, not even who agreed to be named', async () => {
    const author = await aPerson({ role: 'administrator', name: 'Zsófia Named' });
    await db.user.update({ where: { id: author.id }, data: { isNamedInPublic: true } });
    await approvedBy(
      await aPerson({ role: 'reviewer' }),
      await aSubmission(author, [aProject('a-well', { title: 'A well' })]),
    );
    for (const form of ['feed.atom', 'feed.json'] as const) {
      const whole = await makeFeed(record, {}, form, words);
      expect(whole).not.toContain('Zsófia');
      expect(whole).toContain('A well');
      expect(whole).toContain('withheld');
      expect(whole).not.toMatch(/Families[^<"]*\b3\b/i);
    }
  });

  test('is narrowed to a project, a place with what lies in it, a programme, a sector, a kind', async () => {
    const titles = async (of: FilterValues) => (await atom(of)).entries.map(({ title }) => title).join('\n');
    expect(await titles({ project: 'a-bridge' })).not.toContain('Homes');
    expect(await titles({ project: 'a-bridge' })).toContain('Opening');
    expect(await titles({ place: 'another-village' })).toContain('Homes');
    expect(await titles({ place: 'another-village' })).not.toContain('bridge');
    expect(await titles({ programme: 'a-programme' })).toContain('bridge');
    expect(await titles({ programme: 'a-programme' })).not.toContain('Homes');
    expect((await atom({ sector: 'housing' })).entries).toEqual([]);
    expect(await titles({ sector: 'infrastructure' })).toContain('Homes');
    expect(await titles({ sector: 'infrastructure' })).toContain('Progress report');
  });

  test('says as JSON Feed what it says as Atom', async () => {
    const { entries } = await atom();
    const json = JSON.parse(await makeFeed(record, {}, 'feed.json', words)) as {
      items: { id: string; url: string; title: string; content_html: string }[];
    }; // its own format
    expect(json.items.map(({ id, url, content_html: content }) => [id, url, content])).toEqual(
      entries.map(({ id, link, content }) => [id, link, content]),
    );
    expect(json.items.some(({ title }) => title.includes('A <bridge> & "more" ]]>'))).toBe(true);
  });

  test('of an earlier day tells nothing later', async () => {
    const before = recordAt({ asOf: '2020-01-01' as never, until: null }, today());
    expect((await atom({}, before)).entries).toEqual([]);
  });
});

describe('the calendar', () => {
  test('has whole days, the words of what is not known to the day, and stable names', async () => {
    const all = await events();
    expect(all).toEqual(await events());
    expect(all.find(({ uid }) => uid.startsWith('milestone-an-opening@'))).toMatchObject({
      summary: 'Opening; with, signs\\ (A <bridge> & "more" ]]>)',
      isAllDay: true,
      from: '2026-12-31',
      to: '2027-01-01',
      status: 'CONFIRMED',
      sequence: 0,
    });
    const promised = all.find(({ uid }) => uid.startsWith('project-a-bridge@'));
    expect(promised).toMatchObject({ from: '2027-04-01', to: '2027-07-01', status: 'TENTATIVE' });
    expect(promised?.summary).toContain('Q2 2027');
    expect(promised?.description).toContain('Ministry: Bulletin 6');
  });

  test('raises the number of an event when its date moves, and only then', async () => {
    const opening = async () => (await events()).find(({ uid }) => uid.startsWith('milestone-an-opening@'));
    const promise = async () => (await events()).find(({ uid }) => uid.startsWith('project-a-bridge@'));
    const facts = { projectSlug: 'a-bridge', title: 'Opening', type: 'opening', plannedOn: '2026-12-31', ...stated };
    await published(changing('milestone', 'an-opening', 1, facts));
    expect((await opening())?.sequence).toBe(0);
    await published(changing('milestone', 'an-opening', 2, { ...facts, forecastOn: '2027-03-01' }));
    expect(await opening()).toMatchObject({ sequence: 1, from: '2027-03-01' });

    const before = await promise();
    await published(
      aReport('a-promise', { referenceOn: '2026-10-01', promisedEndOn: '2028-01-15', physicalProgressPercent: 50 }),
    );
    expect((await promise())?.sequence).toBe((before?.sequence ?? 0) + 1);
  });

  test('of what had happened by a day has no day that happened later', async () => {
    await published(
      adding('milestone', 'a-start', {
        projectSlug: 'a-bridge',
        title: 'Start',
        type: 'start',
        plannedOn: '2026-03-01',
        actualOn: '2026-04-02',
        ...stated,
      }),
    );
    const on = async (at = record) =>
      (await events({}, at)).find(({ uid }) => uid.startsWith('milestone-a-start@'))?.from;
    const past = recordAt({ asOf: null, until: '2026-03-15' as never }, today());
    expect([await on(), await on(past)]).toEqual(['2026-04-02', '2026-03-01']);
    const all = {
      place: 'a-village',
      programme: 'a-programme',
      sector: 'infrastructure',
      project: 'a-bridge',
      kind: 'milestone',
    };
    expect((await atom(all, past)).entries.length).toBeGreaterThan(0);
  });

  test('is narrowed as feeds are', async () => {
    expect(await events({ place: 'another-village' })).toEqual([]);
    expect((await events({ project: 'a-bridge' })).length).toBe(3);
    expect((await events({ programme: 'a-programme', sector: 'infrastructure' })).length).toBe(3);
    expect(await events({ sector: 'housing' })).toEqual([]);
  });
});
