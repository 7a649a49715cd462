import { isTableName } from '@/domain/export/tables';
import { answerList } from '@/server/export/api-list';
import { answerRead, noSuchAddress } from '../answer';

export const dynamic = 'force-dynamic';

export async function GET(request: Request, { params }: RouteContext<'/api/v1/[table]'>): Promise<Response> {
  const { table } = await params;
  if (!isTableName(table)) return noSuchAddress(request);
  return answerRead(request, (route, parameters) => answerList(route, table, parameters));
}
