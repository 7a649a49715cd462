import { AwsClient } from 'aws4fetch';
import { checked, hashOfBytes } from './hash-of-bytes';
import { type EvidenceStore, isHash } from './store';

export interface S3Settings {
  /** Scheme, host and port: `https://s3.example.org`. */
  readonly endpoint: string;
  readonly bucket: string;
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

/** Nobody waits for ever; a file of the largest size has time to arrive. */
const patienceMs = 60_000;

/** Files in a bucket of any store that speaks S3. The bucket is private: nothing is ever served from it. */
export function s3Store({ endpoint, bucket, region, accessKeyId, secretAccessKey }: S3Settings): EvidenceStore {
  const client = new AwsClient({ accessKeyId, secretAccessKey, region, service: 's3', retries: 2 });

  async function ask(hash: string, init: RequestInit): Promise<Response> {
    if (!isHash(hash)) throw new Error('Not the hash of a file');
    const address = `${endpoint.replace(/\/$/, '')}/${bucket}/evidence/${hash}`;
    const answer = await client.fetch(address, { ...init, signal: AbortSignal.timeout(patienceMs), redirect: 'error' });
    if (answer.ok || answer.status === 404) return answer;
    // What the store says may quote the request; the status is enough to look it up.
    throw new Error(`The evidence store answered ${answer.status} to ${init.method} of ${hash}.`);
  }

  async function has(hash: string): Promise<boolean> {
    return (await ask(hash, { method: 'HEAD' })).ok;
  }

  return {
    has,
    async put(bytes) {
      const hash = hashOfBytes(bytes);
      if (await has(hash)) return hash;
      const answer = await ask(hash, {
        method: 'PUT',
        body: new Uint8Array(bytes),
        // The hash is part of what is signed: a store that received other bytes refuses them.
        headers: { 'content-type': 'application/octet-stream', 'x-amz-content-sha256': hash },
      });
      if (!answer.ok) throw new Error(`The evidence store has no bucket ${bucket}.`);
      return hash;
    },
    async remove(hash) {
      await ask(hash, { method: 'DELETE' });
    },
    async get(hash) {
      const answer = await ask(hash, { method: 'GET' });
      return answer.ok ? checked(hash, Buffer.from(await answer.arrayBuffer())) : null;
    },
  };
}
