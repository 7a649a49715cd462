import { randomBytes } from 'node:crypto';
import { afterAll, inject } from 'vitest';
import { databaseUrlIn, onServer, templateName } from './start-database';

// Each test file has a database of its own, made before any module reads its address.
const serverUrl = inject('serverUrl');
const name = `test_${randomBytes(8).toString('hex')}`;
await onServer(serverUrl, `create database ${name} template ${templateName}`);
process.env.DATABASE_URL = databaseUrlIn(serverUrl, name);
process.env.NEXTAUTH_SECRET ??= randomBytes(32).toString('hex');

afterAll(async () => {
  const { db } = await import('@/server/db');
  await db.$disconnect();
  await onServer(serverUrl, `drop database if exists ${name} with (force)`);
});
