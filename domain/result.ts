/** The answer of something that may be refused: a value, or the problem as a value. Bugs are thrown instead. */
export type Result<Value, Refusal> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problem: Refusal };

export const accept = <Value>(value: Value) => ({ ok: true as const, value });
export const refuse = <Refusal>(problem: Refusal) => ({ ok: false as const, problem });
