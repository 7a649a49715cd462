import { connection } from 'next/server';
import { answerFollower } from '@/app/_public/answer-follower';

/** Milestones and promised ends of the projects at one place and in what lies in it. */
export async function GET(
  request: Request,
  { params }: RouteContext<'/[locale]/places/[slug]/milestones.ics'>,
): Promise<Response> {
  await connection();
  const { locale, slug } = await params;
  return answerFollower(request, 'milestones.ics', { locale, place: slug });
}
