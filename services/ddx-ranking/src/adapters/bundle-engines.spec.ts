import { BundleStore } from '@openrounds/knowledge';
import { tinyBundle } from '@openrounds/testing';
import { BundleEngines } from './bundle-engines';

const bundles = new BundleStore('nowhere');
jest.spyOn(bundles, 'get').mockReturnValue(tinyBundle());
const engines = new BundleEngines(bundles);

describe('BundleEngines', () => {
  it('compiles a version once for each set of numbers', async () => {
    const [emergency, primaryCare, notGiven] = [
      await engines.of('hash', 'emergency'),
      await engines.of('hash', 'primary-care'),
      await engines.of('hash', null),
    ];
    expect(new Set([emergency, primaryCare, notGiven]).size).toBe(3);
    expect(await engines.of('hash', 'emergency')).toBe(emergency);
    expect(await engines.of('hash', null)).toBe(notGiven);
  });

  it('ranks inpatients with the engine of the emergency department, whose numbers they use', async () => {
    expect(await engines.of('hash', 'inpatient')).toBe(await engines.of('hash', 'emergency'));
  });
});
