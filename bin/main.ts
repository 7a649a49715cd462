import { Explained } from '@/server/embedded/explained';
import { type Command, WrongUsage } from './command';
import { archive } from './commands/archive';
import { backup } from './commands/backup';
import { build } from './commands/build';
import { importFile } from './commands/import';
import { load } from './commands/load';
import { migrate } from './commands/migrate';
import { restore } from './commands/restore';
import { start } from './commands/start';
import { token } from './commands/token';
import { user } from './commands/user';

const commands: Readonly<Record<string, Command>> = {
  start,
  build,
  migrate,
  user,
  token,
  import: importFile,
  backup,
  restore,
  archive,
  load,
};

const [name = '--help', ...args] = process.argv.slice(2);
const command = Object.hasOwn(commands, name) ? commands[name] : undefined;

if (['--help', '-h', 'help'].includes(name)) {
  console.log(overview());
} else if (!command) {
  fail(`There is no command "${name}".\n\n${overview()}`, 2);
} else if (args.includes('--help') || args.includes('-h')) {
  console.log(command.help);
} else {
  await command.run(args).catch((error: unknown) => {
    if (error instanceof Explained) fail(error.message, 1);
    if (isWrongUsage(error)) fail(`${error.message}\n\n${command.help}`, 2);
    throw error;
  });
}

function overview(): string {
  const width = Math.max(...Object.keys(commands).map((each) => each.length));
  const lines = Object.entries(commands).map(([each, { summary }]) => `  ${each.padEnd(width)}  ${summary}`);
  return [
    'A public record of reconstruction and return: what was promised, what is done, and who says so.',
    '',
    'Usage: cornerstone <command>',
    '',
    ...lines,
    '',
    '"cornerstone <command> --help" explains one command. Settings are environment variables: docs/operating.md lists them.',
  ].join('\n');
}

function fail(text: string, status: number): never {
  console.error(text);
  process.exit(status);
}

/** Said by the command, or raised by node:util's parseArgs for an option that does not exist or lacks its value. */
function isWrongUsage(error: unknown): error is Error {
  if (error instanceof WrongUsage) return true;
  return error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
}
