import localFont from 'next/font/local';

// One family per alphabet, so that a page downloads only the letters it shows. Only Latin is worth asking for early.
const latin = localFont({
  src: './fonts/noto-sans-latin.woff2',
  weight: '400 700',
  display: 'swap',
  preload: true,
  adjustFontFallback: 'Arial',
  variable: '--font-latin',
  declarations: [
    {
      prop: 'unicode-range',
      value: 'U+0000-00FF, U+2000-206F, U+20AC, U+2190-2193, U+2212, U+2248, U+2260-2265',
    },
  ],
});

const latinExtended = localFont({
  src: './fonts/noto-sans-latin-ext.woff2',
  weight: '400 700',
  display: 'swap',
  preload: false,
  adjustFontFallback: false,
  variable: '--font-latin-ext',
  declarations: [{ prop: 'unicode-range', value: 'U+0100-02BF, U+20BA, U+20BC' }],
});

const cyrillic = localFont({
  src: './fonts/noto-sans-cyrillic.woff2',
  weight: '400 700',
  display: 'swap',
  preload: false,
  adjustFontFallback: false,
  variable: '--font-cyrillic',
  declarations: [{ prop: 'unicode-range', value: 'U+0400-04FF, U+2116' }],
});

const armenian = localFont({
  src: './fonts/noto-sans-armenian.woff2',
  weight: '400 700',
  display: 'swap',
  preload: false,
  adjustFontFallback: false,
  variable: '--font-armenian',
  declarations: [{ prop: 'unicode-range', value: 'U+0530-058F, U+FB13-FB17' }],
});

/** For `<html>`: makes `--font-sans` of tokens.css resolve. */
export const fontVariables = [latin, latinExtended, cyrillic, armenian].map((font) => font.variable).join(' ');
