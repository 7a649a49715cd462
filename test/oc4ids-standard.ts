import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import Ajv from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import { parse } from 'csv-parse/sync';

/**
 * The official schema and codelists of OC4IDS, which are no part of this project: they are read where `OC4IDS_SCHEMA` points,
 * or in `shared/oc4ids` beside the checkout.
 */
const folder = process.env.OC4IDS_SCHEMA ?? fileURLToPath(new URL('../../shared/oc4ids', import.meta.url));

export const hasStandard = existsSync(`${folder}/project-package-schema.json`);

/** What a test says of itself where the files are not there. */
export const whereStandardIs = hasStandard
  ? `by the official schema and codelists in ${folder}`
  : `NOT RUN: the official schema of OC4IDS is not in ${folder}; set OC4IDS_SCHEMA to a folder with project-schema.json, project-package-schema.json and codelists/`;

const schemaNamed = (name: string): Schema => JSON.parse(readFileSync(`${folder}/${name}`, 'utf8')) as Schema; // the schema of schemas is ajv's to know

interface Schema {
  readonly id?: string;
  readonly $ref?: string;
  readonly codelist?: string;
  readonly openCodelist?: boolean;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly definitions?: Readonly<Record<string, Schema>>;
}

export interface Standard {
  /** Everything in which a package departs from the standard; empty for a good one. */
  readonly complaintsOf: (packaged: unknown) => readonly string[];
  readonly codesOf: (codelist: string) => readonly string[];
}

export function readStandard(): Standard {
  const projectSchema = schemaNamed('project-schema.json');
  const ajv = new Ajv({ strict: false, allErrors: true });
  addFormats(ajv);
  ajv.addSchema(projectSchema);
  const isValid = ajv.compile(schemaNamed('project-package-schema.json'));
  const codes = new Map<string, readonly string[]>();
  const codesOf = (codelist: string) => {
    const read =
      codes.get(codelist) ??
      (parse(readFileSync(`${folder}/codelists/${codelist}`), { columns: true, bom: true }) as { Code: string }[]).map(
        ({ Code }) => Code, // with columns, rows are objects
      );
    codes.set(codelist, read);
    return read;
  };
  return {
    codesOf,
    complaintsOf(packaged) {
      const complaints = isValid(packaged)
        ? []
        : (isValid.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
      const projects = listIn(packaged, 'projects');
      return [
        ...complaints,
        ...repeated(projects, 'projects'),
        ...projects.flatMap((project) => [
          ...codesOutside(project, projectSchema, projectSchema.definitions ?? {}, codesOf, ''),
          ...rulesBroken(project, ''),
          ...unknownParties(project),
        ]),
      ];
    },
  };
}

/** Values of closed codelists that are not in them. */
function codesOutside(
  value: unknown,
  schema: Schema,
  definitions: Readonly<Record<string, Schema>>,
  codesOf: Standard['codesOf'],
  path: string,
): readonly string[] {
  const resolved = schema.$ref ? definitions[schema.$ref.replace('#/definitions/', '')] : schema;
  if (!resolved || value === undefined) return [];
  if (Array.isArray(value)) {
    const own =
      resolved.codelist && resolved.openCodelist === false
        ? value.flatMap((one) => outside(one, resolved.codelist))
        : [];
    const items = resolved.items;
    return [
      ...own,
      ...(items
        ? value.flatMap((one, index) => codesOutside(one, items, definitions, codesOf, `${path}/${index}`))
        : []),
    ];
  }
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value).flatMap(([name, inner]) => {
      const next = resolved.properties?.[name];
      return next ? codesOutside(inner, next, definitions, codesOf, `${path}/${name}`) : [];
    });
  }
  return resolved.codelist && resolved.openCodelist === false ? outside(value, resolved.codelist) : [];

  function outside(code: unknown, codelist = ''): readonly string[] {
    return codesOf(codelist).includes(String(code)) ? [] : [`${path} ${String(code)} is not in ${codelist}`];
  }
}

/** What the schema cannot say: currencies beside amounts, one of each identifier in a list, longitude before latitude. */
function rulesBroken(value: unknown, path: string): readonly string[] {
  if (Array.isArray(value)) {
    return [...repeated(value, path), ...value.flatMap((one, index) => rulesBroken(one, `${path}/${index}`))];
  }
  if (typeof value !== 'object') return [];
  if (value === null) return [`${path} is null`];
  const own = [
    ...('amount' in value && typeof value.amount === 'number' && !('currency' in value)
      ? [`${path} has no currency`]
      : []),
    ...('type' in value && value.type === 'Point' && 'coordinates' in value && !isLongitudeFirst(value.coordinates)
      ? [`${path} is no longitude and latitude`]
      : []),
  ];
  return [...own, ...Object.entries(value).flatMap(([name, inner]) => rulesBroken(inner, `${path}/${name}`))];
}

const isLongitudeFirst = (coordinates: unknown): boolean =>
  Array.isArray(coordinates) &&
  coordinates.length >= 2 &&
  Math.abs(Number(coordinates[0])) <= 180 &&
  Math.abs(Number(coordinates[1])) <= 90;

function repeated(list: readonly unknown[], path: string): readonly string[] {
  const ids = list.flatMap((one) => (isObject(one) && 'id' in one && !('scheme' in one) ? [String(one.id)] : []));
  return ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `${path} has ${id} twice`);
}

/** The fields of the standard that refer to an organisation, each of which has to be among the parties. */
const references = new Set([
  'publicAuthority',
  'suppliers',
  'procuringEntity',
  'administrativeEntity',
  'sourceParty',
  'payer',
  'payee',
]);

function unknownParties(project: unknown): readonly string[] {
  const known = new Set(listIn(project, 'parties').flatMap((party) => (isObject(party) ? [party.id] : [])));
  const named: unknown[] = [];
  const collect = (value: unknown, isReference: boolean): void => {
    if (Array.isArray(value)) return value.forEach((one) => collect(one, isReference));
    if (!isObject(value)) return;
    if (isReference) named.push(value.id);
    for (const [name, inner] of Object.entries(value)) collect(inner, references.has(name));
  };
  collect(project, false);
  return named.filter((id) => !known.has(id)).map((id) => `${String(id)} is not among the parties`);
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

function listIn(value: unknown, name: string): readonly unknown[] {
  const list = isObject(value) ? value[name] : null;
  return Array.isArray(list) ? list : [];
}
