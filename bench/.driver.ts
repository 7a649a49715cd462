import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { collect } from '@/proof/check';
import { startDebianServer } from '@/proof/foreign-server';
const folder = mkdtempSync('/tmp/pb/proof-'); chmodSync(folder, 0o755);
const proof = collect({ checkout: '/tmp/pb/checkout', folder }, []);
const server = ['backup', 'foreign'].includes(process.argv[2] ?? '') ? await startDebianServer() : null;
const m = { 'one-start': async () => (await import('@/proof/one-start')).provesOneStart(proof), kill: async () => (await import('@/proof/survives-kill')).provesItSurvivesKill(proof), backup: async () => (await import('@/proof/backup')).provesBackup(proof, server), foreign: async () => (await import('@/proof/foreign-postgresql')).provesForeignPostgresql(proof, server), home: async () => (await import('@/proof/private-home')).provesPrivateHome(proof) } as Record<string, () => Promise<void>>;
try { await m[process.argv[2] ?? '']?.(); } catch (e) { console.log('THREW', e); }
await server?.stop();
console.log('folder', folder);
if (process.argv[3] !== 'keep') rmSync(folder, { recursive: true, force: true });
process.exit(0);
