import { isTableName } from '@/domain/export/tables';
import { answerHistory, hasRecords } from '@/server/export/api-record';
import { answerRead, noSuchAddress } from '../../../answer';

export const dynamic = 'force-dynamic';

export async function GET(
  request: Request,
  { params }: RouteContext<'/api/v1/[table]/[slug]/history'>,
): Promise<Response> {
  const { table, slug } = await params;
  if (!isTableName(table) || !hasRecords(table)) return noSuchAddress(request);
  return answerRead(request, (route, parameters) => answerHistory(route, table, slug, parameters));
}
