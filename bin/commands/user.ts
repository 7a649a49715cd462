import { parseArgs } from 'node:util';
import { text } from 'node:stream/consumers';
import type { Problem } from '@/domain/problem';
import type { Result } from '@/domain/result';
import { Explained } from '@/server/embedded/explained';
import { type Command, say } from '../command';
import { withDatabase } from '../database';
import { describeProblem } from '../problems';

const roles = ['editor', 'reviewer', 'administrator'] as const;

export const user: Command = {
  summary: 'Add, list or disable the people who sign in, give one a new password, or take a name back.',
  help: `Usage: cornerstone user add --email E --name N --role editor|reviewer|administrator --password-stdin
       cornerstone user list
       cornerstone user disable --email E
       cornerstone user password --email E --password-stdin
       cornerstone user unname --name N

"unname" hides a name in public, of someone who once agreed to be named and has no account here to take it back with: a
record that was loaded from an archive has their names only.

Works while the service runs and while it does not. A password is read from the standard input, so that it stays out of
the shell's history:  cornerstone user add ... --password-stdin < file`,
  async run([action = '', ...args]) {
    const act = Object.hasOwn(actions, action) ? actions[action] : undefined;
    if (!act) throw new Explained(`"cornerstone user" needs add, list, disable, password or unname.\n\n${user.help}`);
    await act(args);
  },
};

const actions: Readonly<Record<string, (args: readonly string[]) => Promise<void>>> = {
  add,
  list,
  disable,
  password,
  unname,
};

async function add(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      email: { type: 'string' },
      name: { type: 'string' },
      role: { type: 'string' },
      'password-stdin': { type: 'boolean' },
    },
  });
  const email = needed(values.email, '--email');
  const name = needed(values.name, '--name');
  const role = roles.find((each) => each === values.role);
  if (!role) throw new Explained(`--role is one of ${roles.join(', ')}.`);
  const typed = await readPassword(values['password-stdin']);

  await change((people) => people.addUser({ email, name, role, password: typed }));
  say(`${email} can sign in as ${role}.`);
}

async function list(args: readonly string[]): Promise<void> {
  parseArgs({ args: [...args], options: {} });
  const users = await withPeople((people) => people.listUsers());
  for (const each of users)
    console.log([each.email, each.name, each.role, each.disabledAt ? 'disabled' : 'active'].join('\t'));
  if (users.length === 0) say('Nobody can sign in yet.');
}

async function disable(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({ args: [...args], options: { email: { type: 'string' } } });
  const email = needed(values.email, '--email');
  await change((people) => people.disableUser({ email }));
  say(`${email} can no longer sign in, and is signed out everywhere.`);
}

async function password(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: { email: { type: 'string' }, 'password-stdin': { type: 'boolean' } },
  });
  const email = needed(values.email, '--email');
  const typed = await readPassword(values['password-stdin']);
  await change((people) => people.setPassword({ email, password: typed }));
  say(`${email} has a new password.`);
}

async function unname(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({ args: [...args], options: { name: { type: 'string' } } });
  const name = needed(values.name, '--name');
  await change((people) => people.takeBackName({ name }));
  say(`${name} is named nowhere in public any more.`);
}

type People = typeof import('@/server/commands/people');

async function change(act: (people: People) => Promise<Result<unknown, Problem>>): Promise<void> {
  const result = await withPeople(act);
  if (!result.ok) throw new Explained(describeProblem(result.problem));
}

/** Loaded only now: the modules behind it want to know the database. */
async function withPeople<Value>(act: (people: People) => Promise<Value>): Promise<Value> {
  return withDatabase(say, async () => {
    const { db } = await import('@/server/db');
    try {
      return await act(await import('@/server/commands/people'));
    } finally {
      await db.$disconnect();
    }
  });
}

function needed(value: string | undefined, option: string): string {
  if (!value?.trim()) throw new Explained(`${option} is missing.\n\n${user.help}`);
  return value.trim();
}

/** One line; the line's end that a pipe or an editor adds is not part of the password. */
async function readPassword(isFromStdin: boolean | undefined): Promise<string> {
  if (!isFromStdin) throw new Explained('Give --password-stdin, and the password on the standard input.');
  if (process.stdin.isTTY) say('Type the password, then Enter and Ctrl-D:');
  return (await text(process.stdin)).replace(/\r?\n$/, '');
}
