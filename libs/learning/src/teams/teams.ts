import { type Room, type Round } from '../room/room';
import { type Team, type Teams } from './team';

export const TEAM_SIZE = { min: 2, max: 12 } as const;

export const noTeams = ({ size, by }: Pick<Teams, 'size' | 'by'>): Teams => ({
  size,
  by,
  formed: false,
  list: [],
});

/** Members who are still in the room. */
export const membersOf = ({ removed }: Pick<Room, 'removed'>, { members }: Team): readonly number[] =>
  members.filter((number) => !removed.includes(number));

/** Teams in which somebody is left. */
export const livingTeams = (room: Room): readonly Team[] =>
  (room.teams?.list ?? []).filter((team) => membersOf(room, team).length > 0);

/** The team of a participant, of one who was removed too. */
export const teamOf = ({ teams }: Pick<Room, 'teams'>, number: number): Team | undefined =>
  teams?.list.find(({ members }) => members.includes(number));

/**
 * The question that everybody answers alone before the team does: the one before it at the same stage with the same task.
 */
export function aloneRoundOf(
  { rounds }: Pick<Room, 'rounds'>,
  { id, stageNo, task }: Pick<Round, 'id' | 'stageNo' | 'task'>,
): Round | undefined {
  const place = rounds.findIndex((round) => round.id === id);
  return rounds
    .slice(0, place === -1 ? rounds.length : place)
    .findLast(
      (round) => round.stageNo === stageNo && round.task.task === task.task && round.answerBy !== 'team',
    );
}

/** The room with the pens of teams in hands that are still there, as after somebody has gone. */
export function withLivingPens(room: Room): Room {
  const { teams } = room;
  if (teams === undefined) return room;
  const list = teams.list.map((team): Team => {
    const there = membersOf(room, team);
    return team.pen !== null && there.includes(team.pen) ? team : { ...team, pen: there[0] ?? null };
  });
  return { ...room, teams: { ...teams, list } };
}
