import type { ErrorKind } from '../../../../libs/learning/src/answers/answer';
import type { CaseBody } from '../api/types';
import type { RoomAct } from './acts';
import type { NewRoom } from './lecture-api';

export const TASKS = [
  'differential',
  'next-test',
  'next-question',
  'vote',
  'find-error',
  'representation',
] as const;
export type Task = (typeof TASKS)[number];
export type PlannedRound = NewRoom['rounds'][number];
export type OnTheSpot = Extract<RoomAct, { type: 'add-round' }>['round'];

/** What is typed in: an option of a vote, or a line of a list. */
export interface Line {
  readonly id: string;
  readonly text: string;
}

/** A question as it stands in the form. What its task has no use for is left as it began. */
export interface QuestionDraft {
  /** Tells questions of one form apart. */
  readonly key: number;
  readonly task: Task;
  /** As typed; empty for no timer. */
  readonly seconds: string;
  /** Tests or findings to choose from; null for those that the case offers. */
  readonly picked: readonly string[] | null;
  /** What a free vote asks. */
  readonly ask: string;
  readonly lines: readonly Line[];
  readonly several: boolean;
  readonly wrongId: string | null;
  readonly errorKind: ErrorKind | null;
}

/** What a stage of the case offers to ask about. */
export interface Offer {
  readonly tests: readonly string[];
  readonly findings: readonly string[];
}
export const NO_OFFER: Offer = { tests: [], findings: [] };

const DEFAULT_SECONDS = '120';
/** Four hours, as the server has it: longer than any lecture. */
const LONGEST_SECONDS = 14_400;
const NO_TEST_YET = 'no-test-yet';
/** The option *no test yet* comes with them, as the twelfth. */
export const MOST_PICKED = 11;
export const MOST_LINES = 40;
const ASK_NOTHING = { en: 'Ask nothing now', zh: '暂不提问' };

export function newQuestion(task: Task, key: number): QuestionDraft {
  const empty = (count: number): Line[] =>
    Array.from({ length: count }, (_, at) => ({ id: `o${String(at + 1)}`, text: '' }));
  return {
    key,
    task,
    seconds: DEFAULT_SECONDS,
    picked: null,
    ask: '',
    lines: task === 'vote' ? empty(2) : task === 'find-error' ? empty(3) : [],
    several: false,
    wrongId: null,
    errorKind: null,
  };
}

/** A line more; its id is no other line's, so that a mark stays where it was set. */
export function withNewLine(lines: readonly Line[]): Line[] {
  const numbers = lines.map(({ id }) => Number(/^o(\d+)$/.exec(id)?.[1] ?? 0));
  return [...lines, { id: `o${String(Math.max(0, ...numbers) + 1)}`, text: '' }];
}

/** The question with the list of a case, and the error in it; in the other language where the case has no such text. */
export function withDrill(
  draft: QuestionDraft,
  { lines, planted }: NonNullable<CaseBody['drill']>,
  language: 'en' | 'zh',
): QuestionDraft {
  return {
    ...draft,
    lines: lines.map(({ id, text: { en = '', zh = '' } }) => ({
      id,
      text: (language === 'en' ? en : zh) || en || zh,
    })),
    wrongId: planted.lineId,
    errorKind: planted.errorKind,
  };
}

/** Ids to choose from: those that were picked, else what the case offers. */
export function pickedOf({ task, picked }: QuestionDraft, { tests, findings }: Offer): readonly string[] {
  return picked ?? (task === 'next-test' ? tests : task === 'next-question' ? findings : []);
}

/** Seconds as a timer takes them; null for none, undefined for what is no time. */
export function secondsOf(typed: string): number | null | undefined {
  if (typed.trim() === '') return null;
  const seconds = Number(typed);
  return Number.isInteger(seconds) && seconds >= 1 && seconds <= LONGEST_SECONDS ? seconds : undefined;
}

export type QuestionFault =
  | 'seconds'
  | 'few-options'
  | 'many-options'
  | 'same-twice'
  | 'few-lines'
  | 'no-wrong-line'
  | 'no-error-kind';

const written = (lines: readonly Line[]): Line[] =>
  lines.map(({ id, text }) => ({ id, text: text.trim() })).filter(({ text }) => text !== '');

/** Why a question cannot be asked as it stands, or null. */
export function faultOf(draft: QuestionDraft, offer: Offer): QuestionFault | null {
  if (secondsOf(draft.seconds) === undefined) return 'seconds';
  const lines = written(draft.lines);
  const repeats = new Set(lines.map(({ text }) => text)).size < lines.length;
  switch (draft.task) {
    case 'differential':
    case 'representation':
      return null;
    case 'next-test':
    case 'next-question': {
      const { length } = pickedOf(draft, offer);
      return length < 1 ? 'few-options' : length > MOST_PICKED ? 'many-options' : null;
    }
    case 'vote':
      if (lines.length < 2) return 'few-options';
      return repeats ? 'same-twice' : null;
    case 'find-error':
      if (lines.length < 1) return 'few-lines';
      if (!lines.some(({ id }) => id === draft.wrongId)) return 'no-wrong-line';
      return draft.errorKind === null ? 'no-error-kind' : null;
  }
}

/** In the order of their ids, which tells nothing; to do nothing yet is always one. */
const optionsOf = (draft: QuestionDraft, offer: Offer) => [
  ...pickedOf(draft, offer)
    .toSorted()
    .map((id) => ({ id })),
  draft.task === 'next-question' ? { id: NO_TEST_YET, text: ASK_NOTHING } : { id: NO_TEST_YET },
];

/** The question as the API takes it. Typed words are of the room's language. */
export function roundOf(
  draft: QuestionDraft,
  stageNo: number,
  offer: Offer,
  language: 'en' | 'zh',
): OnTheSpot {
  const common = { stageNo, seconds: secondsOf(draft.seconds) ?? null };
  const lines = written(draft.lines).map(({ id, text }) => ({ id, text: { [language]: text } }));
  const { task, several, wrongId, errorKind } = draft;
  switch (task) {
    case 'differential':
    case 'representation':
      return { ...common, task: { task } };
    case 'next-test':
    case 'next-question':
      return { ...common, task: { task, spec: { options: optionsOf(draft, offer), several } } };
    case 'vote': {
      const ask = draft.ask.trim();
      const spec = { options: lines, several, ...(ask !== '' && { ask: { [language]: ask } }) };
      return { ...common, task: { task, spec } };
    }
    case 'find-error': {
      const round = { ...common, task: { task, spec: { lines } } };
      return wrongId === null || errorKind === null
        ? round
        : { ...round, planted: { lineId: wrongId, errorKind } };
    }
  }
}
