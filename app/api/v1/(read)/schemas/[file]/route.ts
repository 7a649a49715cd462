import { isRecordKind } from '@/domain/record/kinds';
import { describeContent } from '@/server/api/content-schema';
import { answerUnchanging, noSuchAddress } from '../../answer';

export const dynamic = 'force-dynamic';

/** What the content of a change to one kind of record must be. */
export async function GET(request: Request, { params }: RouteContext<'/api/v1/schemas/[file]'>): Promise<Response> {
  const { file } = await params;
  const kind = file.replace(/\.json$/, '');
  if (!file.endsWith('.json') || !isRecordKind(kind)) return noSuchAddress(request);
  return answerUnchanging(request, () => describeContent(kind));
}
