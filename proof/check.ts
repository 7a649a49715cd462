/** What one check came to. */
export interface Outcome {
  readonly name: string;
  readonly result: 'passed' | 'failed' | 'not run';
  /** Its figures, or why it failed or was not run. */
  readonly detail: string;
}

/** Where the checks work: a built copy of the program, and a folder that is removed at the end. */
export interface Ground {
  readonly checkout: string;
  readonly folder: string;
}

export interface Proof extends Ground {
  /** Runs one check; it fails when it throws. What it returns is its figures. */
  check(name: string, act: () => Promise<string | void>): Promise<void>;
  notRun(name: string, reason: string): void;
}

export type Prove = (proof: Proof) => Promise<void>;

/** Carries checks out and keeps what they came to; each prints its line as it ends. */
export function collect(ground: Ground, outcomes: Outcome[]): Proof {
  const add = (found: Outcome) => {
    const outcome = { ...found, detail: found.detail.replaceAll(ground.folder, '...') };
    outcomes.push(outcome);
    console.log(`${outcome.result.padEnd(7)}  ${outcome.name}${outcome.detail ? `: ${outcome.detail}` : ''}`);
  };
  return {
    ...ground,
    async check(name, act) {
      try {
        add({ name, result: 'passed', detail: (await act()) ?? '' });
      } catch (error) {
        add({ name, result: 'failed', detail: error instanceof Error ? error.message : String(error) });
      }
    },
    notRun: (name, reason) => add({ name, result: 'not run', detail: reason }),
  };
}

/** @throws {Error} with the words, when it does not hold. */
export function insist(holds: boolean, otherwise: string): asserts holds {
  if (!holds) throw new Error(otherwise);
}
