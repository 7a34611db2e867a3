import { randomBytes } from 'node:crypto';
import { type RoomAnswer, type SubmissionReceipt } from '@openrounds/contracts';
import { Refused } from '../server/server-api';
import { type RoomApi } from './room-api';

/** Ways in which phones misbehave, all of which a hall has. */
export type PhoneFault = 'repeats' | 'disorder';
/** How often a phone sends the same under `repeats`, and how many phones send their second answer first under `disorder`. */
const REPEATS = 3;
const OUT_OF_ORDER = 0.2;

export interface Round {
  readonly id: string;
  readonly attempt: number;
}

/** When a phone began to send, and when it was told that it may rest, in milliseconds of the rehearsal's clock. */
export interface Sending {
  readonly from: number;
  readonly to: number;
}

/** One phone in the hall: what it was given, what it sent, and how long it waited for its answers. */
export class Phone {
  readonly joinKey = randomBytes(16).toString('base64url');
  readonly numbers = new Set<number>();
  token = '';
  private readonly kept = new Map<string, { revision: number; answer: RoomAnswer }>();

  constructor(
    readonly api: RoomApi,
    private readonly code: string,
    private readonly language: 'en' | 'zh',
    private readonly now: () => number,
  ) {}

  /** Joins, each request sent twice, as impatient phones do. @returns milliseconds until each answer */
  async join(): Promise<number[]> {
    return Promise.all(
      [0, 1].map(async () => {
        const began = this.now();
        const { number, token } = await this.api.join(this.code, {
          joinKey: this.joinKey,
          language: this.language,
        });
        this.numbers.add(number);
        this.token = token;
        return this.now() - began;
      }),
    );
  }

  /**
   * Commits a list in the ways of the faults.
   * @param draw a list; asked again for each revision
   */
  async commit(
    round: Round,
    draw: () => RoomAnswer,
    faults: ReadonlySet<string>,
    chance: number,
  ): Promise<Sending> {
    const from = this.now();
    const outOfOrder = faults.has('disorder') && chance < OUT_OF_ORDER;
    const revisions = (outOfOrder ? [2, 1] : [1]).map((revision) => ({ revision, answer: draw() }));
    const [last] = revisions;
    if (last !== undefined) this.kept.set(round.id, last);
    for (const one of revisions) await this.send(round, one, faults.has('repeats') ? REPEATS : 1);
    return { from, to: this.now() };
  }

  /** Whether the room keeps just what was sent last of all, in time, by the room's own word. */
  async isKept(round: Round): Promise<boolean> {
    const { rounds } = await this.api.mine(this.code, this.token);
    const own = rounds.find(({ roundId }) => roundId === round.id)?.own;
    const kept = this.kept.get(round.id);
    return (
      own !== null &&
      own !== undefined &&
      kept !== undefined &&
      !own.late &&
      own.revision === kept.revision &&
      JSON.stringify(own.answer) === JSON.stringify(kept.answer)
    );
  }

  private async send(
    { id, attempt }: Round,
    { revision, answer }: { revision: number; answer: RoomAnswer },
    times: number,
  ): Promise<void> {
    const committedAt = new Date().toISOString();
    const body = { roundId: id, attempt, revision, committedAt, answer };
    await Promise.all(
      Array.from({ length: times }, () => this.api.commit(this.code, this.token, body).catch(tooLate)),
    );
  }
}

/** An older answer behind a newer one is refused, and rightly. */
function tooLate(error: unknown): SubmissionReceipt | undefined {
  if (error instanceof Refused && error.code === 'newer-revision') return undefined;
  throw error;
}
