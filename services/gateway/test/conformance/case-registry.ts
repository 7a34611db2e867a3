import { SEAL_PLACES } from '@openrounds/contracts';
import { newId } from '@openrounds/platform';
import { codedAnswers, understandings } from '@openrounds/testing';
import { at, claims, newRuns, SEALER, START, type GatewayStoresUnderTest } from '../fixtures/stores';

const TENANT = 'school';

/** What every register of cases does; `open` gives one that may hold others' cases, with the runs that belong to it. */
export const itRegistersCases = (open: () => GatewayStoresUnderTest): void => {
  let stores: GatewayStoresUnderTest;

  beforeAll(() => {
    stores = open();
  });

  const stored = async (): Promise<string> => {
    const id = newId();
    await stores.cases.add(TENANT, id, 'en', START);
    return id;
  };

  it('knows a case as its tenant’s only', async () => {
    const id = await stored();
    expect(await stores.cases.stateOf(TENANT, id)).toBe('stored');
    expect(await stores.cases.stateOf('other', id)).toBe('unknown');
    await stores.cases.erase('other', id, 'request', at(1));
    expect(await stores.cases.stateOf(TENANT, id)).toBe('stored');
  });

  it('remembers an erasure: adding the case again does not bring it back', async () => {
    const id = await stored();
    await stores.cases.erase(TENANT, id, 'request', at(1));
    await stores.cases.add(TENANT, id, 'en', at(2));
    expect(await stores.cases.stateOf(TENANT, id)).toBe('erased');
    const other = await stored();
    expect(await stores.cases.erasedAmong(TENANT, [id, other])).toEqual(new Set([id]));
    expect(await stores.cases.erasedAmong('other', [id, other])).toEqual(new Set());
  });

  it('keeps what was stated of a patient, for the tenant alone, until the case is erased', async () => {
    const [id, other] = [newId(), await stored()];
    await stores.cases.add(TENANT, id, 'en', START, 'consented');
    await stores.cases.add(TENANT, id, 'en', at(1), 'fictional');
    expect(await stores.cases.confirmationsOf(TENANT, [id, other])).toEqual(new Map([[id, 'consented']]));
    expect(await stores.cases.confirmationsOf('other', [id])).toEqual(new Map());
    await stores.cases.erase(TENANT, id, 'request', at(2));
    expect(await stores.cases.confirmationsOf(TENANT, [id])).toEqual(new Map());
  });

  it('keeps a case that would be erased by itself, until its time is over', async () => {
    const [kept, left] = [newRuns.build({ caseExpiresAt: at(10) }), newRuns.build({ caseExpiresAt: at(10) })];
    for (const run of [kept, left]) await stores.runs.accept(run, undefined);
    const expired = async (seconds: number): Promise<string[]> =>
      (await stores.cases.expired(at(seconds), 1000))
        .map(({ caseId }) => caseId)
        .filter((id) => [kept.caseId, left.caseId].includes(id));
    expect(await expired(9)).toEqual([]);
    expect(await stores.cases.keep('other', kept.caseId, at(5))).toBe(false);
    expect(await stores.cases.keep(TENANT, kept.caseId, at(5))).toBe(true);
    expect(await expired(10)).toEqual([left.caseId]);
    expect(await stores.cases.keep(TENANT, left.caseId, at(10))).toBe(false);
    expect(await stores.cases.keep(TENANT, await stored(), at(10))).toBe(true);
    await stores.cases.erase(TENANT, left.caseId, 'request', at(11));
    expect(await expired(12)).toEqual([]);
  });

  it('tells every service once, with the runs and epochs whose jobs hold something', async () => {
    const run = newRuns.build();
    await stores.runs.accept(run, undefined);
    const silent = await stores.runs.find(TENANT, run.id);
    if (silent === undefined) throw new Error('the run is gone');
    await stores.runs.driveAgain(silent, at(1));
    await stores.cases.erase(TENANT, run.caseId, 'request', at(2));
    await stores.cases.erase(TENANT, run.caseId, 'request', at(3));
    const messages = (await stores.outbox()).filter(({ jobId }) => jobId.startsWith(run.caseId));
    expect(messages.map(({ queue }) => queue)).toEqual([
      'case-intake',
      'ddx-ranking',
      'guideline-retrieval',
      'explanation-log',
    ]);
    for (const { job, payload } of messages) {
      expect(job).toBe('erase-case.v1');
      expect(payload).toMatchObject({ caseId: run.caseId, runs: [{ runId: run.id, epoch: 1 }] });
    }
  });

  it('empties the runs, ends those that wait, and forgets their events, messages and idempotency keys', async () => {
    const run = newRuns.build();
    const claim = claims.build({ resourceId: run.id });
    await stores.runs.accept(run, claim);
    const sealed = SEALER.seal(understandings.build(), SEAL_PLACES.runUnderstood(TENANT, run.id));
    await stores.runs.recordSections(TENANT, run.id, [{ type: 'understood', caseVersion: 1, sealed }], at(1));
    await stores.runs.recordSections(
      TENANT,
      run.id,
      [{ type: 'differential', answer: codedAnswers.build() }],
      at(1),
    );
    const waiting = await stores.runs.countWaiting();

    await stores.cases.erase(TENANT, run.caseId, 'request', at(2));

    expect(await stores.runs.find(TENANT, run.id)).toMatchObject({
      erased: true,
      status: 'failed',
      completedAt: at(2),
      input: null,
      understood: null,
      answer: null,
      guidelines: null,
      llm: null,
      reading: null,
    });
    expect(await stores.runs.countWaiting()).toBe(waiting - 1);
    expect(await stores.runs.events(TENANT, run.id, 0)).toEqual([]);
    expect((await stores.outbox()).filter(({ jobId }) => jobId.startsWith(run.id))).toEqual([]);
    expect(await stores.runs.accept(newRuns.build(), claim)).toEqual({ kind: 'fresh' });
  });

  describe('an erasure that was sent and lost', () => {
    const ALL = ['case-intake', 'ddx-ranking', 'guideline-retrieval', 'explanation-log'];
    const unfinished = async (id: string, seconds: number) =>
      (await stores.cases.unfinishedErasures(at(seconds), 100)).find(({ caseId }) => caseId === id);

    it('is found once it was left alone for long enough, with the services that are missing', async () => {
      const id = await stored();
      expect(await unfinished(id, 100)).toBeUndefined();
      await stores.cases.erase(TENANT, id, 'request', at(10));
      expect(await unfinished(id, 10)).toBeUndefined();
      await stores.cases.acknowledge(TENANT, id, 'ddx-ranking');
      const missing = ['case-intake', 'guideline-retrieval', 'explanation-log'];
      expect(await unfinished(id, 11)).toEqual({ tenantId: TENANT, caseId: id, epoch: 0, missing });
    });

    it('is sent again under its next epoch, once, with the runs, to those that are named', async () => {
      const run = newRuns.build();
      await stores.runs.accept(run, undefined);
      await stores.cases.erase(TENANT, run.caseId, 'request', at(1));
      const erasure = await unfinished(run.caseId, 2);
      if (erasure === undefined) throw new Error('the erasure is not found');
      const services = ['case-intake', 'explanation-log'];
      await Promise.all([1, 2].map(() => stores.cases.eraseAgain(erasure, services, 'again', at(30))));
      const again = (await stores.outbox()).filter(
        ({ jobId }) => jobId.startsWith(run.caseId) && jobId.endsWith('-1'),
      );
      expect(again.map(({ queue, jobId }) => [queue, jobId])).toEqual(
        services.map((service) => [service, `${run.caseId}-erase-case-v1-${service}-1`]),
      );
      expect(again[0]?.payload).toMatchObject({
        meta: { tenantId: TENANT, requestId: 'again' },
        caseId: run.caseId,
        epoch: 1,
        runs: [{ runId: run.id, epoch: 0 }],
      });
      expect(await unfinished(run.caseId, 30)).toBeUndefined();
      expect(await unfinished(run.caseId, 31)).toMatchObject({ epoch: 1 });
    });

    it('is only noted as looked after where no service is named', async () => {
      const id = await stored();
      await stores.cases.erase(TENANT, id, 'request', at(1));
      const erasure = await unfinished(id, 2);
      if (erasure === undefined) throw new Error('the erasure is not found');
      await stores.cases.eraseAgain(erasure, [], 'again', at(30));
      expect(await unfinished(id, 30)).toBeUndefined();
      expect(await unfinished(id, 31)).toEqual(erasure);
    });

    it('is over when all four have acknowledged, and the oldest tells its age until then', async () => {
      for (const left of await stores.cases.unfinishedErasures(at(1_000_000), 1000))
        for (const service of ALL) await stores.cases.acknowledge(left.tenantId, left.caseId, service);
      expect(await stores.cases.oldestUnfinishedErasure()).toBeUndefined();
      const [old, young] = [await stored(), await stored()];
      await stores.cases.erase(TENANT, old, 'request', at(1));
      await stores.cases.erase(TENANT, young, 'request', at(5));
      expect(await stores.cases.oldestUnfinishedErasure()).toEqual(at(1));
      for (const service of ALL) await stores.cases.acknowledge(TENANT, old, service);
      expect(await stores.cases.oldestUnfinishedErasure()).toEqual(at(5));
      expect(await unfinished(old, 100)).toBeUndefined();
    });
  });

  it('notes which services have acknowledged, each once, however many do so at a time', async () => {
    const id = await stored();
    await stores.cases.erase(TENANT, id, 'request', at(1));
    const services = ['explanation-log', 'case-intake', 'case-intake', 'ddx-ranking'];
    await Promise.all(services.map((service) => stores.cases.acknowledge(TENANT, id, service)));
    await stores.cases.acknowledge('other', id, 'guideline-retrieval');
    const [left] = (await stores.cases.unfinishedErasures(at(1_000_000), 1000)).filter(
      ({ caseId }) => caseId === id,
    );
    expect(left?.missing).toEqual(['guideline-retrieval']);
  });
};
