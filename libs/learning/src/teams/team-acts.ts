import { isBetween } from '../room/new-room';
import { accept, type Outcome, refuse } from '../room/outcome';
import { openRound, type Room } from '../room/room';
import { teamWith, withMember } from './form-teams';
import { type Team } from './team';
import { membersOf, teamOf } from './teams';

/** Numbers of teams that can be chosen: as many as a full room can have. */
const MOST_TEAMS = 1_000;

/**
 * A phone chooses its team, or another one, until the teams are formed; not while a question is open. To choose the team in
 * which one is changes nothing.
 */
export function chooseTeam(room: Room, number: number, no: number): Outcome {
  const { teams } = room;
  if (room.removed.includes(number)) return refuse('forbidden');
  if (room.state === 'ended') return refuse('room-ended');
  if (teams?.by !== 'choice' || teams.formed) return refuse('teams-formed');
  if (openRound(room) !== undefined) return refuse('round-open');
  if (!isBetween(no, 1, MOST_TEAMS)) return refuse('invalid-request', '/team');
  const before = teamOf(room, number);
  if (before?.no === no) return accept(room);
  const into = teams.list.find((team) => team.no === no);
  if (into !== undefined && membersOf(room, into).length >= teams.size) return refuse('team-full');
  const others = teams.list.flatMap((team) => (team === before ? withoutMember(team, number) : [team]));
  const list =
    into === undefined
      ? [...others, teamWith(no, [number])].sort((one, two) => one.no - two.no)
      : withMember(others, no, number);
  return accept({ ...room, seq: room.seq + 1, teams: { ...teams, list } });
}

/** Nobody is left of a team that the last one leaves for another. */
function withoutMember(team: Team, number: number): readonly Team[] {
  const members = team.members.filter((each) => each !== number);
  const pen = team.pen === number ? (members[0] ?? null) : team.pen;
  return members.length === 0 ? [] : [{ ...team, members, pen }];
}

/**
 * Hands the pen of a team on to one of its members.
 *
 * @param by the number of whoever holds it; null for the teacher, who can give it to anybody
 */
export function handOnPen(room: Room, by: number | null, to: number): Outcome {
  const team = teamOf(room, to);
  if (by !== null && room.removed.includes(by)) return refuse('forbidden');
  if (room.state === 'ended') return refuse('room-ended');
  if (team === undefined || room.removed.includes(to)) return refuse('not-found', '/number');
  if (by !== null && !team.members.includes(by)) return refuse('not-found', '/number');
  if (team.pen === to) return accept(room);
  if (by !== null && team.pen !== by) return refuse('pen-elsewhere');
  return accept({ ...room, seq: room.seq + 1, teams: withPen(room, { ...team, pen: to }) });
}

function withPen({ teams }: Room, changed: Team): NonNullable<Room['teams']> {
  if (teams === undefined) throw new Error('a team without teams');
  return { ...teams, list: teams.list.map((team) => (team.no === changed.no ? changed : team)) };
}
