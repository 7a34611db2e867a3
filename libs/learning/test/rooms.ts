import fc from 'fast-check';
import { admit } from '../src/room/admission';
import { carryOut } from '../src/room/carry-out';
import { type Act, type Command } from '../src/room/command';
import { newRoom, type RoundPlan } from '../src/room/new-room';
import { type Outcome } from '../src/room/outcome';
import { type Layer, type Room, type Round, roundOf } from '../src/room/room';

/** When the lecture begins. */
export const START = 1_800_000_000_000;

/** Four stages; a differential at each of the first three, a test after the first. */
export const ROUNDS: readonly RoundPlan[] = [
  { id: 'r1', stageNo: 1, task: { task: 'differential' }, seconds: 60 },
  {
    id: 'r2',
    stageNo: 1,
    task: {
      task: 'next-test',
      spec: { options: [{ id: 'ct' }, { id: 'no-test-yet', text: { en: 'No test yet' } }], several: false },
    },
    seconds: 30,
  },
  { id: 'r3', stageNo: 2, task: { task: 'differential' }, seconds: 60 },
  { id: 'r4', stageNo: 3, task: { task: 'differential' }, seconds: null },
];
export const STAGES = 4;

export function roomOf(outcome: Outcome): Room {
  if (!outcome.ok) throw new Error(`refused: ${outcome.code} ${outcome.pointer ?? ''}`);
  return outcome.room;
}

/** A room with so many participants. */
export function lobby(participants = 3, rounds: readonly RoundPlan[] = ROUNDS): Room {
  let room = roomOf(
    newRoom(
      { code: '482713', language: 'en', entry: 'open', textOnPhones: true, stages: STAGES, rounds },
      START,
    ),
  );
  for (let number = 1; number <= participants; number += 1) room = roomOf(admit(room));
  return room;
}

/** A room in which a teacher acts; every act gets an id of its own, and time stands still unless it is moved. */
export class Lecture {
  now = START;
  private presses = 0;

  constructor(public room: Room = lobby()) {}

  /** Acts, and fails where the act is refused. */
  does(act: Act): this {
    this.room = roomOf(this.tries(act));
    return this;
  }

  /** The outcome of an act that changes nothing here. */
  tries(act: Act): Outcome {
    this.presses += 1;
    return carryOut(this.room, { id: `press-${this.presses}`, ...act }, this.now);
  }

  after(seconds: number): this {
    this.now += seconds * 1000;
    return this;
  }

  round(id: string): Round {
    const round = roundOf(this.room, id);
    if (round === undefined) throw new Error(`there is no round ${id}`);
    return round;
  }
}

const roundId = fc.constantFrom('r1', 'r2', 'r3', 'r4', 'nowhere');
const seconds = fc.option(fc.constantFrom(1, 5, 30, 0), { nil: null });
const layers = fc.subarray<Layer>(['class', 'engine', 'stage-key', 'diagnosis'], { minLength: 1 });

/** Any act, sensible or not; `end` seldom, because little happens afterwards. */
const anyAct: fc.Arbitrary<Act> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ type: fc.constant('open' as const), roundId }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('open' as const), roundId, seconds }) },
  { weight: 6, arbitrary: fc.record({ type: fc.constant('close' as const), roundId }) },
  { weight: 2, arbitrary: fc.record({ type: fc.constant('extend' as const), roundId, seconds }) },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constant('extend' as const),
      roundId,
      seconds,
      number: fc.integer({ min: 0, max: 4 }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ type: fc.constant('reset' as const), roundId }) },
  {
    weight: 8,
    arbitrary: fc.record({
      type: fc.constant('reveal' as const),
      roundId,
      layers,
      hide: fc.constantFrom(false, false, true),
      confirm: fc.boolean(),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ type: fc.constant('count-late' as const), roundId, counts: fc.boolean() }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ type: fc.constant('stage' as const), stageNo: fc.integer({ min: 0, max: 5 }) }),
  },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('lock' as const), locked: fc.boolean() }) },
  {
    weight: 1,
    arbitrary: fc.record({ type: fc.constant('remove' as const), number: fc.integer({ min: 0, max: 4 }) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constant('add-round' as const),
      round: fc.record({
        id: fc.constantFrom('r1', 'r5', 'r6'),
        stageNo: fc.integer({ min: 0, max: 5 }),
        task: fc.constant({ task: 'representation' as const }),
        seconds,
      }),
    }),
  },
  { weight: 1, arbitrary: fc.constant({ type: 'end' as const }) },
);

/** A press with the time that passed before it; ids repeat, as when a network sends twice. */
export interface Press {
  readonly command: Command;
  readonly wait: number;
}

export const anyLecture: fc.Arbitrary<Press[]> = fc.array(
  fc.record({
    command: fc
      .tuple(fc.integer({ min: 0, max: 200 }), anyAct)
      .map(([id, act]): Command => ({ id: `c${id}`, ...act })),
    wait: fc.constantFrom(0, 1, 500, 2_000, 31_000),
  }),
  { maxLength: 60 },
);

/** What the presses of a lecture lead to, one after the other; `before` is the room that a press met. */
export function played(
  presses: readonly Press[],
): { readonly before: Room; readonly command: Command; readonly now: number; readonly outcome: Outcome }[] {
  let [room, now] = [lobby(), START];
  return presses.map(({ command, wait }) => {
    now += wait;
    const before = room;
    const outcome = carryOut(before, command, now);
    if (outcome.ok) room = outcome.room;
    return { before, command, now, outcome };
  });
}
