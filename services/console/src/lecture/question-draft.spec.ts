import { taskIssues } from '../../../../libs/learning/src/answers/check-task';
import { NO_TEST_YET } from '../../../../libs/learning/src/answers/task';
import {
  faultOf,
  newQuestion,
  NO_OFFER,
  type QuestionDraft,
  roundOf,
  secondsOf,
  TASKS,
  withDrill,
  withNewLine,
} from './question-draft';

const OFFER = { tests: ['troponin', 'ecg', 'd-dimer'], findings: ['fever', 'cough'] };
const lines = (...texts: string[]) => texts.map((text, at) => ({ id: `o${String(at + 1)}`, text }));
const draft = (task: QuestionDraft['task'], more: Partial<QuestionDraft> = {}): QuestionDraft => ({
  ...newQuestion(task, 1),
  ...more,
});
/** One of each kind, as it can be asked. */
const WHOLE: Readonly<Record<QuestionDraft['task'], QuestionDraft>> = {
  differential: draft('differential'),
  representation: draft('representation'),
  'next-test': draft('next-test'),
  'next-question': draft('next-question'),
  vote: draft('vote', { lines: lines('Admit', 'Send home') }),
  'find-error': draft('find-error', { lines: lines('a', 'b'), wrongId: 'o2', errorKind: 'sum' }),
};

describe('a question', () => {
  it('takes the list of a case, in the language of the room where it has one', () => {
    const lines = [
      { id: 'a', text: { en: 'Measles', zh: '麻疹' } },
      { id: 'b', text: { en: 'Rubella' } },
    ];
    const draft = withDrill(
      newQuestion('find-error', 1),
      { stageNo: 1, lines, planted: { lineId: 'b', errorKind: 'sum' } },
      'zh',
    );
    expect(roundOf(draft, 1, NO_OFFER, 'zh')).toMatchObject({
      task: {
        spec: {
          lines: [
            { id: 'a', text: { zh: '麻疹' } },
            { id: 'b', text: { zh: 'Rubella' } },
          ],
        },
      },
      planted: { lineId: 'b', errorKind: 'sum' },
    });
    expect(withNewLine(draft.lines).map(({ id }) => id)).toEqual(['a', 'b', 'o1']);
  });

  it.each(TASKS)('of the kind %s is asked as the room takes it', (task) => {
    expect(faultOf(WHOLE[task], OFFER)).toBeNull();
    expect(taskIssues(roundOf(WHOLE[task], 1, OFFER, 'en').task as never)).toEqual([]);
  });

  it('offers tests in an order that tells nothing, and to do nothing yet', () => {
    expect(roundOf(WHOLE['next-test'], 2, OFFER, 'en')).toEqual({
      stageNo: 2,
      seconds: 120,
      task: {
        task: 'next-test',
        spec: {
          options: [{ id: 'd-dimer' }, { id: 'ecg' }, { id: 'troponin' }, { id: NO_TEST_YET }],
          several: false,
        },
      },
    });
  });

  it('takes what was picked in place of what the case offers', () => {
    const { task } = roundOf(draft('next-question', { picked: ['rash'] }), 1, OFFER, 'en');
    expect(task).toMatchObject({ spec: { options: [{ id: 'rash' }, { id: NO_TEST_YET }] } });
  });

  it('sends typed words in the language of the room, and leaves empty lines out', () => {
    const asked = draft('vote', {
      ask: ' Where to? ',
      lines: lines('Admit', ' ', 'Send home '),
      several: true,
    });
    expect(roundOf(asked, 1, NO_OFFER, 'zh').task).toEqual({
      task: 'vote',
      spec: {
        options: [
          { id: 'o1', text: { zh: 'Admit' } },
          { id: 'o3', text: { zh: 'Send home' } },
        ],
        several: true,
        ask: { zh: 'Where to?' },
      },
    });
  });

  it('says beside an error where it is', () => {
    expect(roundOf(WHOLE['find-error'], 1, NO_OFFER, 'en').planted).toEqual({
      lineId: 'o2',
      errorKind: 'sum',
    });
  });

  it.each<[string, QuestionDraft, ReturnType<typeof faultOf>]>([
    ['no time', draft('differential', { seconds: 'soon' }), 'seconds'],
    ['a vote with one option', draft('vote', { lines: lines('Admit', ' ') }), 'few-options'],
    ['an option twice', draft('vote', { lines: lines('Admit', 'Admit ') }), 'same-twice'],
    ['no test to choose', draft('next-test', { picked: [] }), 'few-options'],
    ['too many tests', draft('next-test', { picked: Array.from({ length: 12 }, String) }), 'many-options'],
    ['an empty list', draft('find-error'), 'few-lines'],
    ['no line marked', draft('find-error', { lines: lines('a') }), 'no-wrong-line'],
    [
      'a mark on an empty line',
      draft('find-error', { lines: lines('a', ''), wrongId: 'o2' }),
      'no-wrong-line',
    ],
    ['no kind', draft('find-error', { lines: lines('a'), wrongId: 'o1' }), 'no-error-kind'],
  ])('is not asked with %s', (_what, asked, fault) => {
    expect(faultOf(asked, OFFER)).toBe(fault);
  });

  it.each([
    ['90', 90],
    [' 5 ', 5],
    ['', null],
    ['0', undefined],
    ['1.5', undefined],
    ['14401', undefined],
    ['soon', undefined],
  ])('reads %j as %j seconds', (typed, seconds) => {
    expect(secondsOf(typed)).toBe(seconds);
  });

  it('gives a new line an id of its own', () => {
    expect(withNewLine([{ id: 'o3', text: 'c' }])).toEqual([
      { id: 'o3', text: 'c' },
      { id: 'o4', text: '' },
    ]);
  });
});
