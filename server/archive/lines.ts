import type { Readable } from 'node:stream';

/** A line ends at a line feed and nowhere else: texts may hold the other ends of lines that Unicode knows. */
export async function* linesOf(text: Readable): AsyncGenerator<string> {
  let begun = '';
  for await (const chunk of text) {
    const [first = '', ...more] = String(chunk).split('\n');
    begun += first;
    for (const next of more) {
      if (begun) yield begun;
      begun = next;
    }
  }
  if (begun) yield begun;
}
