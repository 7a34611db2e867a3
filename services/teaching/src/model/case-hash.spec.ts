import { z } from 'zod';
import { aBody, VERSIONS } from '../../test/fixtures/cases';
import { builtInIdOf, contentHashOf, forecastIdOf } from './case-hash';

describe('hashes and ids of cases', () => {
  it('give the same content the same hash, whatever the order of its members', () => {
    const body = aBody();
    const turned = Object.fromEntries(Object.entries(body).reverse()) as typeof body;
    expect(contentHashOf(turned)).toBe(contentHashOf(body));
    expect(contentHashOf({ ...body, author: 'Somebody else' })).not.toBe(contentHashOf(body));
  });

  it('give a built-in case a UUID of version 8, the same everywhere', () => {
    const id = builtInIdOf('after-a-long-flight');
    expect(z.uuid({ version: 'v8' }).safeParse(id).success).toBe(true);
    expect(builtInIdOf('after-a-long-flight')).toBe(id);
    expect(builtInIdOf('after-a-short-flight')).not.toBe(id);
  });

  it('give a forecast an id by all that it depends on', () => {
    const key = { tenantId: 'school', contentHash: 'c', stageNo: 1, versions: VERSIONS };
    const others = [
      { ...key, tenantId: 'other' },
      { ...key, contentHash: 'd' },
      { ...key, stageNo: 2 },
      { ...key, versions: { ...VERSIONS, knowledge: 'k' } },
      { ...key, versions: { ...VERSIONS, calibration: 'c' } },
      { ...key, versions: { ...VERSIONS, engine: 'e' } },
    ];
    expect(new Set([key, ...others].map(forecastIdOf)).size).toBe(7);
    expect(forecastIdOf({ ...key, versions: { ...VERSIONS, guidelines: 'g' } })).toBe(forecastIdOf(key));
  });
});
