import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { expect, test } from 'vitest';

const project = fileURLToPath(new URL('..', import.meta.url));

test('the command line begins before the database client is generated', () => {
  expect(waysTo('prisma/generated/', 'bin/main.ts')).toEqual([]);
});

test('and the walk finds the client from a file that asks the database', () => {
  expect(waysTo('prisma/generated/', 'server/published/overview.ts')).not.toEqual([]);
});

/** The chains of imports that run at once, from a file to what lies in a folder. Those of `await import()` run later. */
function waysTo(folder: string, from: string): readonly string[] {
  const seen = new Set<string>();
  const walk = (file: string, way: readonly string[]): readonly string[] => {
    if (file.startsWith(folder)) return [[...way, file].join(' > ')];
    if (seen.has(file)) return [];
    seen.add(file);
    return importsOf(file).flatMap((next) => walk(next, [...way, file]));
  };
  return walk(from, []);
}

function importsOf(file: string): readonly string[] {
  const source = ts.createSourceFile(file, readFileSync(join(project, file), 'utf8'), ts.ScriptTarget.Latest);
  return source.statements.flatMap((statement) => {
    if (!ts.isImportDeclaration(statement) && !ts.isExportDeclaration(statement)) return [];
    const { moduleSpecifier } = statement;
    if (!moduleSpecifier || !ts.isStringLiteral(moduleSpecifier) || isOfTypes(statement)) return [];
    const path = pathOf(moduleSpecifier.text, file);
    return path === null ? [] : [path];
  });
}

const isOfTypes = (statement: ts.ImportDeclaration | ts.ExportDeclaration): boolean =>
  ts.isImportDeclaration(statement)
    ? statement.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword
    : statement.isTypeOnly;

/** Null for a package. What is not made yet has no file, and keeps its name. */
function pathOf(specifier: string, file: string): string | null {
  const isOurs = specifier.startsWith('@/') || specifier.startsWith('.');
  if (!isOurs) return null;
  const path = specifier.startsWith('@/') ? specifier.slice(2) : join(dirname(file), specifier);
  if (/\.(json|css)$/.test(path)) return null;
  const found = ['', '.ts', '.tsx', '/index.ts'].map((ending) => path + ending);
  return found.find((each) => /\.[a-z]+$/.test(each) && existsSync(join(project, each))) ?? path;
}
