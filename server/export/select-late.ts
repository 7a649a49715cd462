import 'server-only';
import type { FilterValues } from '@/domain/export/filters';
import { noForecastReasons } from '@/domain/forecast/expected-finish';
import { latenesses } from '@/domain/lateness';
import messages from '@/messages/en.json';
import { Prisma } from '@/prisma/generated/client/client';
import { lateFilterOf, lateRowsSql } from '../published/late-sql';
import type { PublicRecord } from '../published/record-at';
import { slippageSpreadSql } from '../published/slippage-spread';
import { caseOf, chosenCells, dayText, instantText, raw, writtenDate } from './cells';
import type { Face } from './face';

/** Every open project with how it stands to its promise and its expected finish: the rows of the page. */
export function selectLate(record: PublicRecord, filters: FilterValues, face: Face): Prisma.Sql {
  return Prisma.sql`select ${cellsOf('late', lateCells(face))} from (${lateRowsSql(lateFilterOf(filters), record.day, 'en')}) as v order by v.row_number`;
}

/** How slippage spreads, over the projects that a filter leaves. */
export function selectSlippage(record: PublicRecord, filters: FilterValues, face: Face): Prisma.Sql {
  return Prisma.sql`select ${cellsOf('slippage', { name: face.text(raw('v.name')) })} from (${slippageSpreadSql(lateFilterOf(filters).projects, record.day, 'en')}) as v`;
}

function cellsOf(table: 'late' | 'slippage', own: Readonly<Record<string, Prisma.Sql>>): Prisma.Sql {
  return chosenCells(
    table,
    ({ header, type }) => own[header] ?? (type === 'day' ? dayText(raw(`v.${header}`)) : raw(`v.${header}`)),
  );
}

const words: Readonly<Record<'lateness' | 'noForecast', Readonly<Record<string, string>>>> = messages.late;
const labels = (of: keyof typeof words, values: readonly string[]) =>
  new Map(values.map((value) => [value, words[of][value] ?? value]));

const lateCells = (face: Face): Readonly<Record<string, Prisma.Sql>> => ({
  title: face.text(raw('v.title')),
  place_slugs: face.several(raw('v.place_slugs')),
  lateness_label: caseOf(raw('v.lateness'), labels('lateness', latenesses)),
  promised_end_on: writtenDate('v.promised_end_on'),
  expected_end_first: dayText(raw('v.expected_first')),
  expected_end_on: dayText(raw('v.expected_on')),
  expected_end_last: dayText(raw('v.expected_last')),
  expected_refusal: raw('v.no_forecast'),
  expected_refusal_label: caseOf(raw('v.no_forecast'), labels('noForecast', noForecastReasons)),
  percent_reports: raw('v.reports'),
  percent_as_at: dayText(raw('v.as_at')),
  published_at: instantText(raw('v.published_at')),
});
