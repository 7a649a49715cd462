/** Shorter ones are guessed; longer ones need no rule about what they are made of. */
export const shortestPassword = 12;
/** Long enough for any pass phrase, short enough that hashing it costs the same as any other. */
export const longestPassword = 500;

/** One spelling for every way of typing the same address: full-width letters, capitals, spaces around it. */
export const normalEmail = (typed: string): string => typed.normalize('NFKC').trim().toLowerCase();

/** The same password from every keyboard, however it composes an accent. */
export const normalPassword = (typed: string): string => typed.normalize('NFC');

/** Something, one @, a domain with a dot; whether it exists only a letter would tell, and we send none. */
export const isEmail = (email: string): boolean =>
  email.length <= 254 && /^[^\s@"<>]+@[^\s@"<>]+\.[^\s@."<>]+$/.test(email);

/** Long enough, and not what everyone knows of its owner. Characters are counted as people count them. */
export function isStrongPassword(password: string, email: string): boolean {
  const length = [...normalPassword(password)].length;
  return length >= shortestPassword && length <= longestPassword && normalEmail(password) !== normalEmail(email);
}
