import fc from 'fast-check';
import { type Passage } from '../passage';
import { buildPassageIndex } from './passage-index';
import { searchPassages } from './search-passages';

type Sample = Partial<Passage> & { id: string; en?: string; zh?: string };

function passage({ id, en, zh, ...rest }: Sample): Passage {
  return {
    id,
    title: { en: 'A document', zh: '文件' },
    section: { en: 'Section', zh: '章节' },
    text: { en, zh },
    forDiseases: [],
    forFindings: [],
    region: 'international',
    ...rest,
  };
}

const passages = [
  passage({
    id: 'pe-probability',
    en: 'Estimate the clinical probability of pulmonary embolism before the D-dimer is measured.',
    zh: '测定D-二聚体之前先评估肺栓塞的临床可能性。',
    forDiseases: ['pulmonary-embolism'],
    forFindings: ['haemoptysis', 'unilateral-leg-swelling'],
  }),
  passage({
    id: 'pe-imaging',
    en: 'A high probability of pulmonary embolism calls for CT pulmonary angiography at once.',
    zh: '肺栓塞高度可能时直接做CT肺动脉造影。',
    forDiseases: ['pulmonary-embolism'],
    region: 'EU',
  }),
  passage({
    id: 'headache-thunderclap',
    en: 'Thunderclap headache needs a CT of the head without delay to find a subarachnoid haemorrhage.',
    zh: '霹雳样头痛应立即行头颅CT，寻找蛛网膜下腔出血。',
    forDiseases: ['subarachnoid-haemorrhage'],
    forFindings: ['thunderclap-headache'],
  }),
  passage({
    id: 'appendicitis-score',
    en: 'A clinical score sorts patients with suspected appendicitis by risk.',
    forDiseases: ['acute-appendicitis'],
    keywords: { en: ['typhlitis'] },
    region: 'CN',
  }),
];
const index = buildPassageIndex(passages);
const ids = (query: Partial<Parameters<typeof searchPassages>[1]>) =>
  searchPassages(index, { language: 'en', limit: 10, ...query }).map((hit) => hit.passage.id);

describe('searching by words', () => {
  it('puts the passage that says it first', () => {
    expect(ids({ query: 'CT angiography in pulmonary embolism' })[0]).toBe('pe-imaging');
    expect(ids({ query: 'thunderclap headache' })).toEqual(['headache-thunderclap']);
  });

  it('reads American spelling and synonyms given as keywords', () => {
    expect(ids({ query: 'subarachnoid hemorrhage' })).toEqual(['headache-thunderclap']);
    expect(ids({ query: 'typhlitis' })).toEqual(['appendicitis-score']);
  });

  it('searches Chinese', () => {
    expect(ids({ query: '蛛网膜下腔出血', language: 'zh' })).toEqual(['headache-thunderclap']);
    expect(ids({ query: '肺栓塞如何评估', language: 'zh' })[0]).toBe('pe-probability');
  });

  it.each(['', '   ', 'what is it', 'bicycle repair manual', 'probability of rain in Paris', '!?'])(
    'finds nothing for %j',
    (query) => {
      expect(ids({ query })).toEqual([]);
    },
  );

  it('keeps to the diseases asked for', () => {
    expect(ids({ query: 'CT', diseaseIds: ['subarachnoid-haemorrhage'] })).toEqual(['headache-thunderclap']);
    expect(ids({ query: 'thunderclap headache', diseaseIds: ['pulmonary-embolism'] })).toEqual([]);
  });

  it('prefers, but does not require, findings of the case', () => {
    const query = 'probability pulmonary embolism';
    expect(ids({ query, findingIds: ['haemoptysis', 'unilateral-leg-swelling'] })).toEqual([
      'pe-probability',
      'pe-imaging',
    ]);
  });
});

describe('searching by topic', () => {
  it('follows the differential and says for which diseases', () => {
    const found = searchPassages(index, {
      diseaseIds: ['subarachnoid-haemorrhage', 'pulmonary-embolism', 'gout'],
      language: 'en',
      limit: 10,
    });
    expect(found.map((hit) => hit.passage.id)).toEqual([
      'headache-thunderclap',
      'pe-imaging',
      'pe-probability',
    ]);
    expect(found[0]?.forDiseases).toEqual(['subarachnoid-haemorrhage']);
  });

  it('lets a second disease speak before the first has said everything', () => {
    const diseaseIds = ['pulmonary-embolism', 'subarachnoid-haemorrhage'];
    expect(ids({ diseaseIds, limit: 2 })).toEqual(['pe-imaging', 'headache-thunderclap']);
  });

  it('prefers passages that speak of the findings', () => {
    const scoreOf = (findingIds: string[]) =>
      searchPassages(index, { diseaseIds: ['pulmonary-embolism'], findingIds, language: 'en', limit: 1 })[0]
        ?.score;
    expect(scoreOf(['haemoptysis'])).toBe(1.5);
    expect(scoreOf([])).toBe(1);
  });

  it('takes findings alone, and then requires one', () => {
    expect(ids({ findingIds: ['thunderclap-headache'] })).toEqual(['headache-thunderclap']);
    expect(ids({ findingIds: ['jaundice'] })).toEqual([]);
  });

  it('prefers the region without hiding others', () => {
    expect(ids({ diseaseIds: ['pulmonary-embolism'], region: 'EU' })).toEqual([
      'pe-imaging',
      'pe-probability',
    ]);
    expect(ids({ diseaseIds: ['pulmonary-embolism'], region: 'CN' })).toEqual([
      'pe-probability',
      'pe-imaging',
    ]);
  });

  it('shows a passage in its own language where it has no other', () => {
    const [hit] = searchPassages(index, { diseaseIds: ['acute-appendicitis'], language: 'zh', limit: 1 });
    expect(hit).toMatchObject({ passage: { id: 'appendicitis-score' }, language: 'en' });
  });

  it('finds nothing for nothing', () => {
    expect(ids({})).toEqual([]);
    expect(ids({ diseaseIds: ['gout'] })).toEqual([]);
  });
});

describe('every search', () => {
  const disease = fc.constantFrom(
    'pulmonary-embolism',
    'subarachnoid-haemorrhage',
    'acute-appendicitis',
    'gout',
  );
  const anyQuery = fc.record({
    query: fc.option(fc.constantFrom('pulmonary embolism', 'CT', 'score for appendicitis', 'nonsense'), {
      nil: undefined,
    }),
    diseaseIds: fc.uniqueArray(disease),
    findingIds: fc.subarray(['haemoptysis', 'thunderclap-headache']),
    language: fc.constantFrom('en' as const, 'zh' as const),
    region: fc.constantFrom(undefined, 'EU', 'CN'),
    limit: fc.integer({ min: 1, max: 4 }),
  });

  it('is limited, positive, falling, without repeats, and the same whatever the order of the corpus', () => {
    const reversed = buildPassageIndex([...passages].reverse());
    fc.assert(
      fc.property(anyQuery, (query) => {
        const found = searchPassages(index, query);
        const scores = found.map(({ score }) => score);
        expect(found.length).toBeLessThanOrEqual(query.limit);
        expect(scores).toEqual([...scores].sort((a, b) => b - a));
        expect(scores.every((score) => score > 0)).toBe(true);
        expect(new Set(found.map((hit) => hit.passage.id)).size).toBe(found.length);
        expect(searchPassages(reversed, query)).toEqual(found);
      }),
    );
  });

  it('goes through the tokeniser that the caller chose', () => {
    const whole = (text: string) => text.split('。');
    const segmented = buildPassageIndex(passages, { zh: whole });
    expect(searchPassages(segmented, { query: '肺栓塞', language: 'zh', limit: 5 })).toEqual([]);
    expect(
      searchPassages(segmented, { query: '肺栓塞高度可能时直接做CT肺动脉造影', language: 'zh', limit: 5 }),
    ).toHaveLength(1);
  });
});
