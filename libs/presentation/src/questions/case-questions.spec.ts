import { writeQuestions, type Item } from '@openrounds/assessment-formats';
import { CaseBody, CreateTeachingCaseInput, QuestionKind } from '@openrounds/contracts';
import { type KnowledgeBundle } from '@openrounds/knowledge';
import { tinyBundle } from '@openrounds/testing';
import { type QuestionCase } from './case-frame';
import { asksTheEngine, questionsOfCase } from './case-questions';
import { lossesText, presentLosses } from './present-losses';

const { body: example } = CreateTeachingCaseInput.meta()?.['example'] as { body: unknown };
const given = CaseBody.parse(example);
const [sample] = tinyBundle().diseases;
const { mustNotMiss: _feared, ...harmless } = sample as NonNullable<typeof sample>;
const disease = (id: string, more: object = {}) => ({
  ...harmless,
  id,
  name: { en: id.toUpperCase(), zh: `${id}病` },
  restrict: {},
  ...more,
});
const fearedFor = { threshold: 0.01, why: { en: 'It kills.', zh: '可致命。' }, harm: 5, excludedWhen: [] };
const test = (id: string) => ({ ...tinyBundle().tests[0], id, name: { en: `Test ${id}`, zh: `检查${id}` } });
const bundle = {
  ...tinyBundle(),
  diseases: [
    disease('key', { mustNotMiss: fearedFor }),
    ...['a', 'b', 'c', 'listed', 'common', 'usual'].map((id) => disease(id)),
    disease('his', { restrict: { sex: 'male' } }),
    disease('feared', { mustNotMiss: fearedFor }),
  ],
  problems: [
    {
      id: 'dyspnoea',
      name: { en: 'Breathlessness', zh: '气促' },
      mustNotMiss: ['key'],
      common: ['his', 'feared', 'common', 'usual'],
      other: [],
    },
  ],
  tests: ['one', 'two', 'three', 'four'].map(test),
} as unknown as KnowledgeBundle;

const why = { en: 'It is alike, but no.', zh: '相似，但不是。' };
const body = CaseBody.parse({
  ...given,
  patient: { ageYears: 58, sex: 'female' },
  stages: [
    { stage: 'history', text: { en: 'History.', zh: '病史。' } },
    { stage: 'laboratory', text: { en: 'Result.', zh: '结果。' } },
  ],
  key: {
    diagnosis: 'key',
    acceptable: ['b'],
    alternatives: ['a', 'b'].map((id) => ({ id, why })),
    mustConsider: ['key'],
  },
});
const stage = (stageNo: number) => ({
  stageNo,
  differential: ['key', 'b', 'listed', 'c'].map((diseaseId, place) => ({
    rank: place + 1,
    diseaseId,
    probability: 0.4 - place / 10,
    mustNotMiss: false,
  })),
  other: 0.1,
  mustNotMiss: [],
  nextTests: [
    { testId: 'two', expectedInformationGain: 0.3 },
    { testId: 'one', expectedInformationGain: 0.8 },
    { testId: 'three', expectedInformationGain: 0.7 },
    { testId: 'four', expectedInformationGain: 0.1 },
  ],
  keyRank: 1,
  keyProbability: 0.4,
});
const forecast = { stages: [stage(1), stage(2)] };
const told: QuestionCase = { told: { slug: 'a:case', version: 2, body }, forecast };
const ALL = QuestionKind.options;
const questionsOf = (of: QuestionCase = told, kinds: readonly QuestionKind[] = ALL) =>
  questionsOfCase(of, kinds, bundle);
const optionsOf = (item: Item | undefined): string[] =>
  item?.response.kind === 'single' || item?.response.kind === 'several'
    ? item.response.options.map(({ id, right }) => (right ? `${id}!` : id))
    : [];

describe('questions of a case', () => {
  const { items, unmade } = questionsOf();
  const [diagnosis, dangers, nextTest] = items;

  it('are three, the same each time, each option with its reason in both languages', () => {
    expect(items.map(({ id, version }) => [id, version])).toEqual([
      ['or-a-case-diagnosis', 2],
      ['or-a-case-must-not-miss', 2],
      ['or-a-case-next-test', 2],
    ]);
    expect(unmade).toEqual([]);
    expect(questionsOf()).toEqual({ items, unmade });
    for (const { response } of items)
      for (const option of response.kind === 'single' || response.kind === 'several'
        ? response.options
        : []) {
        expect(option.feedback?.en).toBeTruthy();
        expect(option.feedback?.zh).toMatch(/[\u4e00-\u9fff]/);
      }
  });

  it('set the key beside the alternatives of the author, filled up from the list; what is accepted is no wrong option', () => {
    expect(optionsOf(diagnosis)).toEqual(['a', 'c', 'key!', 'listed']);
    expect(diagnosis?.stem).toHaveLength(2);
    expect(asksTheEngine(body, ['diagnosis'])).toBe(true);
  });

  it('set what must be considered beside what nobody fears and this patient can have', () => {
    expect(optionsOf(dangers)).toEqual(['a', 'common', 'key!', 'usual']);
    expect(dangers?.stem).toEqual([{ en: 'History.', zh: '病史。' }]);
    expect(asksTheEngine(body, ['must-not-miss'])).toBe(false);
  });

  it('set the test that is expected to tell most beside those that tell half of it at most, before any result', () => {
    expect(optionsOf(nextTest)).toEqual(['four', 'one!', 'two']);
    expect(nextTest?.stem).toHaveLength(1);
  });

  it('take the verdicts of the author, where there are such', () => {
    const choices = [
      (['best', 'poor', 'harmful'] as const).map((verdict, place) => ({
        testId: ['three', 'one', 'two'][place] ?? '',
        verdict,
      })),
    ];
    const judged = { ...told, forecast: null, told: { ...told.told, body: { ...body, choices } } };
    expect(optionsOf(questionsOf(judged, ['next-test']).items[0])).toEqual(['one', 'three!', 'two']);
    expect(asksTheEngine(judged.told.body, ['next-test'])).toBe(false);
  });

  it('name those that the case does not give', () => {
    const alone = { ...body, key: { ...body.key, alternatives: [], mustConsider: [] } };
    const { items: none, unmade: left } = questionsOf({
      told: { ...told.told, body: alone },
      forecast: null,
    });
    expect(none).toEqual([]);
    expect(left.map(({ code }) => code)).toEqual(['too-few-options', 'too-few-options', 'not-ranked']);
  });
});

describe('losses in words', () => {
  const { losses, written } = writeQuestions(questionsOf().items, 'gift', 'en');
  const coded = { format: 'gift' as const, cases: 1, questions: 3, written, losses };

  it.each(['en', 'zh'] as const)('have a sentence each in %s', (language) => {
    const shown = presentLosses(coded, language);
    expect(shown.losses).toHaveLength(losses.length);
    for (const { message } of shown.losses) expect(/[\u4e00-\u9fff]/.test(message)).toBe(language === 'zh');
  });

  it('are a text in both languages', () => {
    const text = lossesText(coded);
    expect(text).toContain('What this export did not keep (gift, 3/3)');
    expect(text).toContain('本次导出未保留的内容');
    expect(text.split('\n').filter((line) => line.includes('or-a-case-diagnosis'))).toHaveLength(6);
    expect(lossesText({ ...coded, losses: [] })).toContain('Nothing.');
  });
});
