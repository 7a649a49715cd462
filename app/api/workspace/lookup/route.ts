import type { NextRequest } from 'next/server';
import { NextResponse } from 'next/server';
import { defaultLocale, isLocale } from '@/i18n/locales';
import { isRecordKind } from '@/domain/record/kinds';
import { currentActor } from '@/server/session';
import { findRecords } from '@/server/workspace/find-records';

const shownAtOnce = 12;

/** What the comboboxes of the workspace ask while one types. */
export async function GET(request: NextRequest) {
  const actor = await currentActor();
  if (!actor) return NextResponse.json([], { status: 401 });
  const asked = request.nextUrl.searchParams;
  const kind = asked.get('kind') ?? '';
  if (!isRecordKind(kind)) return NextResponse.json([], { status: 400 });
  const locale = asked.get('locale') ?? defaultLocale;
  const { rows } = await findRecords(actor, {
    kind,
    query: asked.get('q') ?? '',
    locale: isLocale(locale) ? locale : defaultLocale,
    limit: shownAtOnce,
  });
  return NextResponse.json(rows, { headers: { 'cache-control': 'private, no-store' } });
}
