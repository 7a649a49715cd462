import 'server-only';
import type { FilterValues } from '@/domain/export/filters';
import { Prisma } from '@/prisma/generated/client/client';
import { qualitySql } from '../published/quality-sql';
import type { PublicRecord } from '../published/record-at';
import { chosenCells, dayText, raw } from './cells';
import type { Face } from './face';

/** The quality of the record: the rows of the page, and those that the page leaves out. */
export function selectQuality(record: PublicRecord, { measure }: FilterValues, face: Face): Prisma.Sql {
  const cells = chosenCells('quality', ({ header, type }) => {
    if (header === 'name') return face.text(raw('v.name'));
    if (type === 'yes or no') return face.yesNo(raw(`v.${header}`));
    return type === 'day' ? dayText(raw(`v.${header}`)) : raw(`v.${header}`);
  });
  return Prisma.sql`select ${cells} from (${qualitySql(record)}) as v
    ${measure ? Prisma.sql`where v.measure = ${measure}` : Prisma.empty}
    order by v.measure, v.kind nulls first, v.age_days desc nulls last, v.slug, v.field`;
}
