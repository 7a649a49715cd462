#!/usr/bin/env node
// Prisma's schema engine from npm. The CLI would download a native one; this is the same engine, same commit, as
// WebAssembly (@prisma/schema-engine-wasm), spoken to in the CLI's own JSON-RPC, one message a line. tools/prisma.mjs
// points the CLI here. Two things are not in the WebAssembly build: the data-loss check of `migrate dev` and the
// introspection of `generate --sql`.
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from '@prisma/driver-adapter-utils';
import pg from 'pg';

const flags = process.argv.slice(2);
// The CLI also runs the engine to ask whether a database can be reached or made; the requests below find that out.
if (flags.includes('cli')) process.exit(0);

const engineModule = await loadEngine();
const connection = readConnection();
const charColumns = readInternalCharAsText();

const schemaFiles = valuesOf('--datamodels').map((file) => [file, readFileSync(file, 'utf8')]);

async function answer(id, method, params) {
  try {
    const engine = await startEngine();
    const result = await engine[method === 'getDatabaseVersion' ? 'version' : method](params);
    if (method === 'diff' && result?.stdout) {
      send({ id: `print-${id}`, method: 'print', params: { content: result.stdout } });
    }
    send({ id, result: result ?? null });
  } catch (error) {
    const message = String(error?.message ?? error);
    send({ id, error: { code: 4466, message, data: { message, is_panic: false, error_code: error?.code } } });
  }
}

function send(message) {
  process.stdout.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`);
}

/** A new engine for each request, because an engine can use its shadow database only once. */
function startEngine() {
  return engineModule.SchemaEngine.new(
    { datamodels: schemaFiles.length > 0 ? schemaFiles : undefined },
    () => {},
    bindMigrationAwareSqlAdapterFactory(new PgForMigrations(connection)),
  );
}

async function loadEngine() {
  globalThis.PRISMA_WASM_PANIC_REGISTRY = { set_message: (message) => console.error(message) };
  const name = '@prisma/schema-engine-wasm/schema_engine_bg';
  const glue = await import(name);
  const code = readFileSync(new URL('./schema_engine_bg.wasm', import.meta.resolve(name)));
  const { instance } = await WebAssembly.instantiate(code, { './schema_engine_bg.js': glue });
  glue.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
  return glue;
}

/**
 * The database in parts, as pg reads them from its URL: TLS and socket folders with it. As one `connectionString` the
 * name of the shadow database would be ignored in favour of the one in the string.
 */
function readConnection() {
  const named = JSON.parse(valuesOf('--datasource')[0] ?? '{}').url;
  const connectionString = process.env.DATABASE_URL || named;
  const { host, port, user, password, database, ssl } = new pg.Client({ connectionString });
  return { host, port, user, password, database, ssl, connectionTimeoutMillis: 10_000 };
}

/**
 * The catalogue tables that the engine reads are full of PostgreSQL's internal type "char" (oid 18), which the adapter
 * does not know. It is read as text, and remembered by the names of the columns it came with.
 */
function readInternalCharAsText() {
  const internalChar = 18;
  const text = 25;
  const seen = new Map();
  for (const { prototype } of [pg.Client, pg.Pool]) {
    const { query } = prototype;
    prototype.query = function (...given) {
      const pending = query.apply(this, given);
      return typeof pending?.then === 'function' ? pending.then(remember) : pending;
    };
  }
  return seen;

  function remember(result) {
    const fields = result?.fields ?? [];
    const names = fields.map((field) => field.name).join();
    fields.forEach((field, position) => {
      if (field.dataTypeID !== internalChar) return;
      field.dataTypeID = text;
      seen.set(names, (seen.get(names) ?? new Set()).add(position));
    });
    return result;
  }
}

class PgForMigrations extends PrismaPg {
  async connect() {
    const adapter = await super.connect();
    const queryRaw = adapter.queryRaw.bind(adapter);
    adapter.queryRaw = async (query) => {
      const result = await queryRaw(query);
      for (const position of charColumns.get(result.columnNames.join()) ?? []) {
        result.columnTypes[position] = ColumnTypeEnum.Character;
      }
      return result;
    };
    // The adapter cuts a script at every semicolon, also those inside a function's body; PostgreSQL reads it whole.
    adapter.executeScript = async (script) => {
      await adapter.underlyingDriver().query(script);
    };
    return adapter;
  }

  // The adapter drops its shadow database while still connected to it, which PostgreSQL refuses.
  async connectToShadowDb() {
    const main = await this.connect();
    const database = `prisma_migrate_shadow_db_${crypto.randomUUID()}`;
    await main.executeScript(`create database "${database}"`);
    const shadow = await new PgForMigrations({ ...connection, database }).connect();
    const leave = shadow.dispose.bind(shadow);
    shadow.dispose = async () => {
      await leave();
      await main.executeScript(`drop database "${database}" with (force)`);
      await main.dispose();
    };
    return shadow;
  }
}

function valuesOf(flag) {
  return flags.flatMap((text, position) => (text === flag ? [flags[position + 1]] : []));
}

for await (const line of createInterface({ input: process.stdin })) {
  const { id, method, params } = JSON.parse(line);
  if (method) await answer(id, method, params); // a line without a method is the CLI's receipt for a print
}
process.exit(0);
