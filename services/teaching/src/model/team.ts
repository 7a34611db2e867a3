import { type RoomTeam, type TeamsGain } from '@openrounds/contracts';
import {
  aloneRoundOf,
  livingTeams,
  membersOf,
  type Room,
  type Round,
  type Team,
  type TeamGain,
  teamGain,
  teamOf,
} from '@openrounds/learning';
import { uuidOf } from '@openrounds/platform';
import { type StoredScore } from '../ports/answer-store';
import { type RoomRef, type StoredRoom } from '../ports/room-store';

type InRoom = Pick<RoomRef, 'roomId'>;

/** A team answers as a participant of its own, without a row and without a token: its id follows from room and number. */
export const teamIdOf = ({ roomId }: InRoom, { no }: Pick<Team, 'no'>): string =>
  uuidOf(`openrounds/team ${roomId} ${String(no)}`);

/** Under whom an answer of a participant is kept: the own id, or that of the team whose question it is. */
export function answererOf(
  { roomId, room }: Pick<StoredRoom, 'room' | 'roomId'>,
  roundId: string,
  { participantId, number }: { readonly participantId: string; readonly number: number },
): string {
  const round = room.rounds.find(({ id }) => id === roundId);
  const team = round?.answerBy === 'team' ? teamOf(room, number) : undefined;
  return team === undefined ? participantId : teamIdOf({ roomId }, team);
}

export const toldTeam = (room: Room, team: Team): RoomTeam => ({
  no: team.no,
  members: [...membersOf(room, team)],
  pen: team.pen,
});

/** How a team did in a question, beside its members. */
export interface TeamScore {
  readonly team: Team;
  readonly score: StoredScore | null;
  readonly gain: TeamGain | null;
}

type ListScore = StoredScore & { readonly logScore: number; readonly brier: number };

const isOfList = (score: StoredScore | undefined): score is ListScore =>
  score !== undefined && score.logScore !== null && score.brier !== null;

/**
 * How each team did in a question for teams, against what its members had answered alone.
 *
 * @param members ids of the participants by number
 */
export function teamScores(
  { roomId, room }: Pick<StoredRoom, 'room' | 'roomId'>,
  round: Round,
  scores: readonly StoredScore[],
  members: ReadonlyMap<number, string>,
): TeamScore[] {
  const alone = aloneRoundOf(room, round);
  const of = ({ id, attempt }: Round, participantId: string | undefined): StoredScore | undefined =>
    scores.find(
      (each) => each.roundId === id && each.attempt === attempt && each.participantId === participantId,
    );
  return livingTeams(room).map((team) => {
    const score = of(round, teamIdOf({ roomId }, team));
    const own = membersOf(room, team).map((number) => alone && of(alone, members.get(number)));
    const listed = own.filter(isOfList).map(listScore);
    return {
      team,
      score: score ?? null,
      gain: isOfList(score) ? teamGain(listScore(score), listed) : null,
    };
  });
}

const listScore = ({ logScore, brier, right, keyPoints, scoreVersion }: ListScore) => ({
  scoreVersion: scoreVersion as 1,
  logScore,
  brier,
  right: right ?? false,
  keyPoints: keyPoints ?? 0,
});

/** What all teams gained, as one; null where none can be compared. */
export function gainOfTeams(teams: readonly TeamScore[]): TeamsGain | null {
  const gains = teams.flatMap(({ gain }) => (gain === null ? [] : [gain]));
  if (gains.length === 0) return null;
  const mean = (figure: (gain: TeamGain) => number): number =>
    gains.reduce((sum, gain) => sum + figure(gain), 0) / gains.length;
  return {
    teams: gains.length,
    ahead: gains.filter(({ logScore }) => logScore > 0).length,
    logScore: mean(({ logScore }) => logScore),
    brier: mean(({ brier }) => brier),
  };
}
