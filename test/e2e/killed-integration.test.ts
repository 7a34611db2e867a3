import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describeInFull, eventually, MockEhr } from '@openrounds/testing';
import { findRedisServer, startRedis, type TestRedis } from '../../libs/queue/test/fixtures/redis';
import { answerOf, type ApiClient } from '../support/client';
import { followLaunch, registerEhr } from '../support/ehr';
import { expectAllWell } from '../support/health';
import { KEPT_THINGS } from '../support/kept-things';
import { assign, launchedLearner, publishedCase } from '../support/launched';
import { connect, launchForm, postLaunch, startWithLms, type WithLms } from '../support/lms';
import { startLoad } from '../support/load';
import { expectEachOnceInTheLog, logSize, untilEnded } from '../support/runs';
import { type Stack } from '../support/stack';
import { WaitingScores } from '../support/waiting-scores';

jest.setTimeout(300_000);

const LEARNERS = 12;
/** Fewer failures in a row than leave a platform alone for a while. */
const PENDING = 3;
const PATIENT = 'tp-quackenbush';
/** Longer than it takes to kill a process. */
const SLOW_MS = 20_000;

describeInFull('the service that knows other systems, killed', () => {
  describe.each(['Postgres', 'Redis'] as const)('with the queues on %s', (backend) => {
    const ehr = new MockEhr();
    let redis: TestRedis | undefined;
    let given: WithLms;
    let stack: Stack;
    let client: ApiClient;
    let caseId: string;

    beforeAll(async () => {
      if (backend === 'Redis') redis = await startRedis((await findRedisServer()) ?? 'redis-server');
      await ehr.start();
      given = await startWithLms({
        origins: [ehr.origin],
        ...(redis === undefined ? {} : { redisUrl: redis.url }),
      });
      ({ stack, teacher: client } = given);
      ehr.tool = given.publicUrl;
      await connect(given);
      await registerEhr(stack, ehr, 'Training');
      caseId = await publishedCase(given);
    });
    afterEach(async () => {
      given.lms.gradeBook.putRight();
      await expectAllWell(stack);
    });
    afterAll(async () => {
      await given.stop();
      await Promise.all([ehr.stop(), redis?.stop()]);
    });

    const killed = async (): Promise<void> => {
      await stack.kill('integration');
      const { integration, ...others } = await stack.health();
      expect(integration).toBe('away');
      expect(Object.values(others)).toEqual(Object.values(others).map(() => 'ok'));
    };

    it.each(['is told to stop', 'is killed'])(
      'runs complete, each once in the log, and each score arrives once, when it %s among them',
      async (how) => {
        const scores = await WaitingScores.of(given, caseId, LEARNERS, how.replaceAll(' ', '-'));
        const logged = await logSize(client);
        const load = startLoad(client);
        try {
          await scores.finish(0, LEARNERS / 2);
          if (how === 'is killed') await killed();
          else await stack.kill('integration', 'SIGTERM');
          await scores.finish(LEARNERS / 2, LEARNERS - 2);
          await stack.restart('integration');
          await scores.finish(LEARNERS - 2);
          await scores.expectEachOnce();
        } finally {
          await load.stop();
        }
        expect([...load.refused]).toEqual([]);
        const runs = await untilEnded(client, load.accepted);
        expect(runs).toEqual(load.accepted.map((id) => expect.objectContaining({ id, status: 'completed' })));
        await expectEachOnceInTheLog(client, load.accepted, logged);
        expect(stack.logs('integration')).not.toContain('did not stop in time');
      },
    );

    it('a score that was under way when it is killed is looked for, and not sent again', async () => {
      const scores = await WaitingScores.of(given, caseId, 1, 'under-way');
      const book = given.lms.gradeBook;
      book.fail({ delayMs: SLOW_MS });
      const sent = book.posts.length;
      await scores.finish();
      await eventually('the score is under way', () => book.posts.length > sent);
      await killed();
      await stack.restart('integration');
      await scores.expectEachOnce();
      expect(book.posts).toHaveLength(sent + 1);
    });

    it('scores that wait for a gradebook still wait when it is back, in sight, and arrive once', async () => {
      const scores = await WaitingScores.of(given, caseId, PENDING, 'pending');
      scores.takeGradebookAway();
      await scores.finish();
      const waits = await scores.standing('tried again', ({ state }) => state === 'retrying');
      await killed();
      await stack.restart('integration');
      expect(await scores.standing('tried again', ({ state }) => state === 'retrying')).toEqual(waits);
      expect(await scores.toldToLearners()).toEqual(waits.map(() => 'retrying'));
      scores.giveGradebookBack();
      await scores.letTimePass();
      await scores.expectEachOnce();
    });

    /** Dies there once, between its commit and its reply, and is started again. */
    const dying = async (point: string, meanwhile: () => Promise<unknown>): Promise<void> => {
      const struck = join(stack.dataDir, `${point}-struck`);
      rmSync(struck, { force: true });
      const fault = { FAULT_POINT: `integration:${point}`, FAULT_ONCE_FILE: struck };
      await stack.restart('integration', fault);
      const restarted = stack.exited('integration').then(() => stack.restart('integration'));
      await Promise.all([meanwhile(), restarted]);
      expect(existsSync(struck)).toBe(true);
    };

    it('keeps a platform once where it dies between its commit and its reply', async () => {
      const { keep, names } = KEPT_THINGS.integration;
      await dying('register-platform', () => keep(client, 'kept-once'));
      const { id } = await answerOf(keep(client, 'kept-once'));
      expect(await answerOf(keep(client, 'kept-once'))).toMatchObject({ id });
      expect((await names(client)).filter((name) => name === 'kept-once')).toHaveLength(1);
    });

    it('sends a score once where it dies between taking it and saying so', async () => {
      const scores = await WaitingScores.of(given, caseId, 1, 'taken');
      await dying('score-released', () => scores.finish());
      await scores.expectEachOnce();
    });

    it('lets a learner in as the same, to the same attempt, where it dies between a launch and its reply', async () => {
      const { id } = await assign(client, caseId);
      const launching = { id, as: 'let-in' };
      const first = await launchedLearner(given, launching);
      await dying('verify-launch', async () => postLaunch(given, await launchForm(given, launching)));
      const { attemptId, learnerId, finish } = await launchedLearner(given, launching);
      expect([attemptId, learnerId]).toEqual([first.attemptId, first.learnerId]);
      await finish();
      const params = { query: { assignmentId: id } };
      const delivered = await eventually('the score is delivered', async () => {
        const { items } = await answerOf(client.GET('/v1/lti/grades', { params }));
        return items.some(({ state }) => state === 'delivered') && items;
      });
      expect(delivered).toHaveLength(1);
      expect(given.lms.gradeBook.kept.filter(({ userId }) => userId === 'let-in')).toHaveLength(1);
    });

    it.each(['return-ehr-import', 'read-ehr'])(
      'brings a training patient once where it dies after %s',
      async (point) => {
        let importId = '';
        await dying(point, async () => {
          ({ importId } = await followLaunch(stack, ehr, PATIENT));
        });
        const path = { id: importId };
        const read = await eventually('the record is read', async () => {
          const { data } = await client.GET('/v1/ehr-imports/{id}', { params: { path } });
          return data !== undefined && ['ready', 'failed'].includes(data.state) && data;
        });
        expect(read).toMatchObject({ state: 'ready', missingScopes: [] });
        const accept = () =>
          client.POST('/v1/ehr-imports/{id}/accept', {
            params: { path },
            body: { confirmation: 'training-record' },
          });
        const made = await answerOf(accept());
        await answerOf(client.GET('/v1/cases/{id}', { params: { path: { id: made.id } } }));
        expect((await accept()).response.status).toBe(404);
      },
    );
  });
});
