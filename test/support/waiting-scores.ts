import { setTimeout as pause } from 'node:timers/promises';
import { eventually } from '@openrounds/testing';
import { Client } from 'pg';
import { answerOf, type Schemas } from './client';
import { assign, launchedLearner, type LaunchedLearner } from './launched';
import { type WithLms } from './lms';

/** Tries within an hour by the schedule: after 10 s, 30 s, 2 min and 10 min; the next comes an hour later. */
const TRIES_OF_AN_HOUR = 5;
const PACE_MS = 500;
const PATIENCE_MS = 120_000;
/** More than are sent while the gradebook is away. */
const MANY = 1_000;

type Grade = Schemas['Grade'];

/** Learners of an assignment whose scores wait, because the gradebook of their platform is away. */
export class WaitingScores {
  private constructor(
    private readonly given: WithLms,
    private readonly assignmentId: string,
    private readonly names: readonly string[],
    private readonly learners: readonly LaunchedLearner[],
  ) {}

  /** Launches so many learners, each about to finish. */
  static async of(given: WithLms, caseId: string, count: number, course: string): Promise<WaitingScores> {
    const { id } = await assign(given.teacher, caseId);
    const names = Array.from({ length: count }, (_, n) => `${course}-${String(n)}`);
    const learners: LaunchedLearner[] = [];
    for (const as of names) learners.push(await launchedLearner(given, { id, as }));
    return new WaitingScores(given, id, names, learners);
  }

  /** From now on the gradebook answers 503. */
  takeGradebookAway(): void {
    this.given.lms.gradeBook.fail(...Array.from({ length: MANY }, () => ({ status: 503 })));
  }

  /** From now on the gradebook is there. */
  giveGradebookBack(): void {
    this.given.lms.gradeBook.putRight();
  }

  /** Those from one to another finish, each as often as it takes until they are told that they have. */
  async finish(from = 0, to = this.learners.length): Promise<void> {
    const finishing = this.learners.slice(from, to).map(async ({ finish }) => {
      const latest = performance.now() + PATIENCE_MS;
      for (;;) {
        const error: unknown = await finish().then(
          () => undefined,
          (refused: unknown) => refused,
        );
        if (error === undefined) return;
        if (performance.now() > latest) throw error;
        await pause(PACE_MS);
      }
    });
    await Promise.all(finishing);
  }

  /** What is told of the scores, once this is so of each of them. */
  async standing(what: string, isSo: (grade: Grade) => boolean): Promise<readonly Grade[]> {
    const params = { query: { assignmentId: this.assignmentId, limit: 100 } };
    let seen: readonly Grade[] = [];
    const areSo = async () => {
      const { data } = await this.given.teacher.GET('/v1/lti/grades', { params });
      seen = data?.items ?? seen;
      return data?.items.length === this.names.length && seen.every(isSo);
    };
    await eventually(`each score is ${what}`, areSo, PATIENCE_MS).catch((error: unknown) => {
      throw new Error(`they are ${JSON.stringify(seen)}`, { cause: error });
    });
    return seen;
  }

  /** Lets the time come at which each score that waits is tried again, and at which a platform is not left alone any more. */
  async letTimePass(): Promise<void> {
    const database = new Client({ connectionString: await this.given.stack.databaseUrl() });
    await database.connect();
    try {
      await database.query('UPDATE integration.platform_lanes SET paused_until = NULL, failures = 0');
      await database.query(
        `UPDATE integration.grades SET next_try_at = clock_timestamp() WHERE state = 'retrying'`,
      );
    } finally {
      await database.end();
    }
  }

  /** Lets an hour pass, as the schedule knows it: each score is tried so often, and waits in sight between. */
  async letAnHourPass(): Promise<void> {
    for (let tries = 1; tries <= TRIES_OF_AN_HOUR; tries += 1) {
      await this.standing(
        `tried ${String(tries)} times`,
        (grade) => grade.state === 'retrying' && grade.tries >= tries,
      );
      if (tries < TRIES_OF_AN_HOUR) await this.letTimePass();
    }
  }

  /** Expects that each score arrives, and that the gradebook kept each once. */
  async expectEachOnce(): Promise<void> {
    await this.standing('delivered', ({ state }) => state === 'delivered');
    const kept = this.given.lms.gradeBook.kept.map(({ userId }) => userId);
    expect(kept.filter((userId) => this.names.includes(userId)).sort()).toEqual([...this.names].sort());
  }

  /** What each learner is told of their own score. */
  async toldToLearners(): Promise<readonly Grade['state'][]> {
    const params = { query: { assignmentId: this.assignmentId } };
    const told = this.learners.map(({ client }) => answerOf(client.GET('/v1/lti/grades', { params })));
    return (await Promise.all(told)).flatMap(({ items }) => items.map(({ state }) => state));
  }
}
