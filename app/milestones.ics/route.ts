import { connection } from 'next/server';
import { answerFollower } from '@/app/_public/answer-follower';

/** The same in the language of the record's first page. */
export async function GET(request: Request): Promise<Response> {
  await connection();
  return answerFollower(request, 'milestones.ics', {});
}
