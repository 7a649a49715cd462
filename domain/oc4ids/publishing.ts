import type { IsoDate } from '../calendar';
import type { Moments } from './moments';

/** What the mapping knows beside the project: where, when and in which words the package is published. */
export interface Publishing {
  readonly prefix: string;
  /** Without a slash at its end. */
  readonly baseUrl: string;
  readonly language: string;
  readonly moments: Moments;
  /** "Today" in the record that is asked. */
  readonly day: IsoDate;
  /** The words of the interface in the language of the package, by their key in `messages/`. */
  readonly words: (key: string) => string;
}

/** The address of a page of the record, in the language of the package. */
export const pageAddress = ({ baseUrl, language }: Publishing, path: string): string => `${baseUrl}/${language}${path}`;
