import { connection } from 'next/server';
import { answerFollower } from '@/app/_public/answer-follower';

/** The latest changes, or those that its filter leaves, as a JSON Feed. */
export async function GET(request: Request, { params }: RouteContext<'/[locale]/feed.json'>): Promise<Response> {
  await connection();
  return answerFollower(request, 'feed.json', await params);
}
