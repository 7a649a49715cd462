export function runTypeScript(file: URL): Promise<void>;
export function leaveTypeScript(): Promise<void>;
