export const generatedClientStamp: URL;
export function stampOfSchema(): string;
export function isClientFresh(): boolean;
