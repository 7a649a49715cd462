import type * as z from 'zod';
import type { TableName } from '../export/tables';
import type { ApiProblemKind } from './problem';
import type { RateName } from './rates';

/** The first part of every address; another number is another promise. */
export const apiRoot = '/api/v1';

export const apiMethods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;
export type ApiMethod = (typeof apiMethods)[number];

/** Words in the messages, by their whole key. They may have the `{title}` of the table in them. */
export interface ApiWords {
  readonly key: string;
  readonly values?: Readonly<Record<string, string>>;
  readonly table?: TableName;
}

export interface ApiParameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly isRequired: boolean;
  readonly schema: z.ZodType;
  readonly example?: string;
  readonly about: ApiWords;
}

/** What stands in a body, sent or answered. */
export interface ApiContent {
  readonly mediaType: string;
  /** Null: nothing beyond the media type is promised. */
  readonly schema: z.ZodType | null;
  /** The schemas in it that the description gives a name, this one among them: they stand there once. */
  readonly named?: Readonly<Record<string, z.ZodType>>;
  readonly example?: unknown;
}

/**
 * One thing that can be asked of the API. What is written here is what is done: the address and the limit of rates are
 * looked up in it, parameters are checked by its schemas, and the OpenAPI description and the readable page are made
 * from it. HEAD and OPTIONS follow from GET.
 */
export interface ApiRoute {
  /** Stable for ever: programs that are generated name their functions by it. */
  readonly id: string;
  readonly method: ApiMethod;
  /** Below `apiRoot`, with names in braces: `/projects/{slug}`. */
  readonly path: string;
  /** The folder of its handler in `app/api/v1`. */
  readonly folder: string;
  /** Answers for anyone are kept for everyone; with a token nothing is kept. */
  readonly access: 'anyone' | 'token';
  readonly rate: RateName;
  readonly tag: string;
  readonly about: ApiWords;
  readonly parameters: readonly ApiParameter[];
  readonly body: ApiContent | null;
  readonly answer: ApiContent & { readonly status: 200 | 201 | 202 | 204 };
  readonly problems: readonly ApiProblemKind[];
}
