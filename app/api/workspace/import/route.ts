import { Readable } from 'node:stream';
import type { ReadableStream as NodeStream } from 'node:stream/web';
import { getTranslations } from 'next-intl/server';
import { NextResponse } from 'next/server';
import { problemSentence } from '@/app/_edge/problem-sentence';
import { importPath } from '@/domain/import/import-path';
import type { Actor } from '@/domain/permission';
import { httpStatusOf } from '@/domain/problem';
import { isLocale } from '@/i18n/locales';
import { takeInFile } from '@/server/commands/import/take-in-file';
import { baseUrl, env } from '@/server/env';
import { makeQueue, Overloaded } from '@/server/http/queue';
import { type ArrivedFile, FileTooLarge, keepArriving, removeFile } from '@/server/import/import-files';
import { BrokenForm, readParts, textOfPart } from '@/server/import/multipart';
import { currentActor } from '@/server/session';
import { readRun } from '@/server/workspace/import/read-runs';

/** Files go to the disk as they arrive, so that this many at once cost no memory. */
const inTurn = makeQueue({ atOnce: 8, waiting: 20 });
const mebibyte = 1024 * 1024;

/**
 * Takes in a file, or cells that were pasted. A page with JavaScript sends the bytes alone, to show how far they are; a plain
 * form goes on to the next step, or comes back with the reason.
 */
export async function POST(request: Request): Promise<Response> {
  const actor = await currentActor();
  if (!actor) return new Response('Sign in first.\n', { status: 401 });
  if (!isFromHere(request)) return new Response('This form is not of this service.\n', { status: 403 });
  if (!request.body) return new Response('Nothing arrived. Go back and send it again.\n', { status: 400 });
  // The stream of the web and that of Node are typed apart.
  const body = Readable.fromWeb(request.body as unknown as NodeStream);
  try {
    return await inTurn(() =>
      request.headers.get('content-type')?.startsWith('multipart/')
        ? answerForm(actor, request, body)
        : answerPage(actor, request, body),
    );
  } catch (error) {
    if (error instanceof Overloaded)
      return new Response('Many files are arriving. Try again in a minute.\n', { status: 503 });
    if (error instanceof BrokenForm)
      return new Response('The file did not arrive whole. Go back and send it again.\n', { status: 400 });
    if (error instanceof FileTooLarge)
      return new Response(
        `This is more than ${env.CORNERSTONE_IMPORT_MAX_MIB} MiB. Nothing was taken in: split the file, and bring it in parts.\n`,
        { status: 413 },
      );
    throw error;
  }
}

/** The name stands in the address, the bytes are the body. */
async function answerPage(actor: Actor, request: Request, body: Readable): Promise<Response> {
  const asked = new URL(request.url).searchParams;
  const file = await keepArriving(body, env.CORNERSTONE_IMPORT_MAX_MIB * mebibyte);
  const sent = Number(request.headers.get('content-length') ?? file.bytes);
  if (sent !== file.bytes) {
    await removeFile(file);
    throw new BrokenForm('cut short');
  }
  const locale = localeIn(asked.get('locale'));
  const taken = await takeInFile(actor, file, asked.get('name') ?? '');
  if (taken.ok) return NextResponse.json({ goTo: importPath(locale, taken.value.runId, 'table') });
  const message = problemSentence(taken.problem, await getTranslations({ locale }));
  return NextResponse.json({ message }, { status: httpStatusOf(taken.problem) });
}

async function answerForm(actor: Actor, request: Request, body: Readable): Promise<Response> {
  let locale = 'en';
  let arrived: { readonly file: ArrivedFile; readonly name: string } | null = null;
  for await (const part of readParts(body, request.headers.get('content-type') ?? '')) {
    if (part.name === 'locale') {
      locale = localeIn(await textOfPart(part, 20));
      continue;
    }
    const file = await keepArriving(part.content, env.CORNERSTONE_IMPORT_MAX_MIB * mebibyte);
    const isTaken = !arrived && file.bytes > 0 && (part.name === 'file' || part.name === 'cells');
    if (isTaken) arrived = { file, name: part.fileName ?? 'pasted.csv' };
    else await removeFile(file);
  }
  const back = `/${locale}/workspace/import`;
  if (!arrived) return goTo(`${back}?problem=empty`);
  const taken = await takeInFile(actor, arrived.file, arrived.name);
  if (taken.ok) return goTo(importPath(locale, taken.value.runId, 'table'));
  const sentence = problemSentence(taken.problem, await getTranslations({ locale }));
  return goTo(`${back}?refused=${encodeURIComponent(sentence.slice(0, 500))}`);
}

const localeIn = (asked: string | null): string => (isLocale(asked ?? undefined) ? (asked ?? 'en') : 'en');

/** Relative, so that it stays on the name by which the service was asked. */
const goTo = (address: string) => new Response(null, { status: 303, headers: { location: address } });

/** A form on another site cannot send a file in somebody's name. */
function isFromHere({ headers }: Request): boolean {
  const origin = headers.get('origin');
  if (origin === null) return true;
  return origin === baseUrl() || (URL.canParse(origin) && new URL(origin).host === headers.get('host'));
}

/** How far a run is, for a page that waits for it. */
export async function GET(request: Request): Promise<Response> {
  const actor = await currentActor();
  if (!actor) return new Response('Sign in first.\n', { status: 401 });
  const run = await readRun(actor, new URL(request.url).searchParams.get('run') ?? '');
  if (!run.ok) return new Response('There is no such file.\n', { status: httpStatusOf(run.problem) });
  const { state, progressDone, progressAll, checkedTo } = run.value;
  const share = progressAll > 0n ? Number(progressDone) / Number(progressAll) : 0;
  return NextResponse.json(
    { isChecking: state === 'checking', percent: Math.min(99, Math.floor(share * 100)), checkedTo },
    { headers: { 'cache-control': 'private, no-store' } },
  );
}
