import { fileURLToPath } from 'node:url';

/** One command of the command line. */
export interface Command {
  /** One line for the list of commands. */
  readonly summary: string;
  /** What `--help` prints for this command. */
  readonly help: string;
  run(args: readonly string[]): Promise<void>;
}

/** What was asked for cannot be meant: said with the help of the command, which ends with 2. */
export class WrongUsage extends Error {
  override readonly name = 'WrongUsage';
}

/** The folder of the program, wherever it is called from. */
export const programFolder = fileURLToPath(new URL('..', import.meta.url));

/** Progress goes to the standard error, so that what a command answers can be piped. */
export const say = (line: string) => console.error(line);
