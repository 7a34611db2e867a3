import type { RoomAnswer } from '../room/types';
import { postedIn } from './outbox';
import type { PhoneState } from './phone-state';
import { emptyForm, formOf, type PointForm } from './points';

interface RoundOf {
  readonly id: string;
  readonly attempt: number;
}

/** What one has answered in a round: as this phone committed it, else as the room has it from another. */
export function ownAnswer(
  { memory, mine }: Pick<PhoneState, 'memory' | 'mine'>,
  round: RoundOf,
): RoomAnswer | null {
  const inRoom =
    mine?.rounds.find(({ roundId, attempt }) => roundId === round.id && attempt === round.attempt)?.own ??
    null;
  const posted = postedIn(memory.outbox, round);
  // A newer answer came from another phone of the same person.
  if (inRoom !== null && inRoom.revision > (posted?.revision ?? 0)) return inRoom.answer;
  const wasReset = typeof posted?.posting === 'object' && posted.posting.refused === 'round-reset';
  return wasReset ? null : (posted?.answer ?? inRoom?.answer ?? null);
}

type ListAnswer = Extract<RoomAnswer, { kind: 'differential' }>;

const isList = (answer: RoomAnswer | null | undefined): answer is ListAnswer =>
  answer?.kind === 'differential';

/** The list that one made last, in whatever round. */
export function lastList({ memory, mine }: Pick<PhoneState, 'memory' | 'mine'>): ListAnswer | null {
  const posted = Object.values(memory.outbox).map(({ committedAt, answer }) => ({ committedAt, answer }));
  const inRoom = (mine?.rounds ?? []).flatMap(({ own: kept }) => (kept === null ? [] : [kept]));
  const lists = [...inRoom, ...posted]
    .filter(({ answer }) => isList(answer))
    .sort((one, two) => (one.committedAt < two.committedAt ? 1 : -1));
  const last = lists[0]?.answer;
  return isList(last) ? last : null;
}

/** How the form of a differential begins: with one's answer to this round, else with the last list that one made. */
export function firstForm(
  state: PhoneState,
  round: RoundOf,
  nameOf: (diseaseId: string) => string,
): PointForm {
  const own = ownAnswer(state, round);
  const list = isList(own) ? own : lastList(state);
  return list === null ? emptyForm() : formOf(list, nameOf);
}

/** The name of a disease in the vocabulary; its id until the names are there. */
export function nameIn(names: PhoneState['names'], diseaseId: string): string {
  return names.find(([id]) => id === diseaseId)?.[1] ?? diseaseId.replace(/-/g, ' ');
}
