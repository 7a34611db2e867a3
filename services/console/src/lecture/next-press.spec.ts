import type { TeacherRoomState } from '../room/types';
import { backPress, GRACE_MS, layerPress, nextPress } from './next-press';

type ControlledRound = TeacherRoomState['control']['rounds'][number];

const CLOSED_AT = '2026-11-20T09:01:00.000Z';
const LATER = Date.parse(CLOSED_AT) + GRACE_MS;
const AFTER = { now: LATER, hasStageKey: true };

const round = (id: string, stageNo: number, more: Partial<ControlledRound> = {}): ControlledRound => ({
  id,
  stageNo,
  position: stageNo,
  task: { task: 'differential' },
  attempt: 1,
  state: 'prepared',
  closesAt: null,
  scored: true,
  seconds: 120,
  closedAt: null,
  layers: [],
  lateCounts: false,
  answered: 0,
  late: 0,
  hasKey: false,
  ...more,
});
const closed = (id: string, stageNo: number, layers: ControlledRound['layers'] = []): ControlledRound =>
  round(id, stageNo, { state: layers.length > 0 ? 'revealed' : 'closed', closedAt: CLOSED_AT, layers });

function roomAt(stageNo: number, rounds: ControlledRound[], currentId?: string): TeacherRoomState {
  return {
    code: '482713',
    roomId: 'room',
    seq: 1,
    state: stageNo === 0 ? 'lobby' : 'running',
    language: 'en',
    entry: 'open',
    serverNow: CLOSED_AT,
    participants: 3,
    stage: stageNo === 0 ? null : { no: stageNo, of: 2, kind: 'history', title: null },
    round: rounds.find(({ id }) => id === currentId) ?? null,
    answered: { count: 0, of: 3 },
    layers: [],
    result: null,
    control: {
      title: { text: 'Breathless after knee surgery', language: 'en' },
      caseId: 'case',
      caseVersion: 1,
      textOnPhones: true,
      locked: false,
      removed: [],
      rounds,
      engineStages: [1, 2],
      keyHash: 'hash',
      keyCommittedAt: null,
    },
  };
}
const act = (given: object) => ({ kind: 'act', act: given });

const TEST = { task: 'next-test' as const, spec: { options: [], several: false } };
const vote = (hasKey: boolean, layers: ControlledRound['layers']): TeacherRoomState =>
  roomAt(1, [{ ...closed('a', 1, layers), task: TEST, hasKey }, round('b', 1)], 'a');

describe('a press forward', () => {
  it.each<[string, TeacherRoomState, object]>([
    [
      'shows what is right in a vote',
      vote(true, ['class']),
      { type: 'reveal', roundId: 'a', layers: ['stage-key'] },
    ],
    ['goes on where a vote has no key', vote(false, ['class']), { type: 'open', roundId: 'b' }],
    ['shows the first text', roomAt(0, [round('a', 1)]), { type: 'stage', stageNo: 1 }],
    ['opens the vote', roomAt(1, [round('a', 1)]), { type: 'open', roundId: 'a' }],
    ['closes it', roomAt(1, [round('a', 1, { state: 'open' })], 'a'), { type: 'close', roundId: 'a' }],
    [
      'shows the class',
      roomAt(1, [closed('a', 1)], 'a'),
      { type: 'reveal', roundId: 'a', layers: ['class'] },
    ],
    [
      'then the engine',
      roomAt(1, [closed('a', 1, ['class'])], 'a'),
      { type: 'reveal', roundId: 'a', layers: ['engine'] },
    ],
    [
      'then the key',
      roomAt(1, [closed('a', 1, ['class', 'engine'])], 'a'),
      { type: 'reveal', roundId: 'a', layers: ['stage-key'] },
    ],
    [
      'then the next stage',
      roomAt(1, [closed('a', 1, ['class', 'engine', 'stage-key']), round('b', 2)], 'a'),
      { type: 'stage', stageNo: 2 },
    ],
    [
      'last the diagnosis',
      roomAt(2, [closed('b', 2, ['class', 'engine', 'stage-key'])], 'b'),
      { type: 'reveal', roundId: 'b', layers: ['diagnosis'] },
    ],
    [
      'and asks for leave where a round is left out',
      roomAt(2, [round('a', 1), closed('b', 2, ['class', 'engine', 'stage-key'])], 'b'),
      { type: 'reveal', roundId: 'b', layers: ['diagnosis'], confirm: true },
    ],
  ])('%s', (_, state, expected) => {
    expect(nextPress(state, AFTER)).toEqual(act(expected));
  });

  it('waits three seconds after the close before anything is shown', () => {
    const state = roomAt(1, [closed('a', 1)], 'a');
    expect(nextPress(state, { ...AFTER, now: LATER - 1 })).toEqual({ kind: 'wait', milliseconds: 1 });
    expect(layerPress('engine', state, { ...AFTER, now: LATER - 3_000 })).toEqual({
      kind: 'wait',
      milliseconds: 3_000,
    });
  });

  it('leaves out what there is not: no engine, no key, no list in a vote', () => {
    const state = roomAt(1, [closed('a', 1, ['class']), round('b', 2)], 'a');
    const without = { ...state, control: { ...state.control, engineStages: [] } };
    expect(nextPress(without, { ...AFTER, hasStageKey: false })).toEqual(act({ type: 'stage', stageNo: 2 }));
    const task = { task: 'representation' as const };
    const words = roomAt(1, [{ ...closed('a', 1, ['class']), task }, round('b', 2)], 'a');
    expect(nextPress(words, AFTER)).toEqual(act({ type: 'stage', stageNo: 2 }));
  });

  it('does nothing at the end', () => {
    const shown = roomAt(2, [closed('b', 2, ['class', 'engine', 'stage-key', 'diagnosis'])], 'b');
    expect(nextPress(shown, AFTER)).toEqual({ kind: 'none' });
    expect(nextPress({ ...shown, state: 'ended' }, AFTER)).toEqual({ kind: 'none' });
    expect(nextPress(roomAt(2, []), AFTER)).toEqual({ kind: 'none' });
  });
});

describe('a press back', () => {
  it('hides what was shown last', () => {
    const state = roomAt(1, [closed('a', 1, ['engine', 'class'])], 'a');
    expect(backPress(state, AFTER)).toEqual(
      act({ type: 'reveal', roundId: 'a', layers: ['engine'], hide: true }),
    );
  });

  it('changes nothing before something was shown', () => {
    expect(backPress(roomAt(1, [closed('a', 1)], 'a'), AFTER)).toEqual({ kind: 'none' });
    expect(backPress(roomAt(1, [round('a', 1)]), AFTER)).toEqual({ kind: 'none' });
  });
});

describe('the key of a layer', () => {
  it('shows and hides it', () => {
    const state = roomAt(1, [closed('a', 1, ['class'])], 'a');
    expect(layerPress('stage-key', state, AFTER)).toEqual(
      act({ type: 'reveal', roundId: 'a', layers: ['stage-key'] }),
    );
    expect(layerPress('class', state, AFTER)).toEqual(
      act({ type: 'reveal', roundId: 'a', layers: ['class'], hide: true }),
    );
  });

  it('does nothing while the round is open', () => {
    const state = roomAt(1, [round('a', 1, { state: 'open' })], 'a');
    expect(layerPress('class', state, AFTER)).toEqual({ kind: 'none' });
  });
});

describe('the layer of a vote', () => {
  it('is its own key; there is none of the engine', () => {
    const press = act({ type: 'reveal', roundId: 'a', layers: ['stage-key'] });
    expect(layerPress('stage-key', vote(true, ['class']), AFTER)).toEqual(press);
    expect(layerPress('stage-key', vote(false, ['class']), AFTER)).toEqual({ kind: 'none' });
    expect(layerPress('engine', vote(true, ['class']), AFTER)).toEqual({ kind: 'none' });
  });
});
