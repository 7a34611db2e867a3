import { setTimeout as delay } from 'node:timers/promises';
import { type Random } from '@openrounds/evaluation';
import { allOf, atMost, type Figure, p99Seconds } from './figures';
import { type Frames, mostInASecond, readFrames, type Seen } from './frames';
import { randomList } from './lists';
import { type Fault, Phone, type Round } from './phone';
import { type RoomApi } from './room-api';

/** Limits of the acceptance table of rooms, for 1,000 students on 4 cores. */
const JOIN_P99_S = 1;
const COMMIT_P99_S = 1.5;
const TALLY_S = 1;
const PROJECTOR_FRAMES = 4;
const PHONE_FRAMES = 1;
const FRAME_BYTES = 8_192;

export interface Rehearsal {
  readonly students: number;
  /** In which all join, and in which all commit. */
  readonly joinSeconds: number;
  readonly seconds: number;
  readonly caseId?: string;
  readonly language: 'en' | 'zh';
  /** A tally that is not there so long after the last answer never comes. */
  readonly tallyPatienceMs: number;
  readonly faults: ReadonlySet<Fault>;
  readonly random: Random;
  /** Milliseconds of a clock that never goes back. */
  readonly now: () => number;
  /** Told what happens, in a line. */
  readonly say: (line: string) => void;
}

/** Plays a round with phones in a room of its own, which is ended afterwards, and says how it went. */
export async function rehearse(api: RoomApi, teacherKey: string, plan: Rehearsal): Promise<Figure[]> {
  const { id, code } = await api.createRoom({
    caseId: await api.caseToPlay(plan.caseId),
    rounds: [{ stageNo: 1, task: { task: 'differential' } }],
    settings: { language: plan.language },
  });
  plan.say(`room ${code}`);
  const streams = new Streams(api, code, plan);
  try {
    streams.listen(teacherKey);
    const phones = Array.from({ length: plan.students }, () => new Phone(api, code, plan.language, plan.now));
    const joined = await playJoins(phones, streams, plan);
    const round = await openRound(api, code);
    const committed = await playCommits(phones, round, api, code, plan);
    const tallied = await streams.sawAnswers(round.id, plan.students, committed.lastAt);
    const kept = await Promise.all(phones.map((phone) => phone.isKept(round)));
    const [projector, ...hall] = await streams.close();
    const numbers = new Set(phones.flatMap((phone) => [...phone.numbers]));
    return [
      allOf('numbers, one for each phone', numbers.size, plan.students),
      atMost('joined, p99', p99Seconds(joined), JOIN_P99_S, 's'),
      allOf('answers kept as they were sent', kept.filter(Boolean).length, plan.students),
      atMost('answered, p99', p99Seconds(committed.times), COMMIT_P99_S, 's'),
      atMost('all in the tally after the last', tallied, TALLY_S, 's'),
      atMost('frames in a second, projector', most(projector ? [projector] : []), PROJECTOR_FRAMES, 'frames'),
      atMost('frames in a second, a phone', most(hall), PHONE_FRAMES, 'frames'),
      atMost('longest frame', Math.max(...hall.map(({ longest }) => longest)), FRAME_BYTES, 'bytes'),
    ];
  } finally {
    await streams.close();
    await api.act(id, 'end', {});
  }
}

async function playJoins(phones: readonly Phone[], streams: Streams, plan: Rehearsal): Promise<number[]> {
  plan.say(`${String(phones.length)} phones join in ${String(plan.joinSeconds)} s`);
  const times = await Promise.all(
    phones.map(async (phone) => {
      await delay(plan.random() * plan.joinSeconds * 1000);
      const waited = await phone.join();
      streams.listen(phone.token);
      return waited;
    }),
  );
  return times.flat();
}

async function openRound(api: RoomApi, code: string): Promise<Round> {
  await api.act(code, 'stage', { stageNo: 1 });
  const planned = (await api.state(code)).control.rounds[0];
  if (planned === undefined) throw new Error('the room has no round');
  const { round } = await api.act(code, 'open', { roundId: planned.id });
  if (round === null) throw new Error('the round did not open');
  return { id: round.id, attempt: round.attempt };
}

async function playCommits(
  phones: readonly Phone[],
  round: Round,
  api: RoomApi,
  code: string,
  plan: Rehearsal,
): Promise<{ times: number[]; lastAt: number }> {
  plan.say(`they commit in ${String(plan.seconds)} s`);
  const diseases = await api.diseaseIds(code, phones[0]?.token ?? '');
  const times = await Promise.all(
    phones.map(async (phone) => {
      await delay(plan.random() * plan.seconds * 1000);
      return phone.commit(round, () => randomList(diseases, plan.random), plan.faults, plan.random());
    }),
  );
  return { times, lastAt: plan.now() };
}

const most = (frames: readonly Frames[]): number =>
  frames.reduce((highest, { at }) => Math.max(highest, mostInASecond(at)), 0);

/** The open streams of a hall: the projector's first. */
class Streams {
  private readonly stop = new AbortController();
  private readonly read: Promise<Frames>[] = [];
  private readonly seen: Seen[] = [];
  private woken: (() => void)[] = [];

  constructor(
    private readonly api: RoomApi,
    private readonly code: string,
    private readonly plan: Rehearsal,
  ) {}

  listen(bearer: string): void {
    const isProjector = this.read.length === 0;
    this.read.push(this.follow(bearer, isProjector));
  }

  /** Seconds from a moment until the projector showed so many answers; null where it never did. */
  async sawAnswers(roundId: string, count: number, since: number): Promise<number | null> {
    const givenUp = delay(this.plan.tallyPatienceMs, true, { signal: this.stop.signal }).catch(() => true);
    for (;;) {
      const found = this.seen.find((seen) => seen.roundId === roundId && seen.answered >= count);
      if (found !== undefined) return Math.max(0, found.at - since) / 1000;
      const next = new Promise<false>((resolve) => this.woken.push(() => resolve(false)));
      if (await Promise.race([next, givenUp])) return null;
    }
  }

  /** Ends all streams. @returns what each of them had, the projector's first */
  async close(): Promise<Frames[]> {
    this.stop.abort();
    return Promise.all(this.read);
  }

  private async follow(bearer: string, isProjector: boolean): Promise<Frames> {
    const stream = await this.api.events(this.code, bearer, this.stop.signal).catch(() => undefined);
    if (stream === undefined) return { at: [], longest: 0 };
    return readFrames(stream, this.plan.now, (seen) => {
      if (!isProjector) return;
      this.seen.push(seen);
      for (const wake of this.woken.splice(0)) wake();
    });
  }
}
