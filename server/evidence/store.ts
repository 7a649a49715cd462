/** Where files are kept, each under the SHA-256 of its bytes: the same file is kept once, and no file is ever changed. */
export interface EvidenceStore {
  /** Keeps the bytes, durably, and gives the hash under which they are found. */
  put(bytes: Buffer): Promise<string>;
  /** Null when there is no such file. @throws when what is kept is not what was put in. */
  get(hash: string): Promise<Buffer | null>;
  has(hash: string): Promise<boolean>;
  /** Takes back a file that was put in and that nothing names; no other file is ever removed. */
  remove(hash: string): Promise<void>;
}

/** Nothing else is ever the name of a file. */
export const isHash = (text: string): boolean => /^[0-9a-f]{64}$/.test(text);
