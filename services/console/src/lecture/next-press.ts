import type { RoomLayer, TeacherRoomState } from '../room/types';
import type { RoomAct } from './acts';

/** Answers received so long after the close count, so nothing is shown before. */
export const GRACE_MS = 3_000;

type ControlledRound = TeacherRoomState['control']['rounds'][number];

/** What a press forward does now. */
export type Press =
  | { readonly kind: 'act'; readonly act: RoomAct }
  /** Answers are on their way still. */
  | { readonly kind: 'wait'; readonly milliseconds: number }
  | { readonly kind: 'none' };

export interface Circumstances {
  /** Milliseconds of the server's clock. */
  readonly now: number;
  /** Whether the teacher's key has a list for the stage. */
  readonly hasStageKey: boolean;
}

const press = (act: RoomAct): Press => ({ kind: 'act', act });

/** The round that is talked about, with what only a teacher knows of it. */
export function currentRound({ round, control }: TeacherRoomState): ControlledRound | undefined {
  return control.rounds.find(({ id }) => id === round?.id);
}

/** The layers that a round has, in the order in which they are shown. */
export function layersOf(
  { task, stageNo, hasKey }: ControlledRound,
  { control }: TeacherRoomState,
  { hasStageKey }: Pick<Circumstances, 'hasStageKey'>,
): RoomLayer[] {
  if (task.task !== 'differential') return hasKey ? ['class', 'stage-key'] : ['class'];
  return [
    'class',
    ...(control.engineStages.includes(stageNo) ? (['engine'] as const) : []),
    ...(hasStageKey ? (['stage-key'] as const) : []),
  ];
}

/** The next step of the lecture: text, vote, vote of teams, close, class, engine, key; then the next stage; last the diagnosis. */
export function nextPress(state: TeacherRoomState, circumstances: Circumstances): Press {
  const { stage, control } = state;
  if (state.state === 'ended') return { kind: 'none' };
  const open = control.rounds.find((round) => round.state === 'open');
  if (open !== undefined) return press({ type: 'close', roundId: open.id });
  if (stage === null) return press({ type: 'stage', stageNo: 1 });
  const current = currentRound(state);
  const together = current && teamRoundOf(current, control.rounds);
  if (together !== undefined) return press({ type: 'open', roundId: together.id });
  if (current !== undefined) {
    const hidden = layersOf(current, state, circumstances).find((layer) => !current.layers.includes(layer));
    if (hidden !== undefined) return reveal(current, [hidden], circumstances);
  }
  const prepared = control.rounds.find((round) => round.stageNo === stage.no && round.state === 'prepared');
  if (prepared !== undefined) return press({ type: 'open', roundId: prepared.id });
  if (stage.no < stage.of) return press({ type: 'stage', stageNo: stage.no + 1 });
  const last = current ?? control.rounds.filter((round) => round.state !== 'prepared').at(-1);
  if (last === undefined || last.layers.includes('diagnosis')) return { kind: 'none' };
  const asks = control.rounds.some((round) => round.state === 'prepared');
  return reveal(last, ['diagnosis'], circumstances, asks);
}

/** The question for teams that waits behind one that everybody has answered alone: nothing is shown before it. */
function teamRoundOf(
  { id, stageNo, task, layers }: ControlledRound,
  rounds: readonly ControlledRound[],
): ControlledRound | undefined {
  const next = rounds[rounds.findIndex((round) => round.id === id) + 1];
  const isIt = next?.answerBy === 'team' && next.stageNo === stageNo && next.task.task === task.task;
  return isIt && next.state === 'prepared' && layers.length === 0 ? next : undefined;
}

function reveal(
  { id, closedAt }: ControlledRound,
  layers: RoomLayer[],
  { now }: Circumstances,
  confirm = false,
): Press {
  const milliseconds = closedAt === null ? 0 : Date.parse(closedAt) + GRACE_MS - now;
  if (milliseconds > 0) return { kind: 'wait', milliseconds };
  return press({ type: 'reveal', roundId: id, layers, ...(confirm && { confirm }) });
}

/** A press back hides what was shown last; stages and answers do not go back. */
export function backPress(state: TeacherRoomState, circumstances: Circumstances): Press {
  const current = currentRound(state);
  if (current === undefined || current.state === 'open') return { kind: 'none' };
  const order: RoomLayer[] = [...layersOf(current, state, circumstances), 'diagnosis'];
  const shown = order.reverse().find((layer) => current.layers.includes(layer));
  return shown === undefined
    ? { kind: 'none' }
    : press({ type: 'reveal', roundId: current.id, layers: [shown], hide: true });
}

/** Shows a layer of the current round, or hides it where it is shown; waits for the close as a step forward does. */
export function layerPress(layer: RoomLayer, state: TeacherRoomState, circumstances: Circumstances): Press {
  const current = currentRound(state);
  if (current === undefined || current.state === 'open' || current.state === 'prepared')
    return { kind: 'none' };
  // Of a vote there is no list of the engine to show.
  if (current.task.task !== 'differential' && !layersOf(current, state, circumstances).includes(layer))
    return { kind: 'none' };
  if (current.layers.includes(layer))
    return press({ type: 'reveal', roundId: current.id, layers: [layer], hide: true });
  return reveal(current, [layer], circumstances);
}
