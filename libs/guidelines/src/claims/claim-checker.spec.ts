import { type Localised } from '../passage';
import { type NamedConcept } from '../vocabulary/name-dictionary';
import { type ClaimVerdict } from './claim';
import { ClaimChecker } from './claim-checker';

const TRIAGE = {
  id: 'triage',
  forDiseases: ['heart-attack'],
  text: {
    en: 'An ECG is recorded within 10 minutes of arrival. A normal ECG does not exclude a heart attack. Oxygen is not given while saturation is normal. Low blood pressure calls for fluid.',
    zh: '到院10分钟内记录心电图。心电图正常不能排除心肌梗死。血氧正常者不吸氧。低血压者补液。',
  },
};
const PAIN = {
  id: 'pain',
  forDiseases: ['heart-attack'],
  text: { en: 'Morphine relieves pain that goes on.', zh: '疼痛持续者用吗啡镇痛。' },
};
const OLDER = {
  id: 'older',
  forDiseases: ['chest-pain'],
  text: { en: 'An ECG is recorded within 60 minutes of arrival.', zh: '到院60分钟内记录心电图。' },
};
const ELSEWHERE = {
  id: 'elsewhere',
  forDiseases: ['gout'],
  text: { en: 'Colchicine shortens the attack of gout.', zh: '秋水仙碱可缩短痛风发作。' },
};
const CONCEPTS: NamedConcept[] = [
  { id: 'heart-attack', kind: 'disease', name: { en: 'Heart attack', zh: '心肌梗死' } },
  {
    id: 'hypotension',
    kind: 'finding',
    name: { en: 'Low blood pressure', zh: '低血压' },
    synonyms: { en: ['hypotension'], zh: ['血压偏低'] },
  },
];

const checker = new ClaimChecker([TRIAGE, PAIN, OLDER, ELSEWHERE], CONCEPTS);
const verdictOf = (statement: Localised): ClaimVerdict | undefined =>
  checker.check(statement, ['heart-attack'])[0]?.verdict;

describe('a claim is', () => {
  it.each<[string, ClaimVerdict, Localised]>([
    [
      'supported by the same words',
      'lexically-supported',
      { en: 'Morphine relieves the pain.', zh: '吗啡镇痛。' },
    ],
    [
      'supported with its number',
      'lexically-supported',
      { en: 'ECG within 10 minutes of arrival.', zh: '到院10分钟内记录心电图。' },
    ],
    [
      'supported with its denial',
      'lexically-supported',
      { en: 'A normal ECG does not exclude it.', zh: '心电图正常不能排除。' },
    ],
    [
      'supported by another name',
      'lexically-supported',
      { en: 'Hypotension calls for fluid.', zh: '血压偏低者补液。' },
    ],
    [
      'contradicted by another number',
      'contradicted',
      { en: 'An ECG is recorded within 60 minutes of arrival.', zh: '到院60分钟内记录心电图。' },
    ],
    [
      'contradicted by a denial',
      'contradicted',
      { en: 'A normal ECG excludes a heart attack.', zh: '心电图正常可排除心肌梗死。' },
    ],
    [
      'not addressed where it speaks of something else',
      'not-addressed',
      { en: 'Aspirin is chewed at once.', zh: '立即嚼服阿司匹林。' },
    ],
    [
      'not addressed where its number is missing',
      'not-addressed',
      { en: 'Morphine relieves pain within 5 minutes.', zh: '吗啡5分钟内镇痛。' },
    ],
    [
      'not addressed by a passage on another disease',
      'not-addressed',
      { en: 'Colchicine shortens the attack.', zh: '秋水仙碱可缩短发作。' },
    ],
  ])('%s', (_, verdict, statement) => {
    expect(verdictOf(statement)).toBe(verdict);
    expect(verdictOf({ en: statement.en })).toBe(verdict);
    expect(verdictOf({ zh: statement.zh })).toBe(verdict);
  });

  it('not addressed where the languages do not go together', () => {
    expect(verdictOf({ en: 'A normal ECG does not exclude it.', zh: '心电图正常可排除。' })).toBe(
      'not-addressed',
    );
  });

  it('not contradicted by a denial where it may name the mistake', () => {
    const mistake = { en: 'A normal ECG excludes a heart attack.', zh: '心电图正常可排除心肌梗死。' };
    expect(checker.check(mistake, ['heart-attack'], 'warning')[0]?.verdict).toBe('not-addressed');
  });
});

it('tells of a supported sentence which passage contradicts it', () => {
  const claim = { en: 'An ECG is recorded within 10 minutes of arrival.', zh: '到院10分钟内记录心电图。' };
  const [alone] = checker.check(claim, ['heart-attack']);
  expect(alone).not.toHaveProperty('against');
  expect(checker.check(claim, ['heart-attack', 'chest-pain'])[0]).toMatchObject({
    verdict: 'lexically-supported',
    evidence: { passageId: 'triage' },
    against: { passageId: 'older', ranges: { en: { from: 0, to: 48 } } },
  });
});

it('names the passage and its sentences in both languages', () => {
  const [, second] = checker.check(
    { en: 'Find the cause. A normal ECG does not exclude it.', zh: '寻找病因。心电图正常不能排除。' },
    ['heart-attack'],
  );
  expect(second?.sentence).toEqual({ en: { from: 16, to: 49 }, zh: { from: 5, to: 15 } });
  const { passageId, ranges } = second?.evidence ?? {};
  expect(passageId).toBe('triage');
  expect(TRIAGE.text.en.slice(ranges?.en?.from, ranges?.en?.to)).toBe(
    'A normal ECG does not exclude a heart attack.',
  );
  expect(TRIAGE.text.zh.slice(ranges?.zh?.from, ranges?.zh?.to)).toBe('心电图正常不能排除心肌梗死。');
});

it('takes a statement as one claim where its languages have not the same sentences', () => {
  const checked = checker.check({ en: 'Morphine; it relieves pain.', zh: '吗啡镇痛。' }, ['heart-attack']);
  expect(checked).toEqual([
    expect.objectContaining({ sentence: { en: { from: 0, to: 27 }, zh: { from: 0, to: 5 } } }),
  ]);
});

describe('a statement that names its passages', () => {
  const verdictOfCited = (en: string, ...ids: string[]) => checker.checkCited({ en }, ids)[0];

  it('is held against these alone, whatever it is on', () => {
    const claim = 'An ECG is recorded within 10 minutes of arrival.';
    expect(verdictOfCited(claim, 'pain')).toMatchObject({ verdict: 'not-addressed' });
    expect(verdictOfCited(claim, 'older')).toMatchObject({
      verdict: 'contradicted',
      evidence: { passageId: 'older', ranges: { en: { from: 0, to: 48 } } },
    });
    expect(verdictOfCited(claim, 'pain', 'triage')).toMatchObject({
      verdict: 'lexically-supported',
      evidence: { passageId: 'triage', ranges: { en: { from: 0, to: 48 } } },
    });
  });

  it('need not name what a passage is on, and is not addressed by one that is not there', () => {
    const claim = 'In a heart attack morphine relieves the pain.';
    expect(verdictOfCited(claim, 'pain')?.verdict).toBe('lexically-supported');
    expect(verdictOfCited(claim, 'no-such-passage')).toEqual({
      sentence: { en: { from: 0, to: 45 } },
      verdict: 'not-addressed',
    });
  });

  it('is not addressed by a passage that is not there in its language', () => {
    const english = new ClaimChecker([{ ...PAIN, text: { en: PAIN.text.en } }], CONCEPTS);
    expect(english.checkCited({ zh: '吗啡镇痛。' }, ['pain'])[0]?.verdict).toBe('not-addressed');
  });
});
