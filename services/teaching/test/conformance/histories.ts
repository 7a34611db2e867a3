import { type GivenSubmission, type RoomAct } from '@openrounds/contracts';
import { isCounted, receive, type Kept, type Room } from '@openrounds/learning';
import fc from 'fast-check';
import { type AnswerStore } from '../../src/ports/answer-store';
import { type CommentStore } from '../../src/ports/comment-store';
import { type RoomStore } from '../../src/ports/room-store';
import { META } from '../fixtures/cases';
import { aJoin, aList, DIFFERENTIAL, Hall, round, submission, TENANT } from '../fixtures/rooms';

/** Thirty steps a history, each with a look at everything, on a machine that has other work. */
const MOST_MS = 120_000;
const PEOPLE = 4;
const ROUNDS = 2;

type Step =
  | { readonly kind: 'join'; readonly who: readonly number[] }
  | { readonly kind: 'act'; readonly act: Press }
  | { readonly kind: 'wait'; readonly seconds: number }
  | {
      readonly kind: 'answers';
      readonly batch: readonly {
        readonly who: number;
        readonly round: number;
        readonly attempt: number;
        readonly revision: number;
        readonly points: number;
      }[];
    };

const who = fc.integer({ min: 0, max: PEOPLE - 1 });
/** Mostly the first, so that much happens to it. */
const ofRound = fc.constantFrom(0, 0, 0, ROUNDS - 1);
/** An act in one of the rounds of a room. */
type Press = (rounds: readonly string[]) => RoomAct;

const inRound = (act: (roundId: string) => RoomAct): fc.Arbitrary<Press> =>
  ofRound.map((at) => (rounds) => act(rounds[at] ?? ''));

const anyAct: fc.Arbitrary<Press> = fc.oneof(
  { weight: 6, arbitrary: inRound((roundId) => ({ type: 'open', roundId })) },
  { weight: 4, arbitrary: inRound((roundId) => ({ type: 'close', roundId })) },
  { weight: 1, arbitrary: inRound((roundId) => ({ type: 'reset', roundId })) },
  { weight: 2, arbitrary: inRound((roundId) => ({ type: 'reveal', roundId, layers: ['class'] })) },
  { weight: 1, arbitrary: inRound((roundId) => ({ type: 'count-late', roundId, counts: true })) },
  {
    weight: 1,
    arbitrary: fc.integer({ min: 1, max: PEOPLE }).map((number): Press => () => ({ type: 'remove', number })),
  },
  {
    weight: 1,
    arbitrary: fc.boolean().map((locked): Press => () => ({ type: 'lock', locked })),
  },
);

const anyStep: fc.Arbitrary<Step> = fc.oneof(
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('join'), who: fc.array(who, { maxLength: 3 }) }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('act'), act: anyAct }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('wait'), seconds: fc.constantFrom(1, 2, 4, 9) }) },
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constant('answers'),
      batch: fc.array(
        fc.record({
          who,
          round: ofRound,
          attempt: fc.constantFrom(1, 1, 1, 2),
          revision: fc.integer({ min: 1, max: 9 }),
          points: fc.integer({ min: 10, max: 60 }),
        }),
        { maxLength: 8, size: 'max' },
      ),
    }),
  },
);

type Answered = GivenSubmission & Kept & { readonly receivedAt: number };

/** A room of which every rule is that of the protocol, applied to one answer after the other. */
class Model {
  readonly kept = new Map<string, Answered>();

  /** Answers of a batch as if they had come one by one, the highest revision of each first. */
  take(
    room: Room,
    batch: readonly GivenSubmission[],
    number: (id: string) => number | undefined,
    now: number,
  ): void {
    for (const given of [...batch].sort((one, two) => two.revision - one.revision)) {
      const own = number(given.participantId);
      if (own === undefined) continue;
      const key = `${given.roundId}/${String(given.attempt)}/${given.participantId}`;
      const arrival = { ...given, number: own, receivedAt: now };
      const receipt = receive(room, arrival, this.kept.get(key) ?? null);
      if (receipt.ok && receipt.write) this.kept.set(key, { ...arrival, late: receipt.status === 'late' });
    }
  }

  counted(room: Room, roundId: string): Answered[] {
    const of = room.rounds.find(({ id }) => id === roundId);
    if (of === undefined) return [];
    return [...this.kept.values()].filter((each) => each.roundId === roundId && isCounted(room, of, each));
  }
}

/** Any history of joins, answers and acts leaves a store with what the protocol says, whatever was sent twice. */
export const itPlaysHistories = (
  open: () => { readonly rooms: RoomStore; readonly answers: AnswerStore; readonly comments: CommentStore },
  numRuns: number,
): void => {
  it(
    'keeps and counts what the protocol says after any history',
    async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(anyStep, { maxLength: 30, size: 'max' }), async (steps) => {
          const stores = open();
          await new History(new Hall(stores.rooms, stores.answers, stores.comments)).play(steps);
        }),
        { numRuns },
      );
    },
    MOST_MS,
  );
};

class History {
  private readonly model = new Model();
  private readonly seats = new Map<number, { id: string; number: number }>();
  private roomId = '';
  private rounds: string[] = [];
  private lastSeq = 0;

  constructor(private readonly hall: Hall) {}

  async play(steps: readonly Step[]): Promise<void> {
    this.roomId = await this.hall.open([round(1, DIFFERENTIAL, 20), round(2, DIFFERENTIAL, null)]);
    this.rounds = await this.hall.roundIds(this.roomId);
    for (const step of steps) {
      await this.step(step);
      await this.hall.timers.execute();
      await this.check();
    }
    await this.hall.settle.execute();
    await this.check();
  }

  private step(step: Step): Promise<unknown> {
    switch (step.kind) {
      case 'join':
        return this.join(step.who);
      case 'wait':
        return this.hall.awakeFor(step.seconds);
      case 'act':
        return this.hall.act(this.roomId, step.act(this.rounds)).catch(isRefusal);
      case 'answers':
        return this.answer(step.batch);
    }
  }

  private async join(people: readonly number[]): Promise<void> {
    const joins = people.map((each) => aJoin(`${this.roomId.slice(-6)}${String(each)}`));
    const seats = await this.hall.join.execute({ tenantId: TENANT, roomId: this.roomId }, joins);
    seats.forEach((seat, at) => {
      if (!seat.ok) return;
      const person = people[at] ?? 0;
      const before = this.seats.get(person);
      if (before !== undefined)
        expect(seat).toMatchObject({ participantId: before.id, number: before.number });
      this.seats.set(person, { id: seat.participantId, number: seat.number });
    });
    const numbers = [...this.seats.values()].map(({ number }) => number).sort((one, two) => one - two);
    expect(numbers).toEqual(numbers.map((_, at) => at + 1));
  }

  private async answer(batch: Extract<Step, { kind: 'answers' }>['batch']): Promise<void> {
    const given = batch.flatMap(({ who: person, round: at, attempt, revision, points }) => {
      const seat = this.seats.get(person);
      const changes = { attempt, revision, answer: aList(points) };
      return seat === undefined ? [] : [submission(this.rounds[at] ?? '', seat.id, changes)];
    });
    const { room } = await this.hall.find.byId({ tenantId: TENANT, roomId: this.roomId });
    const numbers = new Map([...this.seats.values()].map(({ id, number }) => [id, number]));
    this.model.take(room, given, (id) => numbers.get(id), this.hall.clock.now().getTime());
    const first = await this.hall.send(this.roomId, ...given);
    const again = await this.hall.send(this.roomId, ...given);
    expect(again.map((status) => (status === 'kept' ? 'kept again' : ''))).toEqual(first.map(() => ''));
  }

  /** The store holds what the model holds, and the frame counts it. */
  private async check(): Promise<void> {
    const ref = { tenantId: TENANT, roomId: this.roomId };
    const ids = [...this.seats.values()].map(({ id }) => id);
    const people = await this.hall.answers.people(ref, ids);
    const stored = people.flatMap(({ answers }) => answers);
    const shape = (each: {
      roundId: string;
      attempt: number;
      participantId: string;
      revision: number;
      late: boolean;
    }) => [each.roundId, each.attempt, each.participantId, each.revision, each.late].join(' ');
    expect(stored.map(shape).sort()).toEqual([...this.model.kept.values()].map(shape).sort());
    const { room } = await this.hall.find.byId(ref);
    const { participant, teacher } = (await this.hall.read.frame(META, this.roomId)).told;
    for (const told of teacher.control.rounds)
      if (told.state !== 'prepared') expect(told.answered).toBe(this.model.counted(room, told.id).length);
    expect(participant.seq).toBeGreaterThanOrEqual(this.lastSeq);
    this.lastSeq = participant.seq;
    if (room.rounds.some(({ state }) => state === 'open')) expect(participant.result).toBeNull();
  }
}

function isRefusal(error: unknown): void {
  expect(error).toHaveProperty('code');
}
