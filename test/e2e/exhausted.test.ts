import { describeInFull } from '@openrounds/testing';
import { answerOf, clientOf, rank, type ApiClient } from '../support/client';
import { expectAllWell } from '../support/health';
import { KEPT_THINGS } from '../support/kept-things';
import { type Answered, expectToWait, holdConnections } from '../support/outage';
import { expectEachOnceInTheLog, IMPATIENT, logSize, untilEnded } from '../support/runs';
import { CODED } from '../support/sample-cases';
import { mayMount, SmallDisk } from '../support/small-disk';
import { type ServiceName, type Stack, startStack, WITH_INTEGRATION } from '../support/stack';

jest.setTimeout(300_000);

describeInFull('what a service has no more of', () => {
  let stack: Stack;
  let client: ApiClient;
  beforeAll(async () => {
    stack = await startStack({ commonEnv: { ...IMPATIENT, ...WITH_INTEGRATION } });
    client = clientOf(stack.baseUrl, stack.apiKey);
  });
  afterAll(() => stack.stop());

  /** What each service reads for somebody who waits, and where. The gateway's own pool is in outages.test.ts. */
  const READS: readonly (readonly [ServiceName, string, (runId: string) => Answered])[] = [
    ['case-intake', 'case_intake.case_versions', () => client.POST('/v1/cases', { body: CODED })],
    [
      'ddx-ranking',
      'ddx_ranking.rankings',
      (id) => client.GET('/v1/runs/{id}/counterfactual', { params: { path: { id } } }),
    ],
    [
      'guideline-retrieval',
      'guideline_retrieval.documents',
      () => client.GET('/v1/guidelines/documents', { params: {} }),
    ],
    [
      'explanation-log',
      'explanation_log.entries',
      () => client.GET('/v1/log/entries/{index}', { params: { path: { index: 0 } } }),
    ],
    ['teaching', 'teaching.assignments', () => client.GET('/v1/assignments')],
    ['integration', 'integration.platforms', () => client.GET('/v1/lti/registrations')],
  ];

  it.each(READS)(
    'is connections: %s answers 503 with a time to wait, runs wait, and both go on',
    async (service, table, read) => {
      const known = await rank(client, { case: CODED });
      const logged = await logSize(client);
      await stack.restart(service, { DATABASE_POOL_SIZE: '1' });
      let held: Answered | undefined;
      const letGo = await holdConnections(stack, {
        role: service.replace('-', '_'),
        table,
        provoke: () => (held = read(known.id)),
      });
      try {
        await expectToWait(read(known.id));
        const { id } = await answerOf(client.POST('/v1/runs', { body: { case: CODED } }));
        await expectToWait(read(known.id));
        await letGo();
        const [run] = await untilEnded(client, [id]);
        expect(run).toMatchObject({ status: 'completed' });
        expect((await read(known.id)).response.ok).toBe(true);
        await expectEachOnceInTheLog(client, [id], logged);
      } finally {
        await letGo();
        await held;
        await stack.restart(service);
      }
      await expectAllWell(stack);
    },
  );

  (mayMount() ? it : it.skip)(
    'is room on a disk (a small file system, which this process must be allowed to mount): 503, and it goes on',
    async () => {
      const logged = await logSize(client);
      const disk = await SmallDisk.under(stack, 'gateway');
      try {
        await disk.fill();
        const accepted: string[] = [];
        const askUntilRefused = async (): Promise<Awaited<Answered>> => {
          for (;;) {
            const answer = await client.POST('/v1/runs', { body: { case: CODED } });
            if (answer.data === undefined) return answer;
            accepted.push(answer.data.id);
          }
        };
        await expectToWait(askUntilRefused());
        expect((await client.GET('/v1/runs')).response.status).toBe(200);
        await disk.makeRoom();
        const { id } = await answerOf(client.POST('/v1/runs', { body: { case: CODED } }));
        const runs = await untilEnded(client, [...accepted, id]);
        expect(runs).toEqual(runs.map((run) => ({ ...run, status: 'completed' })));
        await expectEachOnceInTheLog(client, [...accepted, id], logged);
      } finally {
        await disk.remove();
      }
      await expectAllWell(stack);
    },
  );

  (mayMount() ? it : it.skip).each(['teaching', 'integration'] as const)(
    'is room on the disk of %s: 503 to whoever writes, what was kept is read, and it goes on',
    async (service) => {
      const { keep, names } = KEPT_THINGS[service];
      const disk = await SmallDisk.under(stack, service);
      try {
        const kept: string[] = [];
        /** What was refused is asked for again. */
        const keepNext = async (): Promise<Awaited<Answered<{ id: string }>>> => {
          const name = `${service}-${String(kept.length)}`;
          const answer = await keep(client, name);
          if (answer.data !== undefined) kept.push(name);
          return answer;
        };
        const keepUntilRefused = async (): Promise<Awaited<Answered>> => {
          for (;;) {
            const answer = await keepNext();
            if (answer.data === undefined) return answer;
          }
        };
        await answerOf(keepNext());
        await disk.fill();
        await expectToWait(keepUntilRefused());
        expect((await names(client)).sort()).toEqual([...kept].sort());
        await disk.makeRoom();
        await answerOf(keepNext());
        expect((await names(client)).sort()).toEqual([...kept].sort());
      } finally {
        await disk.remove();
      }
      await expectAllWell(stack);
    },
  );
});
