import { connection } from 'next/server';
import { answerFollower } from '@/app/_public/answer-follower';

/** The latest changes of one place, of what lies in it, and of what is stated of it, as a JSON Feed. */
export async function GET(
  request: Request,
  { params }: RouteContext<'/[locale]/places/[slug]/feed.json'>,
): Promise<Response> {
  await connection();
  const { locale, slug } = await params;
  return answerFollower(request, 'feed.json', { locale, place: slug });
}
