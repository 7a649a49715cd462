/** The words of dates in en, az, ru and hy, as `fold` leaves them. A longer word counts by its beginning: `декабря`. */
export const monthWords: readonly (readonly string[])[] = [
  ['january', 'jan', 'yanvar', 'yan', 'январ', 'янв', 'հունվար', 'հնվ'],
  ['february', 'feb', 'fevral', 'fev', 'феврал', 'февр', 'фев', 'փետրվար', 'փտվ'],
  ['march', 'mar', 'mart', 'март', 'мар', 'մարտ', 'մրտ'],
  ['april', 'apr', 'aprel', 'апрел', 'апр', 'ապրիլ', 'ապր'],
  ['may', 'маи', 'мая', 'մայիս', 'մյս'],
  ['june', 'jun', 'iyun', 'iyn', 'июн', 'июнь', 'июня', 'հունիս', 'հնս'],
  ['july', 'jul', 'iyul', 'iyl', 'июл', 'июль', 'июля', 'հուլիս', 'հլս'],
  ['august', 'aug', 'avqust', 'avq', 'август', 'авг', 'օգոստոս', 'օգս'],
  ['september', 'sept', 'sep', 'sentyabr', 'sen', 'сентябр', 'сент', 'сен', 'սեպտեմբեր', 'սեպ'],
  ['october', 'oct', 'oktyabr', 'okt', 'октябр', 'окт', 'հոկտեմբեր', 'հոկ'],
  ['november', 'nov', 'noyabr', 'noy', 'ноябр', 'нояб', 'ноя', 'նոյեմբեր', 'նոյ'],
  ['december', 'dec', 'dekabr', 'dek', 'декабр', 'дек', 'դեկտեմբեր', 'դեկ'],
];

/** Shorter words must stand alone; `mar` begins `marble` too. */
const shortest = 4;

export const quarterWords = ['quarter', 'rubu', 'rub', 'kvartal', 'квартал', 'кв', 'եռամսյակ'] as const;
export const halfWords = ['half', 'yarimil', 'yarimillik', 'полугоди', 'կիսամյակ'] as const;

/** Words that say nothing more: `2025-ci il`, `2025 года`, `2025 թ.`, `1-й квартал`, `31st of December`. */
export const silentWords: ReadonlySet<string> = new Set(
  'the of in year st nd rd th il ilin ili ci cu си г гг год года году и я е го ое ый ая թ թվական թվականի թվականին ին րդ'.split(
    ' ',
  ),
);

export const romanNumbers: Readonly<Record<string, number>> = { i: 1, ii: 2, iii: 3, iv: 4, і: 1, іі: 2, ііі: 3 };

/** 1 to 12, or null. */
export function monthOf(word: string): number | null {
  const found = monthWords.findIndex((words) => words.some((each) => isWord(word, each)));
  return found === -1 ? null : found + 1;
}

export const isOneOf = (word: string, words: readonly string[]): boolean => words.some((each) => isWord(word, each));

const isWord = (word: string, known: string): boolean =>
  word === known || (known.length >= shortest && word.startsWith(known) && word.length - known.length <= 4);
