import { setTimeout as pause } from 'node:timers/promises';
import { eventually } from '@openrounds/testing';
import { answerOf, clientOf } from './client';
import { Phone, type Submission } from './phone';
import { logSize } from './runs';
import { type RunningStack } from './stack';

const PHONES = 10;
/** Half of what somebody who sits in a room may ask in a minute. */
const PACE_MS = 2_000;
/** Nobody is there to be reached. */
const NOTHING = 'nothing';
/** After any other refusal a phone would give its answer up. */
const COME_AGAIN = ['dependency-unavailable', NOTHING];

/** A phone, and what it answered last. */
interface Seat {
  readonly phone: Phone;
  /** Revision of the last answer that it was told is kept. */
  kept: number;
}

/** A few phones in a room with one round, which answer while something fails. */
export class AnsweringClass {
  /** What phones were told that gave an answer up. */
  private readonly givenUp: string[] = [];
  private stopped = false;
  private answering: Promise<unknown> = Promise.resolve();

  private constructor(
    private readonly stack: Pick<RunningStack, 'baseUrl' | 'apiKey'>,
    private readonly code: string,
    private readonly roundId: string,
    private readonly seats: readonly Seat[],
  ) {}

  /** Opens a room and its round; what that writes to the log is there when this resolves. */
  static async in({ baseUrl, apiKey }: RunningStack): Promise<AnsweringClass> {
    const teacher = clientOf(baseUrl, apiKey);
    const logged = await logSize(teacher);
    const { items } = await answerOf(teacher.GET('/v1/library', { params: { query: { limit: 1 } } }));
    const { code } = await answerOf(
      teacher.POST('/v1/rooms', {
        params: {},
        body: {
          caseId: items[0]?.id ?? '',
          rounds: [{ stageNo: 1, task: { task: 'differential' }, seconds: null }],
          settings: { language: 'en', entry: 'open', textOnPhones: true },
        },
      }),
    );
    const params = { path: { code } };
    const state = await answerOf(teacher.GET('/v1/rooms/{code}', { params }));
    const [round] = 'control' in state ? state.control.rounds : [];
    const roundId = round?.id ?? '';
    const phones = await Promise.all(Array.from({ length: PHONES }, () => Phone.join(baseUrl, code)));
    await answerOf(teacher.POST('/v1/rooms/{code}/open', { params, body: { roundId } }));
    await eventually('the key is promised', async () => (await logSize(teacher)) > logged);
    const seats = phones.map((phone) => ({ phone, kept: 0 }));
    return new AnsweringClass({ baseUrl, apiKey }, code, roundId, seats);
  }

  /** Each phone sends an answer until it is told that it is kept, and then another. */
  begin(): void {
    this.stopped = false;
    this.answering = Promise.all(this.seats.map((seat) => this.answer(seat)));
  }

  /** Resolves when each phone has been told once more that its answer is kept, or one gave its answer up. */
  async someKept(): Promise<void> {
    const before = this.seats.map(({ kept }) => kept);
    await eventually(
      'answers to be kept',
      () => this.givenUp.length > 0 || this.seats.every(({ kept }, at) => kept > (before[at] ?? 0)),
      60_000,
    );
  }

  /** Resolves when each phone has been told of the last that it sent. */
  async stop(): Promise<void> {
    this.stopped = true;
    await this.answering;
  }

  /** Closes the round and expects of the table of results that it has each phone's last answer, and has it once. */
  async expectEachAnswerOnce(): Promise<void> {
    expect(this.givenUp).toEqual([]);
    const { baseUrl, apiKey } = this.stack;
    const params = { path: { code: this.code } };
    const body = { roundId: this.roundId };
    await answerOf(clientOf(baseUrl, apiKey).POST('/v1/rooms/{code}/close', { params, body }));
    const table = await fetch(`${baseUrl}/v1/rooms/${this.code}/results.csv`, {
      headers: { authorization: `Bearer ${apiKey}` },
    });
    const found = (await table.text())
      .split(/\r?\n/)
      .map((line) => line.split(','))
      .filter(([, , , , task]) => task === 'differential')
      .map(([number, , , , , , revision, , , late, , points]) => [number, revision, late, points]);
    const sent = this.seats.map(({ phone, kept }) => [phone.number, kept, false, pointsOf(kept)]);
    expect(found.sort(byNumber)).toEqual(sent.map((each) => each.map(String)).sort(byNumber));
  }

  private async answer(seat: Seat): Promise<void> {
    while (!this.stopped) {
      const submission = this.submissionOf(seat.kept + 1);
      const said = await this.sendUntilTold(seat.phone, submission);
      if (!['kept', 'unchanged'].includes(said)) {
        this.givenUp.push(said);
        return;
      }
      seat.kept = submission.revision;
      await pause(PACE_MS);
    }
  }

  private async sendUntilTold(phone: Phone, submission: Submission): Promise<string> {
    for (;;) {
      const said = await phone.send(submission).catch(() => NOTHING);
      if (!COME_AGAIN.includes(said)) return said;
      await pause(PACE_MS);
    }
  }

  private submissionOf(revision: number): Submission {
    const points = pointsOf(revision);
    return {
      roundId: this.roundId,
      attempt: 1,
      revision,
      committedAt: new Date().toISOString(),
      answer: {
        kind: 'differential',
        entries: [
          { diseaseId: 'pulmonary-embolism', points },
          { diseaseId: 'community-acquired-pneumonia', points: 5 },
          { diseaseId: 'acute-pericarditis', points: 5 },
        ],
        other: 90 - points,
      },
    };
  }
}

/** Another answer with each revision. */
const pointsOf = (revision: number): number => 1 + (revision % 80);

const byNumber = ([one]: readonly unknown[], [two]: readonly unknown[]): number => Number(one) - Number(two);
