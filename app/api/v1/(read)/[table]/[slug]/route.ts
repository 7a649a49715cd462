import { isTableName } from '@/domain/export/tables';
import { answerRecord, hasRecords } from '@/server/export/api-record';
import { answerRead, noSuchAddress } from '../../answer';

export const dynamic = 'force-dynamic';

export async function GET(request: Request, { params }: RouteContext<'/api/v1/[table]/[slug]'>): Promise<Response> {
  const { table, slug } = await params;
  if (!isTableName(table) || !hasRecords(table)) return noSuchAddress(request);
  return answerRead(request, (route, parameters) => answerRecord(route, table, slug, parameters));
}
