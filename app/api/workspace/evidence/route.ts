import { getTranslations } from 'next-intl/server';
import { NextResponse } from 'next/server';
import { addEvidence } from '@/app/_edge/add-evidence';
import { formAgain, localeIn, rowOf, typedIn } from '@/app/_edge/evidence-form';
import { problemSentence } from '@/app/_edge/problem-sentence';
import { refusedUpload } from '@/domain/evidence/upload';
import type { Actor } from '@/domain/permission';
import { httpStatusOf, type Problem } from '@/domain/problem';
import { refuse, type Result } from '@/domain/result';
import { isHash } from '@/server/evidence/store';
import type { StoredFile } from '@/server/evidence/stored-file';
import { keepEvidence } from '@/server/commands/keep-evidence';
import { baseUrl } from '@/server/env';
import { makeQueue, Overloaded } from '@/server/http/queue';
import { currentActor } from '@/server/session';

/** Files are in memory while they arrive: a few at once, and a bounded number of people wait. */
const inTurn = makeQueue({ atOnce: 4, waiting: 20 });

/**
 * Takes in a photo or a document. A form of a page with JavaScript gets the facts of the file, or the sentence why not; a plain
 * form goes on to the draft that the file was put into, or comes back with what was typed.
 */
export async function POST(request: Request): Promise<Response> {
  const actor = await currentActor();
  if (!actor) return new Response('Sign in first.\n', { status: 401 });
  if (!isFromHere(request)) return new Response('This form is not of this service.\n', { status: 403 });
  try {
    return await inTurn(async () => {
      const form = await request.formData().catch(() => null);
      if (!form) return new Response('The file did not arrive whole. Go back and send it again.\n', { status: 400 });
      return request.headers.get('accept')?.startsWith('application/json')
        ? answerPage(actor, form)
        : answerForm(actor, form);
    });
  } catch (error) {
    if (error instanceof Overloaded)
      return new Response('Many files are arriving. Try again in a minute.\n', { status: 503 });
    throw error;
  }
}

async function answerPage(actor: Actor, form: FormData): Promise<Response> {
  const kept = await keepFile(actor, form);
  if (kept.ok) return NextResponse.json({ kind: 'kept', file: kept.value });
  const message = problemSentence(kept.problem, await getTranslations({ locale: localeIn(form) }));
  return NextResponse.json({ kind: 'refused', message }, { status: httpStatusOf(kept.problem) });
}

async function answerForm(actor: Actor, form: FormData): Promise<Response> {
  const locale = localeIn(form);
  const before = typedIn(form, 'hash');
  // The file came with an earlier sending, whose words were refused.
  const hash = isHash(before) && !hasFile(form) ? before : null;
  const kept = hash === null ? await keepFile(actor, form) : null;
  if (kept && !kept.ok) return goTo(formAgain(form, null, kept.problem));
  const file = kept?.value.hash ?? hash ?? '';
  const added = await addEvidence(actor, {
    locale,
    sourceSlug: typedIn(form, 'source'),
    submissionId: typedIn(form, 'submission') || null,
    row: rowOf(form, file),
    reason: typedIn(form, 'reason'),
  });
  return goTo(
    added.ok ? `/${locale}/workspace/submissions/${added.value.submissionId}` : formAgain(form, file, added.problem),
  );
}

const hasFile = (form: FormData): boolean => {
  const file = form.get('file');
  return file instanceof File && file.size > 0;
};

async function keepFile(actor: Actor, form: FormData): Promise<Result<StoredFile, Problem>> {
  const file = form.get('file');
  if (!(file instanceof File) || file.size === 0) return refuse(refusedUpload('empty'));
  return keepEvidence(actor, Buffer.from(await file.arrayBuffer()));
}

/** Relative, so that it stays on the name by which the service was asked. */
const goTo = (address: string) => new Response(null, { status: 303, headers: { location: address } });

/** A form on another site cannot send a file in somebody's name. */
function isFromHere({ headers }: Request): boolean {
  const origin = headers.get('origin');
  if (origin === null) return true;
  return origin === baseUrl() || (URL.canParse(origin) && new URL(origin).host === headers.get('host'));
}
