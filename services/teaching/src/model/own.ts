import {
  type CaseBody,
  type CodedPrompt,
  type OwnAnswer,
  type RoomScore,
  type RoomTeam,
} from '@openrounds/contracts';
import {
  type CalibrationPair,
  calibrationPairs,
  type CaseEvidence,
  type Choice,
  type Commit,
  type OutcomeChances,
  type OwnContent,
  promptsOf,
  type Reading,
  type Room,
  type Round,
  statedList,
  type TeamGain,
} from '@openrounds/learning';
import { type Part, type Person, type StoredAnswer, type StoredScore } from '../ports/answer-store';
import { type EngineStage } from './engine-stage';
import { type RoomShapes } from './room-content';

export interface Own extends OwnContent<RoomShapes> {
  readonly team: RoomTeam | null;
  /** By question for teams, what the own team gained. */
  readonly gains: ReadonlyMap<string, TeamGain | null>;
}

/** What is kept of somebody's team. */
export interface TeamPart extends Part {
  readonly team: RoomTeam;
  readonly gains: Own['gains'];
}

/** By round and option, what is known of the results of tests to choose from; what is missing is not judged. */
export type ChancesByRound = ReadonlyMap<string, ReadonlyMap<string, OutcomeChances>>;

/** What the prompts of a room are worked out from; null where a part of it is not there. */
export interface PromptBasis {
  readonly evidence: CaseEvidence;
  readonly chances: ChancesByRound;
  readonly key: CaseBody['key'];
  readonly reading: Reading;
}

/** The evidence of a case, by what the engine says of its stages; null where it does not say it of all. */
export function evidenceOf(
  { key }: Pick<CaseBody, 'key'>,
  engine: readonly (EngineStage | null)[],
): CaseEvidence | null {
  const stages = engine.filter((stage) => stage !== null);
  const [first] = stages;
  if (first === undefined || stages.length < engine.length) return null;
  const { mustConsider } = key;
  return { key, mustConsider, priors: first.priors, stages: stages.map(({ evidence }) => evidence) };
}

/** What is kept of a participant, and of their team, of the rounds' attempts. */
export function ownOf(
  room: Room,
  person: Person,
  basis: PromptBasis | null,
  part: TeamPart | null = null,
): Own {
  const answers = currentAnswers(room, [...person.answers, ...(part?.answers ?? [])]);
  const scores = [...person.scores, ...(part?.scores ?? [])].filter(({ roundId, attempt }) =>
    room.rounds.some((round) => round.id === roundId && round.attempt === attempt),
  );
  return {
    number: person.number,
    team: part?.team ?? null,
    gains: part?.gains ?? new Map(),
    answers: new Map(answers.map((each) => [each.roundId, ownAnswerOf(each)])),
    scores: new Map(scores.map((each) => [each.roundId, toldScore(each)])),
    prompts: basis === null ? [] : promptsOfPerson(room, person, basis),
  };
}

/** A score without whose it is and of what. */
export const toldScore = ({ scoreVersion, logScore, brier, right, keyPoints }: StoredScore): RoomScore => ({
  scoreVersion,
  logScore,
  brier,
  right,
  keyPoints,
});

export const ownAnswerOf = ({
  attempt,
  revision,
  committedAt,
  receivedAt,
  late,
  answer,
}: StoredAnswer): OwnAnswer => ({
  attempt,
  revision,
  committedAt: committedAt.toISOString(),
  receivedAt: receivedAt.toISOString(),
  late,
  answer,
});

const currentAnswers = (room: Room, answers: readonly StoredAnswer[]): StoredAnswer[] =>
  answers.filter(({ roundId, attempt }) =>
    room.rounds.some((round) => round.id === roundId && round.attempt === attempt),
  );

/** A person's answers to scored rounds, in the order in which these were opened. */
function scoredAnswers(room: Room, { answers }: Person): { round: Round; given: StoredAnswer }[] {
  return room.rounds
    .filter(({ scored }) => scored)
    .sort((one, two) => (one.openedAt ?? 0) - (two.openedAt ?? 0))
    .flatMap((round) => {
      const given = answers.find(({ roundId, attempt }) => roundId === round.id && attempt === round.attempt);
      return given === undefined ? [] : [{ round, given }];
    });
}

function commitsOf(room: Room, person: Person, reading: Reading): Commit[] {
  return scoredAnswers(room, person).flatMap(({ round: { stageNo }, given: { answer } }) =>
    answer.kind === 'differential' ? [{ stageNo, list: statedList(answer, reading) }] : [],
  );
}

/** The questions to ask one person after the diagnosis. */
export function promptsOfPerson(room: Room, person: Person, basis: PromptBasis): CodedPrompt[] {
  const { evidence, reading, chances } = basis;
  const choices = scoredAnswers(room, person).flatMap(({ round, given }): Choice[] =>
    choiceOf(round, given, chances),
  );
  const history = { commits: commitsOf(room, person, reading), choices };
  return promptsOf(history, evidence, pairsOf(room, person, basis)) as CodedPrompt[];
}

/** The diseases of all lists that count. */
export const diseasesNamed = (room: Room, people: readonly Person[], reading: Reading): Set<string> =>
  new Set(
    people.flatMap((person) =>
      commitsOf(room, person, reading).flatMap(({ list }) => [...list.points.keys()]),
    ),
  );

function choiceOf(
  { id: roundId, task, stageNo }: Round,
  { answer }: StoredAnswer,
  chances: ChancesByRound,
): Choice[] {
  if (task.task !== 'next-test' || answer.kind !== 'choice') return [];
  const options = task.spec.options.map(({ id }) => ({
    optionId: id,
    chances: chances.get(roundId)?.get(id) ?? null,
  }));
  return [{ stageNo, chosen: answer.optionIds, options }];
}

/** One pair for each diagnosis of the last list that a person committed to in the case. */
export function pairsOf(
  room: Room,
  person: Person,
  { key, reading }: Pick<PromptBasis, 'key' | 'reading'>,
): CalibrationPair[] {
  const last = commitsOf(room, person, reading).at(-1);
  return last === undefined ? [] : calibrationPairs(person.participantId, last.list, key);
}
