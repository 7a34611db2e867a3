import { GuidelineStore } from '@openrounds/knowledge';
import { tinyBundle } from '@openrounds/testing';
import { type PassageQuery } from '../ports/passage-libraries';
import { BundlePassages } from './bundle-passages';

const bundles = new GuidelineStore('nowhere');
jest.spyOn(bundles, 'get').mockReturnValue(tinyBundle());
const libraries = new BundlePassages(bundles);

const query = (changes: Partial<PassageQuery>): PassageQuery => ({
  diseaseIds: [],
  findingIds: [],
  language: 'en',
  region: null,
  limit: 10,
  ...changes,
});

describe('BundlePassages', () => {
  it('finds a passage by its words, by the names of its diseases, and by disease', async () => {
    const library = await libraries.of('hash');
    for (const by of [
      { query: 'image patients' },
      { query: 'pulmonary embolism' },
      { diseaseIds: ['pulmonary-embolism'] },
    ]) {
      const [hit, ...others] = library.search(query(by));
      expect(hit).toMatchObject({ passageId: 'made-up-guideline-1' });
      expect(hit?.score).toBeGreaterThan(0);
      expect(others).toEqual([]);
    }
  });

  it('tells which of the diseases asked for a passage is about', async () => {
    const library = await libraries.of('hash');
    const [hit] = library.search(query({ diseaseIds: ['costochondritis', 'pulmonary-embolism'] }));
    expect(hit?.forDiseases).toEqual(['pulmonary-embolism']);
  });

  it('finds nothing where nothing fits', async () => {
    const library = await libraries.of('hash');
    expect(library.search(query({ query: 'zeppelin' }))).toEqual([]);
    expect(library.search(query({ diseaseIds: ['costochondritis'] }))).toEqual([]);
  });

  it('indexes a version once', async () => {
    expect(await libraries.of('hash')).toBe(await libraries.of('hash'));
  });
});
