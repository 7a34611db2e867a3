import { type Room } from '../room/room';
import { type Team, type Teams } from './team';
import { livingTeams, membersOf, teamOf } from './teams';

const inOrder = (one: number, two: number): number => one - two;

export const teamWith = (no: number, members: readonly number[]): Team => {
  const sorted = [...members].sort(inOrder);
  return { no, members: sorted, pen: sorted[0] ?? null };
};

/** The teams with somebody more in one of them; the pen stays where it is. */
export const withMember = (list: readonly Team[], no: number, number: number): readonly Team[] =>
  list.map((team) =>
    team.no === no
      ? { ...team, members: [...team.members, number].sort(inOrder), pen: team.pen ?? number }
      : team,
  );

/** The team with fewest who are still there; of several the first. */
function smallest(room: Room, list: readonly Team[]): Team | undefined {
  const living = list.filter((team) => membersOf(room, team).length > 0);
  const few = Math.min(...living.map((team) => membersOf(room, team).length));
  return living.find((team) => membersOf(room, team).length === few);
}

/**
 * Deals numbers to new teams in blocks, so that who came together sits together. No team is larger than wanted, but where
 * somebody would be left alone; sizes differ by one at most.
 */
function dealt(numbers: readonly number[], size: number, taken: ReadonlySet<number>): Team[] {
  const count = numbers.length;
  const teams = Math.max(1, Math.min(Math.ceil(count / size), Math.floor(count / 2)));
  const free = freeNumbers(taken);
  return Array.from({ length: teams }, (_, at) => {
    const [from, to] = [Math.floor((at * count) / teams), Math.floor(((at + 1) * count) / teams)];
    return teamWith(free.next().value, numbers.slice(from, to));
  });
}

function* freeNumbers(taken: ReadonlySet<number>): Generator<number, never> {
  for (let no = 1; ; no += 1) if (!taken.has(no)) yield no;
}

/**
 * Everybody in a team, once: whoever has chosen stays where they are; the others fill the teams that have room, and the rest
 * is dealt by number. Somebody who chose a team and stayed alone in it is dealt too.
 */
export function withTeamsFormed(room: Room): Room {
  const { teams } = room;
  if (teams === undefined || teams.formed) return room;
  const chosen = livingTeams(room).filter((team) => membersOf(room, team).length > 1);
  const inOne = new Set(chosen.flatMap(({ members }) => members));
  const left = numbersIn(room).filter((number) => !inOne.has(number));
  return { ...room, teams: { ...teams, formed: true, list: filled(room, teams, chosen, left) } };
}

function filled(
  room: Room,
  { size }: Teams,
  chosen: readonly Team[],
  left: readonly number[],
): readonly Team[] {
  let list = chosen;
  const rest = [...left];
  while (rest.length > 0) {
    const into = smallest(room, list);
    const hasRoom = into !== undefined && (membersOf(room, into).length < size || rest.length === 1);
    if (!hasRoom) break;
    list = withMember(list, into.no, rest.shift() ?? 0);
  }
  if (rest.length === 0) return list;
  const taken = new Set(list.map(({ no }) => no));
  return [...list, ...dealt(rest, size, taken)].sort((one, two) => one.no - two.no);
}

const numbersIn = ({ nextNumber, removed }: Room): number[] =>
  Array.from({ length: nextNumber - 1 }, (_, at) => at + 1).filter((number) => !removed.includes(number));

/** Somebody who comes when the teams are there sits down with the smallest. */
export function withLatecomer(room: Room, number: number): Room {
  const { teams } = room;
  if (teams?.formed !== true || teamOf(room, number) !== undefined) return room;
  const into = smallest(room, teams.list);
  const last = teams.list.at(-1)?.no ?? 0;
  const list =
    into === undefined
      ? [...teams.list, teamWith(last + 1, [number])]
      : withMember(teams.list, into.no, number);
  return { ...room, teams: { ...teams, list } };
}
