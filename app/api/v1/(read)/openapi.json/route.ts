import { describeApi } from '@/server/api/describe';
import { answerUnchanging } from '../answer';

export const dynamic = 'force-dynamic';

export const GET = (request: Request): Promise<Response> => answerUnchanging(request, describeApi);
