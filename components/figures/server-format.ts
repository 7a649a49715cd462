import { getLocale, getTranslations } from 'next-intl/server';
import { useLocale, useTranslations } from 'next-intl';
import { type FigureFormat, figureFormat } from './figure-format';

/** For async server components and routes: pages, chart data, file headers. */
export async function serverFigureFormat(): Promise<FigureFormat> {
  return figureFormat(await getLocale(), await getTranslations('figures'));
}

/** For server components that are not async. */
export function useFigureFormat(): FigureFormat {
  return figureFormat(useLocale(), useTranslations('figures'));
}
