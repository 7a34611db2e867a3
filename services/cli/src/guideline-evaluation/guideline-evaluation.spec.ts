import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { indexBundle, NO_QUESTIONS, type SearchedBundle } from '@openrounds/guidelines';
import { figuresOf, judgeQuestions } from './judge';
import { readQuestions } from './questions';
import { questionsMarkdown } from './report';

const passage = (id: string, disease: string, about: 'diagnosis' | 'treatment', en: string) => ({
  id,
  document: 'doc',
  section: { en: 'Section' },
  text: { en },
  about,
  forDiseases: [disease],
  forFindings: [],
  region: 'EU',
});
const bundle: SearchedBundle = {
  guidelines: {
    documents: [{ id: 'doc', title: { en: 'A document' }, year: 2020, language: 'en' }],
    passages: [
      passage('gout-needle', 'gout', 'diagnosis', 'Look for crystals in the joint fluid.'),
      passage('croup-steroid', 'croup', 'treatment', 'A single dose of dexamethasone.'),
    ],
  },
  diseases: [
    { id: 'gout', name: { en: 'Gout', zh: '痛风' } },
    { id: 'croup', name: { en: 'Croup', zh: '哮吼' } },
  ],
  findings: [],
};

const folder = mkdtempSync(join(tmpdir(), 'questions-'));
let files = 0;
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function fileOf(text: string): string {
  files += 1;
  const file = join(folder, `questions-${String(files)}.yaml`);
  writeFileSync(file, text);
  return file;
}

const QUESTIONS = `
half: open
questions:
  - { id: right, language: en, question: How is gout diagnosed?, about: [gout], aspect: diagnosis }
  - { id: wrong-aspect, language: en, question: gout crystals, about: [gout], aspect: treatment }
  - { id: named, language: en, question: dexamethasone in croup, passages: [croup-steroid] }
  - { id: refused, language: en, question: bicycle repair, unanswerable: true }
  - { id: near-miss, language: en, question: croup, unanswerable: true }
  - { id: not-in-chinese, language: zh, question: 痛风, about: [gout] }
`;

describe('measuring the guideline search', () => {
  const judged = judgeQuestions(
    readQuestions([fileOf(QUESTIONS)]),
    indexBundle(bundle, {}, () => NO_QUESTIONS),
  );

  it('tells right answers, wrong ones and refusals', () => {
    const english = judged.filter(({ question }) => question.language === 'en');
    const figures = figuresOf(english);
    expect(figures).toMatchObject({ answerable: 3, unanswerable: 2, wrongRefusals: 0, correctRefusals: 0.5 });
    expect(figures.recallAt5).toBeCloseTo(2 / 3, 12);
    expect(figures.meanReciprocalRank).toBeCloseTo(2 / 3, 12);
    expect(figuresOf(judged.slice(-1))).toMatchObject({ recallAt5: 0, wrongRefusals: 1 });
    expect(figuresOf([]).recallAt5).toBeUndefined();
  });

  it('prints them by language and half, and what was open and wrong', () => {
    const text = questionsMarkdown(judged, 2);
    expect(text).toContain('| open | en | 3 | 66.7 % | 0.67 | 0.0 % | 2 | 50.0 % |');
    expect(text).toContain('- not-in-chinese: 痛风 → nothing');
    expect(text).not.toContain('- right:');
    const frozen = judged.map((each) => ({
      ...each,
      question: { ...each.question, half: 'frozen' as const },
    }));
    expect(questionsMarkdown(frozen, 2)).not.toContain('not-in-chinese');
  });

  it.each([
    ['half: shut\nquestions: []', '/half'],
    ['half: open\nquestions: [{ id: a, language: en, question: q }]', '/questions/0/about'],
    [
      'half: open\nquestions: [{ id: a, language: en, question: q, about: [b], unanswerable: true }]',
      '/questions/0/about',
    ],
    [
      'half: open\nquestions: [{ id: a, language: en, question: q, unanswerable: true }, { id: a, language: en, question: r, unanswerable: true }]',
      'question a stands twice',
    ],
    ['{', 'cannot be read'],
  ])('refuses %j, naming what is wrong', (text, named) => {
    expect(() => readQuestions([fileOf(text)])).toThrow(named);
  });
});
