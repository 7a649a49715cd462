import { answerIndex } from '@/server/export/api-index';
import { answerRead } from './answer';

export const dynamic = 'force-dynamic';

export const GET = (request: Request): Promise<Response> => answerRead(request, answerIndex);
