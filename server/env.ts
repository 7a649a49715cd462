import * as z from 'zod';
import { placeholderPrefix, prefixShape } from '@/domain/oc4ids/prefix';
import { Explained } from './embedded/explained';

const text = z.string().trim().min(1);
const isTimeZone = (name: string) => {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }));
  } catch {
    return false;
  }
};
const isBaseAddress = (address: string) => {
  if (!URL.canParse(address)) return false;
  const url = new URL(address);
  return /^https?:$/.test(url.protocol) && url.href === `${url.origin}/`;
};

const perMinute = (usual: number) => z.coerce.number().int().min(0).max(1_000_000).default(usual);

/** Every setting there is: an environment variable each. The table in docs/operating.md is checked against this list. */
const settings = z.object({
  DATABASE_URL: text
    .regex(/^postgres(ql)?:\/\//, 'begins with postgresql://')
    .optional()
    .describe('Address of a PostgreSQL 15 or later. Without it the PostgreSQL that comes with Cornerstone is used.'),
  CORNERSTONE_DATA_DIR: text
    .default('.cornerstone')
    .describe(
      'Where the database, the session secret and the logs are kept. The default lies beside the program, wherever it is called from.',
    ),
  PORT: z.coerce.number().int().min(1).max(65_535).default(3000).describe('Port on which the pages are served.'),
  CORNERSTONE_BUILD_DIR: text
    .regex(/^[\w.-]+$/, 'is the name of a folder, not a path')
    .default('.next')
    .describe('Folder for the built pages, beside the program. Another name keeps another build.'),
  CORNERSTONE_HOST: text
    .optional()
    .describe(
      'Network address on which the pages are served; `127.0.0.1` behind a proxy on the same machine. Without it, all addresses.',
    ),
  CORNERSTONE_URL: text
    .refine(isBaseAddress, 'is a scheme and a host, such as https://record.example.org, without a path')
    .optional()
    .describe('Public base address, as people type it. Without it, `http://localhost:PORT`.'),
  CORNERSTONE_PROXIES: z.coerce
    .number()
    .int()
    .min(0)
    .max(10)
    .default(0)
    .describe('How many proxies of your own stand in front. It decides which part of `X-Forwarded-For` is believed.'),
  CORNERSTONE_TIME_ZONE: text
    .refine(isTimeZone, 'is an IANA name such as Asia/Baku')
    .default('Asia/Baku')
    .describe('Time zone in which a day of the record begins and ends.'),
  CORNERSTONE_SMALL_COUNT: z.coerce
    .number()
    .int()
    .min(2)
    .max(1000)
    .default(10)
    .describe(
      'The least number of returnees, families or persons, that is shown to the public; smaller counts are withheld. What was decided at publication stays decided.',
    ),
  CORNERSTONE_OPERATOR_NAME: text
    .max(200)
    .optional()
    .describe('Who runs this record, as readers know them; shown on every page. Without it nobody is named.'),
  CORNERSTONE_OPERATOR_CONTACT: z
    .union([z.email(), z.url({ protocol: /^https?$/ })], { error: 'is an e-mail address or a web address' })
    .optional()
    .describe('E-mail address or web address to which readers report errors; given together with the name.'),
  CORNERSTONE_OC4IDS_PREFIX: text
    .regex(prefixShape, 'is oc4ids- and six small letters or digits, as the Open Contracting Partnership gives it out')
    .default(placeholderPrefix)
    .describe(
      'What stands before the identifiers of projects in OC4IDS packages. The default is not registered: ask the Open Contracting Partnership for your own before you publish packages.',
    ),
  CORNERSTONE_BOUNDARIES: text
    .optional()
    .describe(
      'File with the shapes of the map (TopoJSON, see `server/boundaries/README.md`). Without it, those of the starter facts.',
    ),
  CORNERSTONE_STARTER: z
    .enum(['facts', 'none'])
    .default('facts')
    .describe('What an empty record begins with: the starter `facts`, or `none`.'),
  CORNERSTONE_ADMIN_EMAIL: z
    .email()
    .optional()
    .describe('E-mail of the first administrator. Without it the first start prints a one-time link.'),
  CORNERSTONE_ADMIN_PASSWORD: z
    .string()
    .min(1)
    .optional()
    .describe('Password of the first administrator; given together with the e-mail.'),
  NEXTAUTH_SECRET: z
    .string()
    .min(32, 'has at least 32 characters')
    .optional()
    .describe('Signs the sessions, at least 32 characters. Without it one is made and kept in the data directory.'),
  CORNERSTONE_UPLOAD_MAX_MIB: z.coerce
    .number()
    .int()
    .min(1)
    .max(100)
    .default(15)
    .describe('Largest photo or document that is taken in as evidence, in MiB.'),
  CORNERSTONE_IMPORT_MAX_MIB: z.coerce
    .number()
    .int()
    .min(1)
    .max(4096)
    .default(512)
    .describe('Largest file that is taken in as an import, in MiB. It is written to the data directory as it arrives.'),
  CORNERSTONE_IMPORT_KEPT_DAYS: z.coerce
    .number()
    .int()
    .min(1)
    .max(365)
    .default(14)
    .describe('Days after which an import that nobody has touched is dropped, with its file.'),
  CORNERSTONE_UPLOAD_DAY_MIB: z.coerce
    .number()
    .int()
    .min(1)
    .max(100_000)
    .default(500)
    .describe('Photos and documents that are taken in from one person within 24 hours, in MiB.'),
  CORNERSTONE_STALE_AFTER_DAYS: z.coerce
    .number()
    .int()
    .min(1)
    .max(36_500)
    .default(365)
    .describe('Days after which a project whose works go on and that nobody has reported on counts as stale.'),
  CORNERSTONE_API_DESCRIPTIONS_PER_MINUTE: perMinute(120).describe(
    'How often a minute one network may ask the API what there is: its index and its description. 0: as often as it likes.',
  ),
  CORNERSTONE_API_LISTS_PER_MINUTE: perMinute(300).describe(
    'How often a minute one network may ask the API for a page of rows. 0: as often as it likes.',
  ),
  CORNERSTONE_API_RECORDS_PER_MINUTE: perMinute(600).describe(
    'How often a minute one network may ask the API for one record. 0: as often as it likes.',
  ),
  CORNERSTONE_API_SUBMISSIONS_PER_MINUTE: perMinute(60).describe(
    'How often a minute one access token may hand in submissions and ask after them. 0: as often as it likes.',
  ),
  CORNERSTONE_WEBHOOKS_PRIVATE: z
    .enum(['yes', 'no'])
    .default('no')
    .describe(
      'Whether webhooks may go to private networks and to this machine, and there without TLS. `no` keeps whoever sets one up from reaching what is behind your firewall.',
    ),
  CORNERSTONE_S3_ENDPOINT: text
    .refine(isBaseAddress, 'is a scheme and a host, such as https://s3.example.org, without a path')
    .optional()
    .describe('Address of a store that speaks S3, for evidence. Without it evidence is kept in the data directory.'),
  CORNERSTONE_S3_BUCKET: text
    .regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, 'is the name of a bucket')
    .optional()
    .describe('Bucket in which evidence is kept. It must be private, and exist.'),
  CORNERSTONE_S3_REGION: text.default('us-east-1').describe('Region of the store, as its signatures name it.'),
  CORNERSTONE_S3_ACCESS_KEY_ID: text.optional().describe('Who asks the store.'),
  CORNERSTONE_S3_SECRET_ACCESS_KEY: text.optional().describe('Signs what is asked of the store.'),
});

/** A store is named by all of these or by none. */
const storeSettings = [
  'CORNERSTONE_S3_ENDPOINT',
  'CORNERSTONE_S3_BUCKET',
  'CORNERSTONE_S3_ACCESS_KEY_ID',
  'CORNERSTONE_S3_SECRET_ACCESS_KEY',
] as const;

export type Settings = z.infer<typeof settings>;

export const settingShape = settings.shape;

export type SettingsRead =
  | { readonly ok: true; readonly settings: Settings }
  | { readonly ok: false; readonly lines: readonly string[] };

/** Reads and checks all settings at once; every wrong one is named. A variable that is set to nothing counts as not set. */
export function readSettings(variables: Readonly<Record<string, string | undefined>>): SettingsRead {
  const given = Object.fromEntries(
    Object.entries(variables).filter(([, value]) => value !== undefined && value !== ''),
  );
  const read = settings.safeParse(given);
  const lines = read.success ? [] : read.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  if (Boolean(given.CORNERSTONE_ADMIN_EMAIL) !== Boolean(given.CORNERSTONE_ADMIN_PASSWORD)) {
    lines.push('CORNERSTONE_ADMIN_EMAIL and CORNERSTONE_ADMIN_PASSWORD: give both or neither');
  }
  const isContactRead = !lines.some((line) => line.startsWith('CORNERSTONE_OPERATOR_CONTACT'));
  if (isContactRead && given.CORNERSTONE_OPERATOR_CONTACT && !given.CORNERSTONE_OPERATOR_NAME) {
    lines.push('CORNERSTONE_OPERATOR_CONTACT: give CORNERSTONE_OPERATOR_NAME too');
  }
  const missing = storeSettings.filter((name) => !given[name]);
  if (missing.length > 0 && missing.length < storeSettings.length) {
    lines.push(`${missing.join(', ')}: not given, though other settings of the S3 store are`);
  }
  return read.success && lines.length === 0 ? { ok: true, settings: read.data } : { ok: false, lines };
}

function readOrThrow(): Settings {
  const read = readSettings(process.env);
  if (!read.ok) throw new Explained(`Some settings are wrong; docs/operating.md lists them.\n${read.lines.join('\n')}`);
  return read.settings;
}

let inForce: Settings | null = null;

/**
 * The settings in force, read when first asked for: help, and the build of the pages, need none of them. What the start
 * finds out itself (the address of the embedded database, ...) is put in by `settle`.
 */
export const env: Settings = new Proxy(Object.create(null), {
  get: (_, name) => Reflect.get((inForce ??= readOrThrow()), name),
});

/** The public base address, without a slash at its end. */
export function baseUrl({ CORNERSTONE_URL, PORT }: Pick<Settings, 'CORNERSTONE_URL' | 'PORT'> = env): string {
  return CORNERSTONE_URL ? new URL(CORNERSTONE_URL).origin : `http://localhost:${PORT}`;
}

/** Puts what the start found out into the settings in force, and into the environment that the pages read. */
export function settle(found: Partial<Settings>): void {
  inForce = { ...(inForce ?? readOrThrow()), ...found };
  for (const [name, value] of Object.entries({ ...inForce, NEXTAUTH_URL: baseUrl(inForce) })) {
    if (value !== undefined) process.env[name] = String(value);
  }
}
