import { commitOf, describeInFull, LosingProxy, type Lost } from '@openrounds/testing';
import { borrowStack } from '../support/borrowed-stack';
import { answerOf, clientOf, type ApiClient } from '../support/client';
import { expectAllWell } from '../support/health';
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
  let stack: Stack;
  let client: ApiClient;
  beforeAll(async () => {
    stack = await borrowStack();
    client = clientOf(stack.baseUrl, stack.apiKey);
  });
  afterAll(() => stack.stop());

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
});
