import { connection } from 'next/server';
import { answerFollower } from '@/app/_public/answer-follower';

/** The milestones and the promised end of one project. */
export async function GET(
  request: Request,
  { params }: RouteContext<'/[locale]/projects/[slug]/milestones.ics'>,
): Promise<Response> {
  await connection();
  const { locale, slug } = await params;
  return answerFollower(request, 'milestones.ics', { locale, project: slug });
}
