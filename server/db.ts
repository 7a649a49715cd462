import 'server-only';
import { PrismaPg } from '@prisma/adapter-pg';
import type { Problem } from '@/domain/problem';
import type { Result } from '@/domain/result';
import { PrismaClient, type Prisma } from '@/prisma/generated/client/client';
import { env } from './env';
import { prepareConnection } from './prepare-connection';

// The development server reloads modules without closing connections; one client is kept across reloads.
const kept = globalThis as { cornerstonePrisma?: PrismaClient };

/** How long anything waits for the database before it fails: nobody waits for ever. */
export const patienceMs = { connection: 5_000, statement: 30_000, idle: 30_000 };

export const db = (kept.cornerstonePrisma ??= new PrismaClient({
  adapter: new PrismaPg(
    {
      connectionString: env.DATABASE_URL,
      max: 10,
      connectionTimeoutMillis: patienceMs.connection,
      statement_timeout: patienceMs.statement,
      idleTimeoutMillis: patienceMs.idle,
      onConnect: prepareConnection,
    },
    // A connection that breaks while idle is replaced on the next use; unhandled, its error would end the process.
    { onPoolError: () => {}, onConnectionError: () => {} },
  ),
  // A past is read in transactions, several a page: they wait for a connection as long as any query does.
  transactionOptions: { maxWait: patienceMs.connection },
}));

export type Transaction = Prisma.TransactionClient;

/**
 * Runs a command in one transaction and keeps its writes only when it is accepted: a refused command leaves no trace,
 * wherever in the command the refusal came.
 */
export async function transact<Value>(
  command: (tx: Transaction) => Promise<Result<Value, Problem>>,
): Promise<Result<Value, Problem>> {
  try {
    return await db.$transaction(
      async (tx) => {
        const result = await command(tx);
        if (!result.ok) throw new Refused(result.problem);
        return result;
      },
      // A submission of a hundred thousand changes is one transaction; each statement of it is bounded by itself.
      { maxWait: 5_000, timeout: 600_000 },
    );
  } catch (error) {
    if (error instanceof Refused) return { ok: false, problem: error.problem };
    throw error;
  }
}

/** Carries a refusal out of Prisma's transaction, which rolls back only when something is thrown. */
class Refused extends Error {
  constructor(readonly problem: Problem) {
    super(problem.kind);
  }
}
