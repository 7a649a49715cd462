import { type FileRefused, fileRefused } from '@/domain/import/file-refused';

/** Carries a refusal out of the middle of a file, where rows are being read one by one. Caught where the reading was begun. */
export class Unreadable extends Error {
  override readonly name = 'Unreadable';
  constructor(readonly problem: FileRefused) {
    super(problem.because);
  }
}

export const unreadable = (...refusal: Parameters<typeof fileRefused>): Unreadable =>
  new Unreadable(fileRefused(...refusal));
