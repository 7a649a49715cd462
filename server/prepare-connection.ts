import 'server-only';
import type { ClientBase } from 'pg';

/**
 * What our queries need of a connection, whoever's server it is. Compiling them costs more than they take (150 ms for the
 * overview), and what is counted of a hundred thousand projects fits into this memory instead of a file. It is said after
 * connecting and not while: poolers refuse connections that come with options.
 */
export async function prepareConnection(client: ClientBase): Promise<void> {
  await client.query(`set jit = off; set work_mem = '16MB'`);
}
