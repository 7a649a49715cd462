import { expect, test } from 'vitest';
import { otherNames } from './data-names';

const named = (language: string, name: string) => ({ language, name, kind: 'not_stated' as const, isMain: null });

test('the heading is not repeated; names stand by language, alphabetical within each', () => {
  const names = [
    named('ru', 'Шуши'),
    named('en', 'Shusha'),
    named('en', 'Shushi'),
    named('ru', 'Шуша'),
    named('az', 'Şuşa'),
  ];
  expect(otherNames(names, 'Shusha', 'en')).toEqual([
    { language: 'az', languageName: 'Azerbaijani', names: [named('az', 'Şuşa')] },
    { language: 'en', languageName: 'English', names: [named('en', 'Shushi')] },
    { language: 'ru', languageName: 'Russian', names: [named('ru', 'Шуша'), named('ru', 'Шуши')] },
  ]);
});
