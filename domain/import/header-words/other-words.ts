import { fold } from '../fold';

const folded = (words: string): ReadonlySet<string> => new Set(words.split(',').map(fold));

/** What stands before the sum at the foot of a table: in en, az, ru and hy. */
export const totalWords = folded(
  'total,totals,grand total,sum,subtotal,cəmi,yekun,ümumi cəmi,ümumi,toplam,итого,всего,итог,всего по району,ընդամենը,ընդհանուր,գումարը',
);

export const yesWords = folded('yes,y,true,1,bəli,hə,да,истина,այո');
export const noWords = folded('no,n,false,0,xeyr,yox,нет,ложь,ոչ');

/** A header that says so counts in thousands or millions, and its numbers are not what they look like. */
const scaleWords = folded(
  'thousand,thousands,million,millions,mln,mio,billion,bln,bn,min manat,min,milyon,milyard,тыс,тысяч,млн,миллион,млрд,հազար,միլիոն,մլն,հզ',
);

export const namesScale = (header: string): boolean => {
  const words = fold(header).split(' ');
  return words.some((word) => scaleWords.has(word));
};
