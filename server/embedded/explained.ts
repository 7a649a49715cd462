/** Something the operator can put right. Its message is shown as it is, without a stack. */
export class Explained extends Error {
  override readonly name = 'Explained';
}

/** One line of progress in plain words. */
export type Report = (line: string) => void;
