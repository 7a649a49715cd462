import { expect, test } from 'vitest';
import { otherNames } from './language-names';

const named = (language: string, name: string) => ({ language, name, kind: 'not_stated' as const });

test('the heading is not repeated; names stand by language, alphabetical within each', () => {
  const names = [named('ru', 'Шуши'), named('en', 'Shusha'), named('en', 'Shushi'), named('ru', 'Шуша'), named('az', 'Şuşa')];
  expect(otherNames(names, 'Shusha', 'en')).toEqual([
    { language: 'az', names: [named('az', 'Şuşa')] },
    { language: 'en', names: [named('en', 'Shushi')] },
    { language: 'ru', names: [named('ru', 'Шуша'), named('ru', 'Шуши')] },
  ]);
});
