/** A text that begins so would be run by a spreadsheet: `=`, `+`, `-`, `@`, their wide forms, a tab, an end of line. */
const runs = /^'*[=+\-@\t\r\n＝＋－＠]/;
const guarded = /^'+[=+\-@\t\r\n＝＋－＠]/;

/**
 * A text as a cell of a CSV that no spreadsheet runs: an apostrophe goes before one that would be run, and before one
 * that looks so guarded itself, so that taking it away gives the text back. The database function `disarmed` does the
 * same, and a test holds the two to each other.
 */
export const disarm = (text: string): string => (runs.test(text) ? `'${text}` : text);

/** The text of such a cell. */
export const rearm = (cell: string): string => (guarded.test(cell) ? cell.slice(1) : cell);
