import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import subsetFont from 'subset-font';

/**
 * Cuts the fonts down to the letters the record uses, into `app/fonts`. Run it by hand when the list of letters changes;
 * the results are committed, so that a build needs neither this nor a network.
 *
 * Noto Sans is under the SIL Open Font License 1.1 (app/fonts/OFL.txt).
 */
const subsets = [
  { name: 'latin', from: 'latin', letters: range(0x20, 0x7e) + range(0xa0, 0xff) + '–—‘’‚“”„•…′″−×÷≈≤≥≠→←↑↓⁄€' },
  // Azerbaijani, Turkish, and the Latin transliterations of Armenian and Russian names.
  {
    name: 'latin-ext',
    from: 'latin-ext',
    letters: 'ƏəĞğİıŞşŐőŰűĀāČčĆćĎďĐđĒēĚěĢģĪīĶķĻļŁłŃńŇňŊŋŌōŒœŘřŚśŠšŤťŪūŮůŹźŻżŽžʻʼʹʿʾ₼₺',
  },
  { name: 'cyrillic', from: 'cyrillic', letters: range(0x400, 0x45f) + 'ҐґҰұ№' },
];

const fontsFolder = dirname(createRequire(import.meta.url).resolve('@fontsource-variable/noto-sans/package.json'));
const target = join(import.meta.dirname, '..', 'app', 'fonts');

await mkdir(target, { recursive: true });
for (const { name, from, letters } of subsets) {
  const whole = await readFile(join(fontsFolder, 'files', `noto-sans-${from}-wght-normal.woff2`));
  const cut = await subsetFont(whole, letters, {
    targetFormat: 'woff2',
    variationAxes: { wght: { min: 400, max: 700, default: 400 } },
  });
  await writeFile(join(target, `noto-sans-${name}.woff2`), cut);
  console.log(`noto-sans-${name}.woff2  ${(cut.length / 1024).toFixed(1)} KiB of ${(whole.length / 1024).toFixed(1)}`);
}

function range(first: number, last: number): string {
  return Array.from({ length: last - first + 1 }, (_, index) => String.fromCodePoint(first + index)).join('');
}
