import 'server-only';

/** Where someone wanted to go before signing in, when that is a page of the workspace; anything else is no place to be sent to. */
export function returnPath(asked: string | null | undefined): string | null {
  return asked && asked.length <= 2000 && /^\/[a-z]{2,3}\/workspace(?:[/?][^\\\s]*)?$/.test(asked) ? asked : null;
}
