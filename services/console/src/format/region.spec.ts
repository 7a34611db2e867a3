import { regionName } from './region';

describe('regionName', () => {
  it.each([
    ['GB', 'en', 'United Kingdom'],
    ['CN', 'zh', '中国'],
    ['EU', 'zh', '欧盟'],
    ['international', 'zh', '国际'],
    ['Nordrhein', 'en', 'Nordrhein'],
    ['QQ', 'en', 'QQ'],
  ] as const)('%s in %s is %s', (region, locale, name) => {
    expect(regionName(region, locale, '国际')).toBe(name);
  });
});
