import { connection } from 'next/server';
import { answerFollower } from '@/app/_public/answer-follower';

/** The latest changes in the language of the record's first page, as an Atom feed. */
export async function GET(request: Request): Promise<Response> {
  await connection();
  return answerFollower(request, 'feed.atom', {});
}
