import { join } from 'node:path';
import type { Settings } from '../env';
import { localStore } from './local-store';
import { s3Store } from './s3-store';
import type { EvidenceStore } from './store';

/** The store that the settings name: a bucket where one is given, else a folder of the data directory. */
export function openStore(settings: Settings): EvidenceStore {
  const { CORNERSTONE_S3_ENDPOINT: endpoint, CORNERSTONE_S3_BUCKET: bucket, CORNERSTONE_S3_REGION: region } = settings;
  const { CORNERSTONE_S3_ACCESS_KEY_ID: accessKeyId, CORNERSTONE_S3_SECRET_ACCESS_KEY: secretAccessKey } = settings;
  return endpoint && bucket && accessKeyId && secretAccessKey
    ? s3Store({ endpoint, bucket, region, accessKeyId, secretAccessKey })
    : localStore(join(settings.CORNERSTONE_DATA_DIR, 'evidence'));
}
