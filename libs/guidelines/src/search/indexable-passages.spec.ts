import { type BundlePassage, indexablePassages } from './indexable-passages';
import { buildPassageIndex } from './passage-index';
import { searchPassages } from './search-passages';

const passage: BundlePassage = {
  id: 'first-imaging',
  document: 'sample-guideline',
  section: { en: 'Imaging' },
  text: { en: 'CT angiography comes first.' },
  forDiseases: ['pulmonary-embolism', 'not-in-the-bundle'],
  forFindings: [],
  region: 'EU',
};
const documents = [{ id: 'sample-guideline', title: { en: 'A sample guideline' } }];
const diseases = [
  {
    id: 'pulmonary-embolism',
    name: { en: 'Pulmonary embolism', zh: '肺栓塞' },
    synonyms: { en: ['PE'], zh: ['肺血栓栓塞症'] },
  },
];

describe('indexablePassages', () => {
  it('adds the title of the document and the names of the diseases', () => {
    expect(indexablePassages([passage], documents, diseases)).toEqual([
      {
        ...passage,
        title: { en: 'A sample guideline' },
        keywords: { en: ['Pulmonary embolism', 'PE'], zh: ['肺栓塞', '肺血栓栓塞症'] },
      },
    ]);
  });

  it('lets a passage be found by a synonym that it does not contain', () => {
    const index = buildPassageIndex(indexablePassages([passage], documents, diseases));
    expect(searchPassages(index, { query: 'PE', language: 'en', limit: 1 })).toHaveLength(1);
  });

  it('names a passage without a document', () => {
    expect(() => indexablePassages([passage], [], diseases)).toThrow(/first-imaging.*sample-guideline/);
  });
});
