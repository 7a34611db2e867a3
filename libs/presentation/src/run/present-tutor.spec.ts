import { type SaidTutoring, type TutorQuestionRecord } from '@openrounds/contracts';
import { presentTutorQuestion } from './present-tutor';

const ID = '0193e0a2-7c1b-7d4e-9a53-3f1f4c2b6a10';
const LINE = { id: 'finding:leg', kind: 'finding' as const, text: 'Leg swelling: present' };
const GENERATED_BY = { model: 'sample-model', promptVersion: '1' };
const SENTENCE = { text: 'The leg is swollen.', evidence: [LINE.id] };
const said = (change: Partial<SaidTutoring> = {}): SaidTutoring => ({
  answered: true,
  sentences: [SENTENCE],
  asksBack: null,
  dropped: {},
  generatedBy: GENERATED_BY,
  ...change,
});
const record = (change: Partial<TutorQuestionRecord>): TutorQuestionRecord => ({
  id: ID,
  threadId: ID,
  createdAt: new Date('2026-11-20T09:00:00.000Z'),
  completedAt: new Date('2026-11-20T09:00:01.000Z'),
  question: 'What of the leg?',
  evidence: [LINE],
  said: null,
  fault: null,
  ...change,
});

describe('a question to the tutor', () => {
  it('is read with the sources of each sentence, and of the question back, marked as generated', () => {
    const told = presentTutorQuestion(record({ said: said({ asksBack: SENTENCE }) }), 'en');
    const sentence = { text: SENTENCE.text, evidence: [LINE], generatedBy: GENERATED_BY };
    expect(told).toMatchObject({ status: 'answered', sentences: [sentence], asksBack: sentence });
    expect(told.label).toContain('AI-generated');
  });

  it.each([
    ['en', 'What is known of this list does not answer this question.'],
    ['zh', '本次结果中的已知内容无法回答这个问题。'],
  ] as const)('is said to be unanswered in plain words, in %s', (language, words) => {
    const told = presentTutorQuestion(record({ said: said({ answered: false, sentences: [] }) }), language);
    expect(told).toMatchObject({ status: 'unanswered', sentences: [], unanswered: words });
  });

  it('says why there is no answer, or that it is waited for', () => {
    expect(presentTutorQuestion(record({ fault: 'identity' }), 'en')).toMatchObject({
      status: 'failed',
      fault: { code: 'identity', text: expect.stringContaining('was not sent') },
    });
    expect(presentTutorQuestion(record({ completedAt: null }), 'en').status).toBe('waiting');
  });
});
