import type { Participant } from './lecture-api';

export const COLUMNS = ['number', 'name', 'team', 'answered', 'right', 'score'] as const;
export type Column = (typeof COLUMNS)[number];
export interface Order {
  readonly by: Column;
  readonly down: boolean;
}

/** One who sits in the room, as the table shows them. */
export interface PeopleRow {
  readonly number: number;
  readonly name: string;
  readonly team: number | null;
  /** A simulated student of a rehearsal. */
  readonly simulated: boolean;
  /** Of the open question; null while none is open. */
  readonly answersNow: boolean | null;
  /** Questions that were answered in time, of those that are closed. */
  readonly answered: number;
  /** Of the questions that have a right answer. */
  readonly right: number;
  readonly judged: number;
  /** Mean log score in nats, lower is better; null where no list was scored. */
  readonly score: number | null;
}

/** Everybody who is still in the room. */
export const peopleRows = (people: readonly Participant[]): PeopleRow[] =>
  people
    .filter(({ removed }) => !removed)
    .map(({ number, name, team, simulated, answeredOpen, rounds }) => {
      const scores = rounds.flatMap(({ logScore }) => (logScore === null ? [] : [logScore]));
      return {
        number,
        name: name ?? '',
        team,
        simulated: simulated === true,
        answersNow: answeredOpen,
        answered: rounds.filter(({ late }) => !late).length + (answeredOpen === true ? 1 : 0),
        right: rounds.filter(({ right }) => right === true).length,
        judged: rounds.filter(({ right }) => right !== null).length,
        score: scores.length === 0 ? null : scores.reduce((sum, each) => sum + each, 0) / scores.length,
      };
    });

/** Whoever has nothing in a column stands last, whichever way it is sorted. */
const LAST = null;

function valueOf(row: PeopleRow, by: Column): number | string | null {
  switch (by) {
    case 'number':
      return row.number;
    case 'name':
      return row.name === '' ? LAST : row.name;
    case 'team':
      return row.team;
    case 'answered':
      return row.answersNow === null ? row.answered : Number(row.answersNow) * 1_000 + row.answered;
    case 'right':
      return row.judged === 0 ? LAST : row.right;
    case 'score':
      return row.score;
  }
}

/** The rows in an order; those that are equal in it by number. */
export function inOrder(rows: readonly PeopleRow[], { by, down }: Order, locale: string): PeopleRow[] {
  const { compare } = new Intl.Collator(locale, { numeric: true });
  return rows.toSorted((one, other) => {
    const [a, b] = [valueOf(one, by), valueOf(other, by)];
    if (a === null || b === null) return Number(a === null) - Number(b === null) || one.number - other.number;
    const order = typeof a === 'number' && typeof b === 'number' ? a - b : compare(String(a), String(b));
    return (down ? -order : order) || one.number - other.number;
  });
}

/** Those whose number begins so, or whose name or team is meant. */
export function foundIn(rows: readonly PeopleRow[], sought: string): readonly PeopleRow[] {
  const words = sought.trim().toLowerCase();
  if (words === '') return rows;
  return rows.filter(
    ({ number, name }) => String(number).startsWith(words) || name.toLowerCase().includes(words),
  );
}

/** Whether somebody writes for their team, or could be given its pen; null while no question for teams is open. */
export function penOf(
  { number, team }: Pick<PeopleRow, 'number' | 'team'>,
  pens: readonly (number | null)[] | undefined,
): 'holds' | 'may-hold' | null {
  if (team === null || pens === undefined) return null;
  return pens[team - 1] === number ? 'holds' : 'may-hold';
}
