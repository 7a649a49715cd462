import { getTranslations } from 'next-intl/server';
import { Notice } from '@/components/layout/notice';
import { PageHead } from '@/components/layout/page-head';
import { httpStatusOf, type Problem } from '@/domain/problem';
import { answerWithStatus } from '@/server/http/page-status';
import { problemSentence } from './problem-sentence';

/** Instead of a page that this person may not see: its title, and why not, with the status that says so. */
export async function RefusedPage({ title, problem }: { readonly title: string; readonly problem: Problem }) {
  answerWithStatus(httpStatusOf(problem));
  return (
    <>
      <PageHead title={title} />
      <Notice>
        <p>{problemSentence(problem, await getTranslations())}</p>
      </Notice>
    </>
  );
}
