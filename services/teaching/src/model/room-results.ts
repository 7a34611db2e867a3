import { type CodedRoomResults } from '@openrounds/contracts';
import {
  calibrationCurve,
  membersOf,
  participants,
  promptShares,
  type Reading,
  type Room,
  type Round,
  unmatchedWords,
} from '@openrounds/learning';
import { type Part, type Person, type StoredTally } from '../ports/answer-store';
import { type StoredRoom } from '../ports/room-store';
import { pairsOf, type PromptBasis, promptsOfPerson, toldScore } from './own';
import { seqOf } from './room-frame';
import { teamScores } from './team';

export interface ResultsWanted {
  readonly stored: StoredRoom;
  readonly tallies: readonly StoredTally[];
  /** Those who are still in the room. */
  readonly people: readonly Person[];
  /** What teams answered. */
  readonly teams: readonly Part[];
  readonly reading: Reading;
  readonly basis: Omit<PromptBasis, 'evidence'> | null;
  /** Null before the diagnosis, and where the engine is away. */
  readonly evidence: PromptBasis['evidence'] | null;
}

/** As many as a teacher can look through. */
const MOST_UNMATCHED = 50;

type RoundResults = CodedRoomResults['rounds'][number];

/** What a teacher reads of a room. Of an open round only how many have answered. */
export function resultsOf(wanted: ResultsWanted): CodedRoomResults {
  const { stored, tallies, people, basis, evidence } = wanted;
  const { room } = stored;
  const told = room.diagnosisRevealedAt !== null && basis !== null;
  return {
    seq: seqOf(stored, tallies),
    ...(room.rehearsal === undefined ? {} : { rehearsal: true }),
    participants: participants(room),
    rounds: room.rounds
      .filter(({ state }) => state !== 'prepared')
      .map((round) => roundResults(round, wanted)),
    calibration: told ? calibrationCurve(people.flatMap((person) => pairsOf(room, person, basis))) : [],
    prompts: told && evidence !== null ? sharesOf(room, people, { ...basis, evidence }) : null,
  };
}

function sharesOf(room: Room, people: readonly Person[], basis: PromptBasis): CodedRoomResults['prompts'] {
  const shares = promptShares(people.map((person) => promptsOfPerson(room, person, basis)));
  return shares === null ? null : shares.map(({ code, share }) => ({ code, share }));
}

function roundResults(round: Round, wanted: ResultsWanted): RoundResults {
  const { stored, tallies, people, reading } = wanted;
  const { room } = stored;
  const answerers = round.answerBy === 'team' ? wanted.teams : people;
  const { id, stageNo, task, attempt, state } = round;
  const tally = tallies.find((each) => each.roundId === id && each.attempt === attempt);
  return {
    id,
    stageNo,
    position: room.rounds.indexOf(round) + 1,
    task: task.task,
    attempt,
    state,
    answered: tally?.answered ?? 0,
    late: tally?.late ?? 0,
    class: state === 'open' ? null : (tally?.body ?? null),
    scores: state === 'open' ? null : meansOf(round, answerers),
    ...(round.answerBy === 'team' && state !== 'open' ? { teams: teamRows(round, wanted) } : {}),
    unmatched: state === 'open' ? [] : unmatchedOf(round, answerers, reading),
  };
}

function teamRows(round: Round, { stored, people, teams }: ResultsWanted): RoundResults['teams'] {
  const ids = new Map(people.map(({ number, participantId }) => [number, participantId]));
  const scores = [...people, ...teams].flatMap((each) => each.scores);
  return teamScores(stored, round, scores, ids).map(({ team, score, gain }) => ({
    no: team.no,
    members: [...membersOf(stored.room, team)],
    score: score === null ? null : toldScore(score),
    gain,
  }));
}

function meansOf({ id, attempt }: Round, people: readonly Part[]): RoundResults['scores'] {
  const scores = people.flatMap((person) =>
    person.scores.filter((each) => each.roundId === id && each.attempt === attempt),
  );
  if (scores.length === 0) return null;
  return {
    logScore: meanOf(scores.map(({ logScore }) => logScore)),
    brier: meanOf(scores.map(({ brier }) => brier)),
    right: scores.filter(({ right }) => right === true).length,
    of: scores.length,
  };
}

function meanOf(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0) / known.length;
}

function unmatchedOf({ id, attempt }: Round, people: readonly Part[], reading: Reading) {
  const answers = people.flatMap((person) =>
    person.answers.flatMap(({ answer, ...key }) =>
      key.roundId === id && key.attempt === attempt && answer.kind === 'differential' ? [answer] : [],
    ),
  );
  return unmatchedWords(answers, reading)
    .slice(0, MOST_UNMATCHED)
    .map(({ text, count }) => ({ text, count }));
}
