import { commitOf, describeInFull, eventually, LosingProxy, type Lost } from '@openrounds/testing';
import { answerOf, type ApiClient } from '../support/client';
import { expectAllWell } from '../support/health';
import { KEPT_THINGS } from '../support/kept-things';
import { assign, launchedLearner, publishedCase } from '../support/launched';
import { connect, startWithLms, type WithLms } from '../support/lms';
import { expectToWait } from '../support/outage';
import { expectEachOnceInTheLog, logSize, untilEnded } from '../support/runs';
import { CODED } from '../support/sample-cases';
import { type ServiceName, type Stack } from '../support/stack';

jest.setTimeout(120_000);

const LOST: readonly Lost[] = ['answer', 'statement'];

/** What each service writes once for a run. */
const WRITTEN: readonly (readonly [service: ServiceName, role: string, writing: string])[] = [
  ['gateway', 'gateway', 'INSERT INTO runs'],
  ['case-intake', 'case_intake', 'INSERT INTO intake_results'],
  ['ddx-ranking', 'ddx_ranking', 'INSERT INTO rankings'],
  ['guideline-retrieval', 'guideline_retrieval', 'INSERT INTO retrievals'],
  ['explanation-log', 'explanation_log', 'INSERT INTO entries'],
];

describeInFull('a connection that is lost at COMMIT', () => {
  let given: WithLms;
  let stack: Stack;
  let client: ApiClient;
  beforeAll(async () => {
    given = await startWithLms();
    ({ stack, teacher: client } = given);
  });
  afterAll(() => given.stop());

  it.each(WRITTEN)('of %s leaves one run, whichever way it is lost', async (service, role, writing) => {
    const proxy = await LosingProxy.open(await stack.databaseUrl(role));
    await stack.restart(service, { DATABASE_URL: proxy.url });
    for (const lost of LOST) {
      const logged = await logSize(client);
      const struck = proxy.loseAt(commitOf(writing), lost);
      const params = { header: { 'Idempotency-Key': `${service}-${lost}` } };
      const send = () => client.POST('/v1/runs', { params, body: { case: CODED } });
      const first = await send();
      if (service === 'gateway') {
        expect([first.response.status, first.error?.type]).toEqual([503, '/problems/dependency-unavailable']);
        expect(Number(first.response.headers.get('retry-after'))).toBeGreaterThan(0);
      }
      const { id } = await answerOf(send());
      const [run] = await untilEnded(client, [id]);
      await struck;
      expect(run).toMatchObject({ status: 'completed', degraded: [] });
      await expectEachOnceInTheLog(client, [id], logged);
      await expectAllWell(stack);
    }
    await stack.restart(service);
    await proxy.close();
  });

  it.each(['teaching', 'integration'] as const)(
    'of %s leaves one of what it was asked to keep, whichever way it is lost',
    async (service) => {
      const { writing, keep, names } = KEPT_THINGS[service];
      const proxy = await LosingProxy.open(await stack.databaseUrl(service));
      await stack.restart(service, { DATABASE_URL: proxy.url });
      for (const lost of LOST) {
        const name = `lost-${lost}`;
        const kept = async () => (await names(client)).filter((each) => each === name);
        const struck = proxy.loseAt(commitOf(writing), lost);
        await expectToWait(keep(client, name));
        await struck;
        expect(await kept()).toEqual(lost === 'answer' ? [name] : []);
        const { id } = await answerOf(keep(client, name));
        expect(await answerOf(keep(client, name))).toMatchObject({ id });
        expect(await kept()).toEqual([name]);
        await expectAllWell(stack);
      }
      await stack.restart(service);
      await proxy.close();
    },
  );

  it('of integration leaves one score in the gradebook, whichever way it is lost', async () => {
    await connect(given);
    const caseId = await publishedCase(given);
    const proxy = await LosingProxy.open(await stack.databaseUrl('integration'));
    await stack.restart('integration', { DATABASE_URL: proxy.url });
    for (const lost of LOST) {
      const { id } = await assign(client, caseId);
      const { finish } = await launchedLearner(given, { id, as: lost });
      const struck = proxy.loseAt(commitOf('INSERT INTO "integration"."grades"'), lost);
      await finish();
      await struck;
      const params = { query: { assignmentId: id } };
      const grades = await eventually('the score is delivered', async () => {
        const { items } = await answerOf(client.GET('/v1/lti/grades', { params }));
        return items.some(({ state }) => state === 'delivered') && items;
      });
      expect(grades).toHaveLength(1);
      expect(given.lms.gradeBook.posts.filter(({ userId }) => userId === lost)).toHaveLength(1);
      await expectAllWell(stack);
    }
    await stack.restart('integration');
    await proxy.close();
  });
});
