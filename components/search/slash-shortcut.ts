/** Kept in this browser alone, and only when a reader switches the key off. */
const key = 'cornerstone.no-slash';

/** A browser that keeps nothing leaves the key on. */
export function isSlashOn(): boolean {
  try {
    return localStorage.getItem(key) === null;
  } catch {
    return true;
  }
}

export function switchSlash(isOn: boolean): void {
  if (isOn) localStorage.removeItem(key);
  else localStorage.setItem(key, '1');
}
