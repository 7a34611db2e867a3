import fc from 'fast-check';
import { type Passage } from '../passage';
import { type NamedConcept } from '../vocabulary/name-dictionary';
import { buildPassageIndex, withPassages } from './passage-index';
import { searchPassages } from './search-passages';

type Sample = Partial<Passage> & { id: string; en?: string; zh?: string };

function passage({ id, en, zh, ...rest }: Sample): Passage {
  return {
    id,
    document: `document-of-${id}`,
    year: 2020,
    language: 'en',
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
    population: { en: 'Adults' },
    about: 'diagnosis',
    year: 2010,
    region: 'CN',
  }),
];
const concepts: NamedConcept[] = [
  {
    id: 'pulmonary-embolism',
    kind: 'disease',
    name: { en: 'Pulmonary embolism', zh: '肺栓塞' },
    synonyms: { en: ['PE'] },
  },
  {
    id: 'subarachnoid-haemorrhage',
    kind: 'disease',
    name: { en: 'Subarachnoid haemorrhage', zh: '蛛网膜下腔出血' },
  },
  {
    id: 'acute-appendicitis',
    kind: 'disease',
    name: { en: 'Acute appendicitis' },
    synonyms: { en: ['typhlitis'] },
  },
  { id: 'wilson-disease', kind: 'disease', name: { en: 'Wilson disease', zh: '肝豆状核变性' } },
  {
    id: 'haemoptysis',
    kind: 'finding',
    name: { en: 'Haemoptysis', zh: '咯血' },
    synonyms: { en: ['coughing up blood'] },
  },
];
const index = buildPassageIndex(passages, concepts);
const ids = (query: Partial<Parameters<typeof searchPassages>[1]>) =>
  searchPassages(index, { language: 'en', limit: 10, ...query }).map((hit) => hit.passage.id);

describe('searching by words', () => {
  it('puts the passage that says it first', () => {
    expect(ids({ query: 'CT angiography in pulmonary embolism' })[0]).toBe('pe-imaging');
    expect(ids({ query: 'thunderclap headache' })).toEqual(['headache-thunderclap']);
  });

  it('reads American spelling and every name of a disease or finding', () => {
    expect(ids({ query: 'subarachnoid hemorrhage' })).toEqual(['headache-thunderclap']);
    expect(ids({ query: 'typhlitis' })).toEqual(['appendicitis-score']);
    expect(ids({ query: 'coughing up blood' })).toEqual(['pe-probability']);
    expect(ids({ query: 'PE' })).toEqual(ids({ query: 'pulmonary embolism' }));
  });

  it('searches Chinese', () => {
    expect(ids({ query: '蛛网膜下腔出血', language: 'zh' })).toEqual(['headache-thunderclap']);
    expect(ids({ query: '肺栓塞如何评估', language: 'zh' })[0]).toBe('pe-probability');
  });

  it.each([
    '',
    '   ',
    'what is it',
    'bicycle repair manual',
    'probability of rain in Paris',
    'how is Wilson disease diagnosed',
    '!?',
  ])('finds nothing for %j', (query) => {
    expect(ids({ query })).toEqual([]);
  });

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

const ASKED = [
  ['en', 'recognition', 'Which signs make one suspect gout?'],
  ['en', 'diagnosis', 'How is gout diagnosed?'],
  ['en', 'first-action', 'What to do at once in an attack'],
  ['en', 'treatment', 'Which drug for gout?'],
  ['zh', 'treatment', '痛风怎么治疗？'],
  ['zh', 'first-action', '发作时的第一步处理'],
  ['zh', 'diagnosis', '痛风怎么确诊？'],
] as const;

describe('what a question asks of its subject', () => {
  const of = (about: Passage['about']) =>
    passage({
      id: `pe-${String(about)}`,
      en: 'On pulmonary embolism.',
      zh: '关于肺栓塞。',
      about,
      forDiseases: ['pulmonary-embolism'],
    });
  const aspects = buildPassageIndex(
    [of('recognition'), of('diagnosis'), of('first-action'), of('treatment')],
    concepts,
    {},
    () => ({
      asked: ASKED.map(([language, aspect, text]) => ({ language, aspect, text, diseaseId: 'gout' })),
      outside: [],
    }),
  );
  const first = (query: string, language: 'en' | 'zh') =>
    searchPassages(aspects, { query, language, limit: 10 }).map((hit) => hit.passage.about);

  it.each([
    ['How is pulmonary embolism diagnosed?', 'en', 'diagnosis'],
    ['Which signs make you suspect PE?', 'en', 'recognition'],
    ['What to do at once in pulmonary embolism', 'en', 'first-action'],
    ['肺栓塞怎么治疗？', 'zh', 'treatment'],
    ['肺栓塞的第一步处理', 'zh', 'first-action'],
  ] as const)('%j prefers the right aspect, and hides no other', (query, language, about) => {
    expect(first(query, language)[0]).toBe(about);
    expect(first(query, language)).toHaveLength(4);
  });
});

describe('what an answer holds', () => {
  const [one] = passages;
  if (one === undefined) throw new Error('no passage');
  const from = (id: string, rest: Partial<Passage> = {}): Passage => ({ ...one, id, ...rest });
  const searched = (some: readonly Passage[], rest: Partial<Parameters<typeof searchPassages>[1]> = {}) =>
    searchPassages(buildPassageIndex(some, concepts), {
      query: 'pulmonary embolism',
      language: 'en',
      limit: 10,
      ...rest,
    }).map((hit) => hit.passage.id);

  it('at most two passages of a document, by words and by topic', () => {
    const three = ['a', 'b', 'c'].map((id) => from(id, { document: 'same' }));
    expect(searched(three)).toEqual(['a', 'b']);
    expect(searched(three, { query: '', diseaseIds: ['pulmonary-embolism'] })).toEqual(['a', 'b']);
  });

  it('superseded passages after all others, however well they fit', () => {
    const old = from('a-old', { superseded: true, document: 'old' });
    const current = from('b', {
      text: { en: 'A long text that mentions, among much else, pulmonary embolism.' },
    });
    expect(searched([old, current])).toEqual(['b', 'a-old']);
    expect(searched([old, current], { query: '', diseaseIds: ['pulmonary-embolism'] })).toEqual([
      'b',
      'a-old',
    ]);
    expect(searched([old])).toEqual(['a-old']);
  });

  it.each([
    ['words', {}],
    ['topic', { query: '', diseaseIds: ['pulmonary-embolism'] }],
  ] as const)('by %s, no superseded passage in the place of a current one', (_, by) => {
    const old = from('a-old', { superseded: true, document: 'old', forFindings: ['haemoptysis'] });
    const current = ['b', 'c', 'd'].map((id) => from(id, { document: id, forFindings: [] }));
    const upTo = (limit: number) =>
      searched([old, ...current], { ...by, findingIds: ['haemoptysis'], limit });
    expect(upTo(3)).toEqual(['b', 'c', 'd']);
    expect(upTo(4)).toEqual(['b', 'c', 'd', 'a-old']);
  });

  it('a superseded passage that conflicts behind all current ones, with what stands against it if there is room', () => {
    const old = from('z-old', {
      superseded: true,
      document: 'old',
      text: { en: 'Otherwise.' },
      forDiseases: [],
    });
    const current = [from('a', { conflictsWith: ['z-old'] }), from('b', { document: 'third' })];
    expect(searched([...current, old])).toEqual(['a', 'b', 'z-old']);
    expect(searched([...current, old], { limit: 2 })).toEqual(['a', 'b']);
    const found = from('old', { superseded: true, document: 'old', conflictsWith: ['other'] });
    const other = from('other', { document: 'o', text: { en: 'Otherwise.' }, forDiseases: [] });
    expect(searched([...current, found, other])).toEqual(['a', 'b', 'other', 'old']);
    expect(searched([...current, found, other], { limit: 3 })).toEqual(['a', 'b', 'old']);
  });

  it('a conflicting passage next to the one that was found', () => {
    const against = from('z', {
      document: 'other',
      text: { en: 'Otherwise.' },
      forDiseases: [],
      forFindings: [],
    });
    const other = from('b', { document: 'third' });
    expect(searched([from('a', { conflictsWith: ['z'] }), other, against])).toEqual(['a', 'z', 'b']);
    expect(searched([from('a', { conflictsWith: ['z'] }), other, against], { limit: 2 })).toEqual(['a', 'z']);
    expect(searched([from('a', { conflictsWith: ['not-there'] })])).toEqual(['a']);
  });

  it.each([
    [{ about: 'diagnosis' }, ['appendicitis-score']],
    [{ about: 'treatment' }, []],
    [{ population: 'adult' }, ['appendicitis-score']],
    [{ population: 'children' }, []],
    [{ since: 2015 }, ['pe-imaging', 'pe-probability']],
    [{ regions: ['CN', 'EU'] }, ['appendicitis-score', 'pe-imaging']],
    [{ finding: 'haemoptysis' }, ['pe-probability']],
    [{ documentLanguage: 'zh' }, []],
  ] as const)('only what passes the filter %j', (filter, expected) => {
    const diseaseIds = ['pulmonary-embolism', 'acute-appendicitis'];
    expect(ids({ diseaseIds, filter }).sort()).toEqual(expected);
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

  it('prefers a document of the reader’s own institution', () => {
    const own = { ...passages[1], id: 'own', document: 'own', region: 'international', ofInstitution: true };
    const hits = searchPassages(withPassages(index, [passage(own)]), {
      diseaseIds: ['pulmonary-embolism'],
      findingIds: ['haemoptysis'],
      region: 'EU',
      language: 'en',
      limit: 5,
    });
    expect(hits[0]?.passage.id).toBe('own');
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

describe('an index with further passages', () => {
  const own = [
    passage({
      id: 'own-pe',
      en: 'In our hospital, pulmonary embolism is imaged by scintigraphy.',
      forDiseases: ['pulmonary-embolism'],
    }),
    passage({ id: 'own-gout', en: 'Aspirate the joint.', forDiseases: ['gout'] }),
  ];
  const gout: NamedConcept = { id: 'gout', kind: 'disease', name: { en: 'gout', zh: '痛风' } };
  const both = withPassages(buildPassageIndex(passages, [...concepts, gout]), own);
  const found = (query: string): string[] =>
    searchPassages(both, { query, language: 'en', limit: 5 }).map((hit) => hit.passage.id);

  it('finds old and new ones in one order', () => {
    expect(found('scintigraphy for pulmonary embolism')[0]).toBe('own-pe');
    expect(found('pulmonary embolism')).toEqual(expect.arrayContaining(['own-pe', 'pe-imaging']));
    expect(searchPassages(index, { query: 'scintigraphy', language: 'en', limit: 5 })).toEqual([]);
  });

  it('knows a disease that only a new one is for', () => {
    expect(found('gout')).toEqual(['own-gout']);
  });

  it('tells no words apart for a search by disease', () => {
    const tokenised: string[] = [];
    const noting = (text: string): string[] => {
      tokenised.push(text);
      return text.split(' ');
    };
    const noted = withPassages(buildPassageIndex(passages, concepts, { en: noting, zh: noting }), own);
    const byDisease = { diseaseIds: ['pulmonary-embolism'], language: 'en' as const, limit: 5 };
    expect(searchPassages(noted, byDisease).map((hit) => hit.passage.id)).toContain('own-pe');
    expect(tokenised).toEqual([]);
    searchPassages(noted, { ...byDisease, query: 'scintigraphy' });
    expect(tokenised.join(' ')).toContain('imaged by scintigraphy');
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
    const reversed = buildPassageIndex([...passages].reverse(), concepts);
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
    const whole = (text: string) => text.split(/[，。]/u);
    const sentences = [passage({ id: 'whole', zh: '肺动脉造影。霹雳样头痛。' })];
    const segmented = buildPassageIndex(sentences, [], { zh: whole });
    const foundIn = (query: string) => searchPassages(segmented, { query, language: 'zh', limit: 5 });
    expect(foundIn('动脉造影')).toEqual([]);
    expect(foundIn('霹雳样头痛')).toHaveLength(1);
  });
});
