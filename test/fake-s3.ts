import { createHash, createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

export const s3Account = {
  bucket: 'evidence-bucket',
  region: 'eu-test-1',
  accessKeyId: 'AKIDEXAMPLE',
  secretAccessKey: 'a secret',
};

/** The part of S3 that the store speaks: objects in one bucket, and every request signed (AWS Signature Version 4). */
export async function startFakeS3({ mostObjects = Infinity }: { readonly mostObjects?: number } = {}) {
  const objects = new Map<string, Buffer>();
  const refused: string[] = [];
  const server = createServer((request, response) => {
    void (async () => {
      const body = Buffer.concat(await request.toArray());
      const because = whyRefused(request, body);
      const key = request.url ?? '';
      if (because) {
        refused.push(because);
        response.writeHead(403).end('<Error><Code>SignatureDoesNotMatch</Code></Error>');
      } else if (!key.startsWith(`/${s3Account.bucket}/`)) {
        response.writeHead(404).end();
      } else if (request.method === 'PUT' && objects.size >= mostObjects) {
        response.writeHead(403).end('<Error><Code>QuotaExceeded</Code></Error>');
      } else if (request.method === 'PUT') {
        objects.set(key, body);
        response.writeHead(200).end();
      } else if (request.method === 'DELETE') {
        objects.delete(key);
        response.writeHead(204).end();
      } else {
        const found = objects.get(key);
        response.writeHead(found ? 200 : 404, { 'content-length': found?.length ?? 0 });
        response.end(request.method === 'HEAD' ? undefined : found);
      }
    })();
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo; // it listens on a port, not on a pipe
  return {
    endpoint: `http://127.0.0.1:${port}`,
    objects,
    refused,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Works the signature out from what arrived, by the published procedure and not by the client's code. */
function whyRefused(request: IncomingMessage, body: Buffer): string | null {
  const { authorization = '' } = request.headers;
  const read =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})$/.exec(
      authorization,
    );
  if (!read) return 'not signed';
  const [, account = '', day = '', region = '', names = '', signature] = read;
  if (account !== s3Account.accessKeyId || region !== s3Account.region) return 'another account or region';
  const declared = String(request.headers['x-amz-content-sha256']);
  if (request.method === 'PUT' && declared !== sha256(body)) return 'other bytes than were signed';
  if (!names.split(';').includes('host') || !names.split(';').includes('x-amz-date'))
    return 'host and date are not signed';
  const [path = '', query = ''] = (request.url ?? '').split('?');
  const headers = names.split(';').map((name) => `${name}:${String(request.headers[name]).trim()}\n`);
  const asked = [request.method, path, query, headers.join(''), names, declared].join('\n');
  const scope = `${day}/${region}/s3/aws4_request`;
  const toSign = ['AWS4-HMAC-SHA256', request.headers['x-amz-date'], scope, sha256(asked)].join('\n');
  const key = [day, region, 's3', 'aws4_request'].reduce<string | Buffer>(
    (before, part) => hmac(before, part),
    `AWS4${s3Account.secretAccessKey}`,
  );
  return hmac(key, toSign).toString('hex') === signature ? null : 'the signature is not ours';
}

const sha256 = (value: string | Buffer) => createHash('sha256').update(value).digest('hex');
const hmac = (key: string | Buffer, value: string) => createHmac('sha256', key).update(value).digest();
