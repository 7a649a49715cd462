import { getTranslations } from 'next-intl/server';
import { connection } from 'next/server';
import { readParameters } from '@/domain/filter';
import { isPublicIdentifier } from '@/domain/record/identifier';
import { accept } from '@/domain/result';
import { defaultLocale } from '@/i18n/locales';
import { oneProject } from '@/server/export/oc4ids/stream-package';
import { askedRecord } from '@/app/_public/asked-record';
import { inWords, parametersOf } from '../../answers';
import { answerPackage, askedLanguage } from '../../oc4ids-package';

type Context = RouteContext<'/data/oc4ids/[project]'>;

/** One project alone as an OC4IDS package: `/data/oc4ids/a-bridge.json`. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  await connection();
  const { project } = await params;
  const slug = project.endsWith('.json') ? project.slice(0, -'.json'.length) : '';
  if (!isPublicIdentifier(slug)) {
    const t = await getTranslations({ locale: defaultLocale, namespace: 'oc4ids.refused' });
    return inWords(404, t('noFile', { file: project }));
  }
  return answerPackage(request, `/data/oc4ids/${project}`, read(request, slug));
}

export const HEAD = GET;

function read(request: Request, slug: string) {
  const language = askedLanguage(parametersOf(request.url));
  if (!language.ok) return language;
  const asked = askedRecord(language.value.rest);
  if (!asked.ok) return asked;
  const others = readParameters(asked.value.rest, {});
  if (!others.ok) return others;
  const { record } = asked.value;
  return accept({ record, filters: {}, language: language.value.language, projects: oneProject(slug) });
}
