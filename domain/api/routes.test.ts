import { describe, expect, test } from 'vitest';
import { tableNames } from '../export/tables';
import { apiRoutes, methodsAt, routeOf, routesAt } from './routes';

describe('the routes of the API', () => {
  test('have every table, each with an identifier of its own', () => {
    const ids = apiRoutes.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(tableNames.filter((table) => !routeOf('GET', `/api/v1/${table}`))).toEqual([]);
  });

  test('name every part of their address that is not fixed, and no other', () => {
    for (const { id, path, parameters } of apiRoutes) {
      const named = parameters.filter((parameter) => parameter.in === 'path').map(({ name }) => name);
      expect([id, ...named]).toEqual([id, ...[...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)]);
    }
  });

  test.each([
    ['/api/v1', 'readIndex'],
    ['/api/v1/openapi.json', 'readDescription'],
    ['/api/v1/budget', 'listBudget'],
    ['/api/v1/budget/a-line', 'readBudgetLine'],
    ['/api/v1/budget/a-line/history', 'readBudgetLineHistory'],
  ])('lead %s to %s', (address, id) => {
    expect(routesAt(address).map((route) => route.id)).toEqual([id]);
    expect(methodsAt(address)).toEqual(['GET', 'HEAD', 'OPTIONS']);
  });

  test.each([
    '/api/v1/',
    '/api/v2',
    '/api/v1/nothing',
    '/api/v1/budget/a-line/past',
    '/api/v1/totals/a-line',
    '/budget',
  ])('do not lead %s anywhere', (address) => {
    expect(routesAt(address)).toEqual([]);
    expect(methodsAt(address)).toEqual([]);
  });
});
