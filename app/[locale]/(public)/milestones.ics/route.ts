import { connection } from 'next/server';
import { answerFollower } from '@/app/_public/answer-follower';

/** Milestones and promised ends of every project, or of those that its filter leaves. */
export async function GET(request: Request, { params }: RouteContext<'/[locale]/milestones.ics'>): Promise<Response> {
  await connection();
  return answerFollower(request, 'milestones.ics', await params);
}
