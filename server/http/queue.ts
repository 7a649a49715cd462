/** Too many wait already; the reader is asked to come back in a moment. */
export class Overloaded extends Error {
  override readonly name = 'Overloaded';
}

export type Queue = <Value>(work: () => Promise<Value>) => Promise<Value>;

/** Lets a few pieces of work run at once and a bounded number wait, so that a flood cannot fill the memory. */
export function makeQueue({ atOnce, waiting }: { readonly atOnce: number; readonly waiting: number }): Queue {
  const queue: (() => void)[] = [];
  let running = 0;

  return async (work) => {
    if (running >= atOnce) {
      if (queue.length >= waiting) throw new Overloaded('Too many pages are being made at once.');
      await new Promise<void>((resolve) => queue.push(resolve));
    } else {
      running += 1;
    }
    try {
      return await work();
    } finally {
      const next = queue.shift();
      if (next) next();
      else running -= 1;
    }
  };
}
