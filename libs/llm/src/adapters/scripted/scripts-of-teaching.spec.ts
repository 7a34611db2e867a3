import { FEEDBACK_DRAFTER } from '../../roles/examiner/feedback-drafter';
import { DRAFTED_CASE } from '../../roles/examiner/examples';
import { QUESTION_DRAFTER } from '../../roles/examiner/question-drafter';
import { PATIENT } from '../../roles/patient/patient';
import { scriptedModel } from './scripted';

const model = scriptedModel();

describe('the demonstration of the roles of teaching', () => {
  it.each([
    ['en', 'Flew home from Sydney 3 days ago.', 'Have you flown home lately?', 'Any pets?'],
    ['zh', '咳嗽3天，无发热。', '您咳嗽吗？', '养猫吗？'],
  ] as const)(
    'says a statement that is asked about, and nothing else (%s)',
    async (language, text, asked, other) => {
      const request = (question: string) => ({
        language,
        patient: { ageYears: 58, sex: 'female' as const },
        statements: [{ id: '1.1', text }],
        question,
        withheld: [],
      });
      const { value } = await model.ask(PATIENT, request(asked));
      expect(value.sentences).toMatchObject([{ statementIds: ['1.1'] }]);
      expect((await model.ask(PATIENT, request(other))).value).toEqual({ sentences: [], dropped: {} });
    },
  );

  it.each(['en', 'zh'] as const)('drafts questions that stand (%s)', async (language) => {
    const { value } = await model.ask(QUESTION_DRAFTER, { ...DRAFTED_CASE, language });
    expect(value.dropped).toEqual({});
    expect(value.drafts).toHaveLength(1);
    expect(value.drafts[0]?.options.filter(({ right }) => right)).toEqual([
      { text: 'Pulmonary embolism', right: true },
    ]);
  });

  it('drafts feedback by words that are shared', async () => {
    const { value } = await model.ask(FEEDBACK_DRAFTER, {
      language: 'en',
      representation: 'A woman of 58, sudden breathlessness.',
      rubric: [
        { id: 'c1', text: 'Sudden or slow onset' },
        { id: 'c2', text: 'Risk factors' },
      ],
    });
    expect(value).toMatchObject({
      criteria: [
        { criterionId: 'c1', judgement: 'partly', quote: 'sudden breathlessness' },
        { criterionId: 'c2', judgement: 'missing', quote: null },
      ],
      dropped: {},
    });
  });
});
