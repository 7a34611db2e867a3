import { DomainError, type Asker, type ExportLine } from '@openrounds/contracts';
import { type LearnerRef, type StoredLearner } from '../ports/learner-store';
import { learnerOf } from './class-view';

/**
 * Who is meant: whoever asks, or the learner whom an administrator names.
 *
 * @throws DomainError `forbidden` for anybody else who names one
 */
export function learnerMeant(by: Asker, of: string | undefined): LearnerRef {
  if (of === undefined) return learnerOf(by);
  if (by.role !== 'admin') throw new DomainError('forbidden');
  return { learnerId: of };
}

/**
 * The learner who was found by who they are.
 *
 * @throws DomainError `learner-erased`; `not-found` for an account of which nothing is held
 */
export function foundLearner(stored: StoredLearner | 'erased' | undefined): StoredLearner {
  if (stored === 'erased') throw new DomainError('learner-erased');
  if (stored !== undefined) return stored;
  throw new DomainError('not-found', 'Nothing is held of you: you have joined no class');
}

/** In the place of what people wrote. */
const WITHHELD = '[withheld]';
type Answer = Extract<ExportLine, { kind: 'room' }>['answers'][number]['answer'];

type List = Extract<ExportLine, { kind: 'attempt' }>['lists'][number];

/** A line without what the learner wrote, and what a teacher wrote to the learner. */
export function withoutTexts(line: ExportLine): ExportLine {
  if (line.kind === 'learner') return { ...line, name: null };
  if (line.kind === 'comment') return { ...line, text: WITHHELD };
  if (line.kind === 'attempt') return { ...line, lists: line.lists.map(listWithoutTexts) };
  if (line.kind === 'patient-question') return { ...line, question: WITHHELD };
  if (line.kind === 'feedback')
    return { ...line, criteria: line.criteria.map((each) => ({ ...each, advice: WITHHELD })) };
  if (line.kind !== 'room') return line;
  const answers = line.answers.map((given) => ({ ...given, answer: answerWithoutTexts(given.answer) }));
  return { ...line, name: null, answers };
}

const listWithoutTexts = (list: List): List => ({
  ...list,
  entries: list.entries.map((entry) => (entry.text === null ? entry : { ...entry, text: WITHHELD })),
});

function answerWithoutTexts(answer: Answer): Answer {
  if (answer.kind === 'text') return { ...answer, text: WITHHELD };
  if (answer.kind === 'error') return answer.why === undefined ? answer : { ...answer, why: WITHHELD };
  if (answer.kind !== 'differential') return answer;
  return {
    ...answer,
    entries: answer.entries.map((entry) => ('text' in entry ? { ...entry, text: WITHHELD } : entry)),
  };
}
