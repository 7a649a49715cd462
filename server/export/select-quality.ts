import 'server-only';
import type { FilterValues } from '@/domain/export/filters';
import { columnsOf } from '@/domain/export/tables';
import { Prisma } from '@/prisma/generated/client/client';
import { qualitySql } from '../published/quality-sql';
import type { PublicRecord } from '../published/record-at';
import { dayText, raw } from './cells';

/** The quality of the record: the rows of the page, and those that the page leaves out. */
export function selectQuality(record: PublicRecord, { measure }: FilterValues): Prisma.Sql {
  const cells = columnsOf('quality').map(({ header, type }) => {
    if (header === 'name') return raw('disarmed(v.name)');
    if (type === 'yes or no') return raw(`case when v.${header} then 'yes' when not v.${header} then 'no' end`);
    return type === 'day' ? dayText(raw(`v.${header}`)) : raw(`v.${header}`);
  });
  return Prisma.sql`select ${Prisma.join(cells, ', ')} from (${qualitySql(record)}) as v
    ${measure ? Prisma.sql`where v.measure = ${measure}` : Prisma.empty}
    order by v.measure, v.kind nulls first, v.age_days desc nulls last, v.slug, v.field`;
}
