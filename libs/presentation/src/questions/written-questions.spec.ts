import { writeQuestions } from '@openrounds/assessment-formats';
import { CaseBody, CreateTeachingCaseInput, QuestionFormat } from '@openrounds/contracts';
import { writtenQuestions } from './written-questions';

const { body: example } = CreateTeachingCaseInput.meta()?.['example'] as { body: Record<string, unknown> };
const MODEL = 'a-model-8b';
const options = [
  { text: { en: 'Look at the legs.', zh: '查看下肢。' }, right: false },
  { text: { en: 'Wait.', zh: '等待。' }, right: true },
  { text: { en: 'Ask for an ECG.', zh: '做心电图。' }, right: false },
];
const own = {
  ask: { en: 'What next?', zh: '下一步？' },
  answer: { en: 'It can wait.', zh: '可以等待。' },
  options,
};
const drafted = { ...own, draftedBy: { model: MODEL, promptVersion: '1' } };
const talkedAbout = { ask: { en: 'What do you think?' } };

const itemsOf = (...questions: readonly object[]) =>
  writtenQuestions({
    ...{ slug: 'a:case', version: 3 },
    body: CaseBody.parse({ ...example, author: 'A school', licence: 'CC BY 4.0', questions }),
  });
/** All that an export says, file by file. */
const written = (format: QuestionFormat, language: 'en' | 'zh', ...questions: readonly object[]): string =>
  Object.values(writeQuestions(itemsOf(...questions), format, language).files)
    .map((file) => (typeof file === 'string' ? file : ''))
    .join('\n');

describe('the questions that stand in a case', () => {
  it('are those with options, called by their place in the case', () => {
    const items = itemsOf(talkedAbout, own, drafted);
    expect(items.map(({ id, version }) => [id, version])).toEqual([
      ['or-a-case-written-2', 3],
      ['or-a-case-written-3', 3],
    ]);
  });

  it('have one best answer, each option with its reason in both languages', () => {
    const [item] = itemsOf(own);
    expect(item).toMatchObject({
      ...{ ask: own.ask, explanation: [own.answer], author: 'A school', licence: 'CC BY 4.0' },
      response: { kind: 'single', options: options.map(({ text, right }) => ({ text, right })) },
    });
    const reasons = item?.response.kind === 'single' ? item.response.options : [];
    expect(
      reasons.map(({ feedback }) => [Boolean(feedback?.en), /\p{Script=Han}/u.test(feedback?.zh ?? '')]),
    ).toEqual(options.map(() => [true, true]));
  });

  it.each(QuestionFormat.options)(
    'say in %s that a model drafted them, where one did, and which',
    (format) => {
      for (const language of ['en', 'zh'] as const) {
        expect(written(format, language, own)).not.toMatch(/AI-generated|AI生成/);
        const told = written(format, language, drafted);
        expect(told).toContain(MODEL);
        expect(told).toMatch(format === 'gift' && language === 'zh' ? /AI生成/ : /AI-generated draft/);
      }
    },
  );
});
