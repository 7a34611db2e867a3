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

  it('puts what a newer edition has replaced after the others, however well it fits', async () => {
    const bundle = tinyBundle();
    const [document] = bundle.guidelines.documents;
    const [passage] = bundle.guidelines.passages;
    if (document === undefined || passage === undefined) throw new Error('the fixture has no guideline');
    const older = { ...document, id: 'older', supersededBy: { en: 'the newer edition', zh: '新版' } };
    const fitting = { ...passage, id: 'older-1', document: 'older', text: { en: 'Image image patients.' } };
    const guidelines = {
      documents: [older, document],
      passages: [
        fitting,
        { ...passage, text: { en: 'Whom to image among patients, and when, and why not.' } },
      ],
    };
    const store = new GuidelineStore('nowhere');
    jest.spyOn(store, 'get').mockReturnValue({ ...bundle, guidelines });
    const library = await new BundlePassages(store).of('hash');
    const hits = library.search(query({ query: 'image patients' }));
    expect(hits.map(({ passageId }) => passageId)).toEqual(['made-up-guideline-1', 'older-1']);
    expect(hits[1]?.score).toBeGreaterThan(hits[0]?.score ?? 0);
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
