import { parseArgs } from 'node:util';
import { Explained } from '@/server/embedded/explained';
import { type Command, say } from '../command';
import { withDatabase } from '../database';
import { describeProblem } from '../problems';

export const token: Command = {
  summary: 'List the access tokens that programs use, or revoke one.',
  help: `Usage: cornerstone token list
       cornerstone token revoke --id ID

Works while the service runs and while it does not. A token is made by its holder, in the workspace; what it is is kept
nowhere, so the list tells whose it is, what it may do and when it was last used.`,
  async run([action = '', ...args]) {
    const act = Object.hasOwn(actions, action) ? actions[action] : undefined;
    if (!act) throw new Explained(`"cornerstone token" needs list or revoke.\n\n${token.help}`);
    await act(args);
  },
};

const actions: Readonly<Record<string, (args: readonly string[]) => Promise<void>>> = { list, revoke };

async function list(args: readonly string[]): Promise<void> {
  parseArgs({ args: [...args], options: {} });
  const tokens = await withTokens((commands) => commands.listTokens());
  for (const { id, name, scopes, expiresAt, lastUsedAt, user } of tokens) {
    const used = lastUsedAt ? `last used ${lastUsedAt.toISOString()}` : 'never used';
    console.log([id, user.email, name, scopes.join(' '), `ends ${expiresAt.toISOString()}`, used].join('\t'));
  }
  if (tokens.length === 0) say('No token works now.');
}

async function revoke(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({ args: [...args], options: { id: { type: 'string' } } });
  const id = values.id?.trim() ?? '';
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id))
    throw new Explained(`--id is the first column of "cornerstone token list".\n\n${token.help}`);
  const result = await withTokens((commands) => commands.revokeTokenById(id));
  if (!result.ok) throw new Explained(describeProblem(result.problem));
  say(`${id} works no longer.`);
}

type Tokens = typeof import('@/server/commands/tokens');

/** Loaded only now: the modules behind it want to know the database. */
async function withTokens<Value>(act: (tokens: Tokens) => Promise<Value>): Promise<Value> {
  return withDatabase(say, async () => {
    const { db } = await import('@/server/db');
    try {
      return await act(await import('@/server/commands/tokens'));
    } finally {
      await db.$disconnect();
    }
  });
}
