import { setTimeout as delay } from 'node:timers/promises';
import { type RoomAnswer } from '@openrounds/contracts';
import { type Random } from '@openrounds/evaluation';
import { randomList } from './lists';
import { Phone, type Round, type Sending } from './phone';
import { type RoomApi } from './room-api';
import { Stream } from './stream';

/** How a hall is filled and what its phones do. */
export interface HallPlan {
  readonly students: number;
  /** In which all join, and in which all commit. */
  readonly joinSeconds: number;
  readonly seconds: number;
  readonly caseId?: string;
  readonly language: 'en' | 'zh';
  /** A tally that is not there so long after the last answer never comes. */
  readonly tallyPatienceMs: number;
  readonly faults: ReadonlySet<string>;
  readonly random: Random;
  /** Milliseconds of a clock that never goes back. */
  readonly now: () => number;
  /** Told what happens, in a line. */
  readonly say: (line: string) => void;
}

/** What came of a question. */
export interface Asked {
  readonly round: Round;
  /** One for each phone, in their order. */
  readonly sendings: readonly Sending[];
  /** Seconds from the last answer until the projector showed all; null where it never did. */
  readonly tallied: number | null;
  /** Phones whose answer the room keeps just as it was sent. */
  readonly kept: number;
}

/** A room of its own with phones in it, and everybody's open streams. */
export class Hall {
  /** One for each address of the product. */
  readonly projectors: Stream[] = [];
  readonly phones: readonly Phone[];
  /** In the order of the phones. */
  readonly streams: Stream[] = [];
  private diseases: readonly string[] = [];

  private constructor(
    readonly api: RoomApi,
    readonly room: { readonly id: string; readonly code: string },
    private readonly plan: HallPlan,
  ) {
    const { students, language, now } = plan;
    this.phones = Array.from(
      { length: students },
      (_, place) => new Phone(api.startingAt(place), room.code, language, now),
    );
  }

  /** Opens a room in which so many questions can be asked, all of them at the first stage. */
  static async open(api: RoomApi, plan: HallPlan, questions: number): Promise<Hall> {
    const room = await api.createRoom({
      caseId: await api.caseToPlay(plan.caseId),
      rounds: Array.from({ length: questions }, () => ({ stageNo: 1, task: { task: 'differential' } })),
      settings: { language: plan.language },
    });
    plan.say(`room ${room.code}`);
    return new Hall(api, room, plan);
  }

  /** All phones join, each opens its stream. @returns milliseconds until each answer */
  async fill(teacherKey: string): Promise<number[]> {
    const { say, joinSeconds, random, now } = this.plan;
    const { code } = this.room;
    for (const api of this.api.atEachAddress()) this.projectors.push(new Stream(api, code, teacherKey, now));
    say(`${String(this.phones.length)} phones join in ${String(joinSeconds)} s`);
    const times = await Promise.all(
      this.phones.map(async (phone, place) => {
        await delay(random() * joinSeconds * 1000);
        const waited = await phone.join();
        this.streams[place] = new Stream(phone.api, code, phone.token, now, () => phone.api.wake());
        return waited;
      }),
    );
    await this.api.act(code, 'stage', { stageNo: 1 });
    this.diseases = await this.api.diseaseIds(code, this.phones[0]?.token ?? '');
    return times.flat();
  }

  /** Opens the question at this place. @param seconds until it closes by itself */
  async openRound(place: number, seconds?: number): Promise<Round> {
    const { code } = this.room;
    const planned = (await this.api.state(code)).control.rounds[place];
    if (planned === undefined) throw new Error('the room has no such question');
    const { round } = await this.api.act(code, 'open', { roundId: planned.id, ...(seconds && { seconds }) });
    if (round === null) throw new Error('the question did not open');
    return { id: round.id, attempt: round.attempt };
  }

  /**
   * Asks a question: opens it, lets all phones commit, looks what became of the answers, and closes it.
   *
   * @param strike what happens when half of the time to answer is over
   */
  async ask(place: number, strike?: () => Promise<void>): Promise<Asked> {
    const round = await this.openRound(place);
    const [sendings] = await Promise.all([
      this.commit(round),
      strike && delay(this.plan.seconds * 500).then(strike),
    ]);
    return this.settle(round, sendings);
  }

  /** All phones commit within so many seconds. */
  async commit(round: Round, seconds = this.plan.seconds): Promise<readonly Sending[]> {
    const { say, random, faults } = this.plan;
    say(`they commit in ${String(seconds)} s`);
    const draw = (): RoomAnswer => randomList(this.diseases, random);
    return Promise.all(
      this.phones.map(async (phone) => {
        await delay(random() * seconds * 1000);
        return phone.commit(round, draw, faults, random());
      }),
    );
  }

  /** Waits until all answers are counted, asks each phone what is kept of it, and closes the question. */
  async settle(round: Round, sendings: readonly Sending[]): Promise<Asked> {
    const lastAt = Math.max(...sendings.map(({ to }) => to));
    const patience = AbortSignal.timeout(this.plan.tallyPatienceMs);
    const all = await this.projectors[0]?.first(
      (seen) => seen.roundId === round.id && seen.answered >= this.phones.length,
      patience,
    );
    const kept = await Promise.all(this.phones.map((phone) => phone.isKept(round)));
    await this.api.act(this.room.code, 'close', { roundId: round.id });
    return {
      round,
      sendings,
      tallied: all ? Math.max(0, all.at - lastAt) / 1000 : null,
      kept: kept.filter(Boolean).length,
    };
  }

  /** Ends the room and all streams. */
  async close(): Promise<void> {
    await Promise.all([...this.projectors, ...this.streams].map((stream) => stream.close()));
    await this.api.act(this.room.id, 'end', {});
  }
}
