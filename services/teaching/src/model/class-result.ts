import { type CaseBody, type CodedClassResult, type RoomAnswer } from '@openrounds/contracts';
import {
  choiceTally,
  differentialTally,
  errorTally,
  isRightChoice,
  isRightError,
  linearPool,
  logarithmicPool,
  type Reading,
  type Round,
  SCORE_VERSION,
  scoreOf,
  type StatedList,
  statedList,
  type Verdict,
} from '@openrounds/learning';
import { keyOf, type StoredAnswer, type StoredScore } from '../ports/answer-store';
import { type Planted } from '../ports/room-store';
import { judgedTests } from './round-key';

type Of<Kind extends RoomAnswer['kind']> = Extract<RoomAnswer, { kind: Kind }>;

const answersOf = <Kind extends RoomAnswer['kind']>(
  answers: readonly StoredAnswer[],
  kind: Kind,
): Of<Kind>[] => answers.flatMap(({ answer }) => (answer.kind === kind ? [answer as Of<Kind>] : []));

/** The lists of a round, with words read as the room reads them. */
const listsOf = (answers: readonly StoredAnswer[], reading: Reading): StatedList[] =>
  answersOf(answers, 'differential').map((answer) => statedList(answer, reading));

/** What a class as one has answered: counts and pools, no word that somebody wrote. */
export function classResultOf(
  { task }: Round,
  answers: readonly StoredAnswer[],
  reading: Reading,
): CodedClassResult | null {
  switch (task.task) {
    case 'differential':
      return pooled(listsOf(answers, reading));
    case 'representation':
      return { kind: 'text', answered: answersOf(answers, 'text').length };
    case 'find-error': {
      const { places, ...tally } = errorTally(answersOf(answers, 'error'));
      return { ...tally, places: [...places] };
    }
    default: {
      const { options, ...tally } = choiceTally(answersOf(answers, 'choice'));
      return { ...tally, options: [...options] };
    }
  }
}

/** Null for a class that has not answered: there is no mean of nothing. */
function pooled(lists: readonly StatedList[]): CodedClassResult | null {
  const tally = differentialTally(lists);
  const linear = linearPool(tally);
  const logarithmic = logarithmicPool(lists);
  if (linear === null || logarithmic === null) return null;
  const rows = new Map(tally.diseases.map((row) => [row.diseaseId, row]));
  return {
    kind: 'differential',
    answered: tally.answered,
    linear: linear.diseases.map(({ diseaseId, probability }) => {
      const row = rows.get(diseaseId);
      return {
        diseaseId,
        probability,
        named: row?.named ?? 0,
        first: row?.first ?? 0,
        histogram: [...(row?.histogram ?? [])],
      };
    }),
    further: linear.further,
    other: { probability: linear.other, histogram: [...tally.other.histogram] },
    logarithmic: { diseases: [...logarithmic.diseases], rest: logarithmic.rest },
  };
}

/** By what a round is judged. */
export interface Key {
  readonly body: CaseBody;
  readonly planted: Planted | undefined;
  readonly reading: Reading;
}

/** How each answer did; rounds without a right answer give none. */
export function scoresOf(round: Round, answers: readonly StoredAnswer[], key: Key): StoredScore[] {
  if (!round.scored) return [];
  return answers.flatMap(({ roundId, attempt, participantId, answer }) => {
    const score = scoreOfAnswer(round, answer, key);
    return score === null ? [] : [{ roundId, attempt, participantId, ...score }];
  });
}

function scoreOfAnswer(round: Round, answer: RoomAnswer, { body, planted, reading }: Key) {
  if (answer.kind === 'differential') return { ...scoreOf(statedList(answer, reading), body.key) };
  const right =
    answer.kind === 'choice'
      ? isRightChoice(answer, verdictsOf(body, round))
      : answer.kind === 'error' && planted !== undefined
        ? isRightError(answer, planted)
        : null;
  return right === null
    ? null
    : { scoreVersion: SCORE_VERSION, logScore: null, brier: null, keyPoints: null, right };
}

const verdictsOf = (body: CaseBody, round: Round): ReadonlyMap<string, Verdict> =>
  new Map(judgedTests(body, round).map(({ testId, verdict }) => [testId, verdict]));

/** The newest list of each person, by what they wrote last in the case. */
export const scoresByKey = (scores: readonly StoredScore[]): ReadonlyMap<string, StoredScore> =>
  new Map(scores.map((score) => [keyOf(score), score]));
