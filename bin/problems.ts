import { createTranslator } from 'use-intl/core';
import type { Problem } from '@/domain/problem';
import messages from '@/messages/en.json';

/** The sentence that people read in the interface, for whoever sits at the command line. */
export function describeProblem(problem: Problem): string {
  const translate = createTranslator({
    locale: 'en',
    messages,
    onError: () => {},
    getMessageFallback: () => problem.kind,
  });
  const values = Object.entries(problem).filter(([, value]) => typeof value === 'string' || typeof value === 'number');
  return translate(`problem.${problem.kind}`, Object.fromEntries(values));
}
