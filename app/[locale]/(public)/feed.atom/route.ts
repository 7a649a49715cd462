import { connection } from 'next/server';
import { answerFollower } from '@/app/_public/answer-follower';

/** The latest changes, or those that its filter leaves, as an Atom feed. */
export async function GET(request: Request, { params }: RouteContext<'/[locale]/feed.atom'>): Promise<Response> {
  await connection();
  return answerFollower(request, 'feed.atom', await params);
}
