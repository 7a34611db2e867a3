import { type Problem, SEAL_PLACES } from '@openrounds/contracts';
import { newId } from '@openrounds/platform';
import { codedAnswers, understandings } from '@openrounds/testing';
import { askedBy } from '../../src/model/asked-by';
import { type Ending, type Section } from '../../src/model/run-changes';
import { type NewRun, type StoredRun } from '../../src/ports/run-store';
import { at, claims, newRuns, SEALER, type GatewayStoresUnderTest } from '../fixtures/stores';

const TENANT = 'school';
const PROBLEM: Problem = {
  type: '/problems/internal',
  title: 'Something went wrong on our side',
  status: 500,
};
const ENDING: Ending = {
  guidelines: [],
  llm: { used: false, model: null },
  degraded: [],
  logEntry: { index: 0, leafHash: 'f'.repeat(64) },
};
const understood = (run: NewRun): Section => ({
  type: 'understood',
  caseVersion: 1,
  sealed: SEALER.seal(understandings.build(), SEAL_PLACES.runUnderstood(TENANT, run.id)),
});
const differential = (): Section => ({ type: 'differential', answer: codedAnswers.build() });
const guidelines: Section = { type: 'guidelines', passages: [{ passageId: 'p', score: 1, forDiseases: [] }] };
const llm: Section = { type: 'llm', llm: { used: true, model: 'm' } };

/** What every read model of runs does; `open` gives one that may hold others' runs, with the cases that belong to it. */
export const itKeepsRuns = (open: () => GatewayStoresUnderTest): void => {
  let stores: GatewayStoresUnderTest;

  beforeAll(() => {
    stores = open();
  });

  const accepted = async (changes: Partial<NewRun> = {}): Promise<NewRun> => {
    const run = newRuns.build(changes);
    await stores.runs.accept(run, undefined);
    return run;
  };
  const found = async (run: NewRun): Promise<StoredRun> => {
    const stored = await stores.runs.find(run.principal.tenantId, run.id);
    if (stored === undefined) throw new Error('the run is gone');
    return stored;
  };
  const typesOf = async (run: NewRun): Promise<string[]> =>
    (await stores.runs.events(TENANT, run.id, 0)).map(({ type }) => type);

  describe('that await a reader', () => {
    const messagesOf = async ({ id }: NewRun) =>
      (await stores.outbox()).filter(({ job, jobId }) => job === 'normalise-case.v1' && jobId.startsWith(id));

    it('wait for nothing, keep nobody waiting, and begin once, with the time that they then have', async () => {
      const before = await stores.runs.countWaiting();
      const run = await accepted({ awaitsReader: true });
      expect(await stores.runs.countWaiting()).toBe(before);
      expect(await messagesOf(run)).toEqual([]);
      expect((await found(run)).begunAt).toBeNull();
      const silent = await stores.runs.listSilent(at(1), 1_000);
      expect(silent.filter(({ id }) => id === run.id)).toEqual([]);

      await stores.runs.begin('other', run.id);
      expect(await messagesOf(run)).toEqual([]);
      await Promise.all([stores.runs.begin(TENANT, run.id), stores.runs.begin(TENANT, run.id)]);
      const { begunAt, status } = await found(run);
      expect(status).toBe('queued');
      const sent = await messagesOf(run);
      expect(sent).toHaveLength(1);
      expect(sent[0]?.payload).toMatchObject({ meta: { acceptedAt: begunAt?.toISOString() } });
      expect(await stores.runs.countWaiting()).toBe(before + 1);
    });

    it('do not begin once their case was erased', async () => {
      const run = await accepted({ awaitsReader: true });
      await stores.cases.erase(TENANT, run.caseId, 'request', at(1));
      await stores.runs.begin(TENANT, run.id);
      expect(await messagesOf(run)).toEqual([]);
    });
  });

  describe('revising', () => {
    const reading = {
      coded: {
        used: true,
        model: 'm',
        promptVersion: '1',
        findings: [
          { verdict: 'adds' as const, findingId: 'dyspnoea', presence: 'present' as const, certainty: 0.8 },
        ],
        dropped: {},
      },
      quotes: null,
    };
    const ended = async (mayBeMerged: boolean): Promise<NewRun> => {
      const run = await accepted({ mayBeRead: true, mayBeMerged });
      await stores.runs.recordSections(TENANT, run.id, [understood(run), differential()], at(1));
      await stores.runs.complete(TENANT, run.id, { ...ENDING, reading }, at(2));
      return run;
    };
    const revisionsAsked = async (run: NewRun) =>
      (await stores.outbox()).filter(({ jobId }) => jobId === `${run.id}-revise-run-v1-0`);

    it('is asked for with the end of a run that may be merged, and of no other', async () => {
      expect(await revisionsAsked(await ended(true))).toMatchObject([
        { queue: 'gateway', job: 'revise-run.v1' },
      ]);
      expect(await revisionsAsked(await ended(false))).toEqual([]);
    });

    it('links two runs, once, and carries on what was raised', async () => {
      const run = await ended(true);
      const revision = { of: run.id, raised: ['pulmonary-embolism'], merged: ['dyspnoea'] };
      const next = () => ({
        ...newRuns.build({ caseId: run.caseId, caseVersion: 2, input: null }),
        revision,
      });
      const first = next();
      expect(await stores.runs.revise(first)).toBe(true);
      expect(await stores.runs.revise(next())).toBe(false);
      expect(await found(run)).toMatchObject({ status: 'completed', revisedBy: first.id, revision: null });
      expect(await found(first)).toMatchObject({ status: 'queued', revision, revisedBy: null });
      expect((await stores.outbox()).at(-1)).toMatchObject({
        jobId: `${first.id}-normalise-case-v1-0`,
        payload: { meta: { runId: first.id, revision }, stored: { caseVersion: 2 } },
      });
    });

    it('does nothing for a case that was erased, and is not asked for any more', async () => {
      const run = await ended(true);
      await stores.cases.erase(TENANT, run.caseId, 'request-2', at(3));
      expect(await revisionsAsked(run)).toEqual([]);
      const revision = { of: run.id, raised: [], merged: [] };
      const next = { ...newRuns.build({ caseId: run.caseId, input: null }), revision };
      await expect(stores.runs.revise(next)).rejects.toMatchObject({ code: 'case-erased' });
    });
  });

  describe('accepting', () => {
    it('writes run, case, first event and the message that starts the work', async () => {
      const run = await accepted();
      expect(await found(run)).toMatchObject({ status: 'queued', epoch: 0, erased: false, understood: null });
      expect(await stores.cases.stateOf(TENANT, run.caseId)).toBe('stored');
      expect(await typesOf(run)).toEqual(['status']);
      expect((await stores.outbox()).at(-1)).toMatchObject({
        queue: 'case-intake',
        job: 'normalise-case.v1',
        jobId: `${run.id}-normalise-case-v1-0`,
        payload: { meta: { tenantId: TENANT, runId: run.id, caseId: run.caseId, epoch: 0 }, stored: null },
      });
    });

    it('says who asked by a pseudonym, the same for the next run of the same person', async () => {
      const pseudonymOf = async (run: NewRun) => {
        expect(await found(run)).toMatchObject({ status: 'queued' });
        const sent = await stores.outbox();
        const message = sent.find(({ jobId }) => jobId === `${run.id}-normalise-case-v1-0`);
        return message?.payload;
      };
      const [first, second] = [await accepted(), await accepted()];
      const expected = { meta: { askedBy: askedBy(SEALER, first.principal) } };
      expect(await pseudonymOf(first)).toMatchObject(expected);
      expect(await pseudonymOf(second)).toMatchObject(expected);
    });

    it('makes one run of many requests with one idempotency key at once', async () => {
      const claim = claims.build();
      const runs = newRuns.buildList(12);
      const outcomes = await Promise.all(
        runs.map((run) => stores.runs.accept(run, { ...claim, resourceId: run.id })),
      );
      const [winner, ...others] = runs.filter((_, index) => outcomes[index]?.kind === 'fresh');
      expect(others).toEqual([]);
      for (const outcome of outcomes.filter(({ kind }) => kind === 'known')) {
        expect(outcome).toMatchObject({ resourceId: winner?.id, bodyHash: claim.bodyHash });
      }
      const stored = await Promise.all(runs.map(({ id }) => stores.runs.find(TENANT, id)));
      expect(stored.filter((run) => run !== undefined)).toHaveLength(1);
    });

    it('keeps idempotency keys apart by tenant and by subject', async () => {
      const claim = claims.build();
      for (const principal of [
        claim.principal,
        { ...claim.principal, tenantId: 'other' },
        { ...claim.principal, subject: 'teacher-2' },
      ]) {
        const run = newRuns.build({ principal });
        expect(await stores.runs.accept(run, { ...claim, principal, resourceId: run.id })).toEqual({
          kind: 'fresh',
        });
      }
    });

    it('leaves the idempotency key unused when the run cannot be written', async () => {
      const first = await accepted();
      const claim = claims.build();
      await expect(stores.runs.accept(newRuns.build({ id: first.id }), claim)).rejects.toThrow(
        /duplicate key/,
      );
      expect(await stores.runs.accept(newRuns.build(), claim)).toEqual({ kind: 'fresh' });
    });

    it('refuses a stored case that is erased, and writes nothing', async () => {
      const run = await accepted();
      await stores.cases.erase(TENANT, run.caseId, 'request', at(1));
      const again = newRuns.build({ caseId: run.caseId, input: null });
      await expect(stores.runs.accept(again, undefined)).rejects.toMatchObject({ code: 'case-erased' });
      expect(await stores.runs.find(TENANT, again.id)).toBeUndefined();
    });

    it('never leaves a waiting run behind when its stored case is erased at the same moment', async () => {
      const { caseId } = await accepted();
      const again = newRuns.build({ caseId, input: null });
      const [outcome] = await Promise.allSettled([
        stores.runs.accept(again, undefined),
        stores.cases.erase(TENANT, caseId, 'request', at(1)),
      ]);
      const stored = await stores.runs.find(TENANT, again.id);
      if (outcome.status === 'rejected') expect(stored).toBeUndefined();
      else expect(stored).toMatchObject({ erased: true, status: 'failed' });
    });
  });

  describe('tenants', () => {
    it('are strangers to one another’s runs, whether they read or write', async () => {
      const run = await accepted();
      expect(await stores.runs.find('other', run.id)).toBeUndefined();
      expect(await stores.runs.events('other', run.id, 0)).toEqual([]);
      expect(await stores.runs.list({ tenantId: 'other', limit: 100, caseId: run.caseId })).toEqual([]);
      await stores.runs.recordSections('other', run.id, [differential()], at(1));
      expect(await stores.runs.complete('other', run.id, ENDING, at(1))).toBe('ignored');
      expect(await stores.runs.fail('other', run.id, PROBLEM, at(1))).toBe(false);
      expect(await found(run)).toMatchObject({ status: 'queued', answer: null });
    });
  });

  describe('sections', () => {
    it('are numbered one after another however many arrive at once', async () => {
      const run = await accepted();
      await Promise.all(
        [guidelines, differential(), llm, understood(run)].map((section, second) =>
          stores.runs.recordSections(TENANT, run.id, [section], at(second)),
        ),
      );
      const events = await stores.runs.events(TENANT, run.id, 0);
      expect(events.map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4, 5, 6, 7]);
      expect(events.slice(0, 2).map(({ type }) => type)).toEqual(['status', 'status']);
      expect(events.map(({ type }) => type).sort()).toEqual(
        ['differential', 'guidelines', 'llm', 'next-tests', 'status', 'status', 'understood'].sort(),
      );
      expect((await stores.runs.events(TENANT, run.id, 5)).map(({ sequence }) => sequence)).toEqual([6, 7]);
    });

    it('stay as they came first, with one event, when they are reported again', async () => {
      const run = await accepted();
      await stores.runs.recordSections(TENANT, run.id, [differential()], at(1));
      const other = codedAnswers.build({ mustNotMissMore: 9 });
      await stores.runs.recordSections(TENANT, run.id, [{ type: 'differential', answer: other }], at(2));
      expect((await found(run)).answer?.mustNotMissMore).toBe(0);
      expect(await typesOf(run)).toEqual(['status', 'status', 'differential', 'next-tests']);
    });

    it('leave next tests out of the stream where none were asked for', async () => {
      const run = newRuns.build({ options: { includeNextTests: false } });
      await stores.runs.accept(run, undefined);
      await stores.runs.recordSections(TENANT, run.id, [differential()], at(1));
      expect(await typesOf(run)).toEqual(['status', 'status', 'differential']);
    });
  });

  describe('the end', () => {
    it('waits until both what was understood and the answer are there', async () => {
      const run = await accepted();
      expect(await stores.runs.complete(TENANT, run.id, ENDING, at(1))).toBe('incomplete');
      await stores.runs.recordSections(TENANT, run.id, [differential()], at(2));
      expect(await stores.runs.complete(TENANT, run.id, ENDING, at(3))).toBe('incomplete');
      await stores.runs.recordSections(TENANT, run.id, [understood(run)], at(4));
      expect(await stores.runs.complete(TENANT, run.id, ENDING, at(5))).toBe('done');
      expect(await found(run)).toMatchObject({ status: 'completed', completedAt: at(5), input: null });
      expect((await typesOf(run)).slice(-2)).toEqual(['guidelines', 'completed']);
    });

    it('is the end: nothing changes a run afterwards', async () => {
      const run = await accepted();
      expect(await stores.runs.fail(TENANT, run.id, PROBLEM, at(1))).toBe(true);
      const ended = await found(run);
      expect(ended).toMatchObject({ status: 'failed', problem: PROBLEM, input: null });
      await stores.runs.recordSections(TENANT, run.id, [understood(run)], at(2));
      await stores.runs.driveAgain(ended, at(2));
      await stores.runs.touch(ended, at(2));
      expect(await stores.runs.complete(TENANT, run.id, ENDING, at(2))).toBe('ignored');
      expect(await stores.runs.fail(TENANT, run.id, PROBLEM, at(2))).toBe(false);
      expect(await found(run)).toEqual(ended);
      expect(await typesOf(run)).toEqual(['status', 'failed']);
    });

    it('can be asked for without what the run says, and only by its tenant', async () => {
      const run = await accepted();
      const begunAt = run.createdAt;
      expect(await stores.runs.state(TENANT, run.id)).toEqual({ status: 'queued', erased: false, begunAt });
      await stores.runs.fail(TENANT, run.id, PROBLEM, at(1));
      expect(await stores.runs.state(TENANT, run.id)).toEqual({ status: 'failed', erased: false, begunAt });
      await stores.cases.erase(TENANT, run.caseId, 'request', at(2));
      expect(await stores.runs.state(TENANT, run.id)).toEqual({ status: 'failed', erased: true, begunAt });
      expect(await stores.runs.state('other', run.id)).toBeUndefined();
    });

    it('comes once when two reports of it race', async () => {
      const run = await accepted();
      await stores.runs.recordSections(TENANT, run.id, [understood(run)], at(1));
      await stores.runs.recordSections(TENANT, run.id, [differential()], at(1));
      const outcomes = await Promise.all(
        [1, 2, 3].map(() => stores.runs.complete(TENANT, run.id, ENDING, at(2))),
      );
      expect(outcomes.sort()).toEqual(['done', 'ignored', 'ignored']);
      expect((await typesOf(run)).filter((type) => type === 'completed')).toHaveLength(1);
    });
  });

  describe('looking after silent runs', () => {
    it('drives a run again once for each epoch, with a message of its own', async () => {
      const run = await accepted();
      const silent = await found(run);
      await Promise.all([1, 2, 3].map(() => stores.runs.driveAgain(silent, at(30))));
      expect(await found(run)).toMatchObject({ epoch: 1, progressedAt: at(30) });
      const messages = (await stores.outbox()).filter(({ jobId }) => jobId.startsWith(run.id));
      expect(messages.map(({ jobId }) => jobId)).toEqual([
        `${run.id}-normalise-case-v1-0`,
        `${run.id}-normalise-case-v1-1`,
      ]);
    });

    it('lets a run alone that moved on meanwhile', async () => {
      const run = await accepted();
      const silent = await found(run);
      await stores.runs.recordSections(TENANT, run.id, [differential()], at(25));
      await stores.runs.driveAgain(silent, at(30));
      expect(await found(run)).toMatchObject({ epoch: 0, progressedAt: at(25) });
    });

    it('lists the silent ones, the longest silent first, erased and ended ones not among them', async () => {
      const LONG_AGO = new Date('2001-01-01T00:00:00.000Z');
      const then = (second: number) => new Date(LONG_AGO.getTime() + second * 1000);
      const waiting = await stores.runs.countWaiting();
      const runs = [3, 1, 2, 0, 9].map((second) => newRuns.build({ createdAt: then(second) }));
      for (const run of runs) await stores.runs.accept(run, undefined);
      const [third, first, second, erased, late] = runs;
      await stores.cases.erase(TENANT, erased?.caseId ?? '', 'request', then(4));
      const ids = async (limit: number) => (await stores.runs.listSilent(then(9), limit)).map(({ id }) => id);
      expect(await ids(10)).toEqual([first?.id, second?.id, third?.id]);
      expect(await ids(1)).toEqual([first?.id]);
      expect(await stores.runs.countWaiting()).toBe(waiting + 4);
      await stores.runs.fail(TENANT, late?.id ?? '', PROBLEM, then(10));
      expect(await stores.runs.countWaiting()).toBe(waiting + 3);
      for (const run of [first, second, third])
        await stores.runs.fail(TENANT, run?.id ?? '', PROBLEM, then(10));
    });
  });

  describe('lists', () => {
    it('are newest first, go on after a cursor, and a page is full although runs of it were erased', async () => {
      const principal = { tenantId: 'pages', subject: 's', role: 'teacher' } as const;
      const runs: NewRun[] = [];
      for (let index = 0; index < 6; index += 1) runs.push(await accepted({ principal }));
      const [a, b, c, d, , f] = runs.map(({ id }) => id);
      await stores.cases.erase('pages', runs[4]?.caseId ?? '', 'request', at(1));
      const page = async (before?: string) =>
        (await stores.runs.list({ tenantId: 'pages', limit: 3, before })).map(({ id }) => id);
      expect(await page()).toEqual([f, d, c]);
      expect(await page(c)).toEqual([b, a]);
    });

    it('show of each run a line and no more', async () => {
      const run = await accepted();
      const [queued] = await stores.runs.list({ tenantId: TENANT, limit: 1, caseId: run.caseId });
      expect(queued?.leading).toBeNull();
      const answer = codedAnswers.build();
      const [first] = answer.differential;
      await stores.runs.recordSections(TENANT, run.id, [{ type: 'differential', answer }], at(1));
      expect(await stores.runs.list({ tenantId: TENANT, limit: 1, caseId: run.caseId })).toEqual([
        {
          id: run.id,
          status: 'running',
          createdAt: run.createdAt,
          completedAt: null,
          caseId: run.caseId,
          caseVersion: null,
          caseMix: run.options.caseMix,
          degraded: [],
          versions: run.versions,
          leading: { diseaseId: first?.diseaseId, probability: first?.probability },
        },
      ]);
      const silent = (await stores.runs.listSilent(at(100), 1_000)).find(({ id }) => id === run.id);
      expect(silent).toMatchObject({ epoch: 0, progressedAt: at(1), requestId: run.requestId });
      await stores.runs.fail(TENANT, run.id, PROBLEM, at(2));
    });

    it('can be narrowed to a case and to a status', async () => {
      const run = await accepted();
      const again = await accepted({ caseId: run.caseId, input: null });
      await stores.runs.fail(TENANT, again.id, PROBLEM, at(1));
      const ids = async (filter: { status?: 'failed' | 'queued' }) =>
        (await stores.runs.list({ tenantId: TENANT, limit: 9, caseId: run.caseId, ...filter })).map(
          ({ id }) => id,
        );
      expect(await ids({})).toEqual([again.id, run.id]);
      expect(await ids({ status: 'failed' })).toEqual([again.id]);
    });
  });

  describe('retention', () => {
    it('forgets the events of runs that ended long ago, and of no others', async () => {
      const [ended, recent, waiting] = [await accepted(), await accepted(), await accepted()];
      await stores.runs.fail(TENANT, ended.id, PROBLEM, at(1));
      await stores.runs.fail(TENANT, recent.id, PROBLEM, at(100));
      await stores.runs.forgetEvents(at(50));
      expect(await typesOf(ended)).toEqual([]);
      expect(await typesOf(recent)).toEqual(['status', 'failed']);
      expect(await typesOf(waiting)).toEqual(['status']);
    });

    it('counts from when the case was given: a late run keeps its words no longer than the case does', async () => {
      const first = await accepted({ createdAt: at(0) });
      const late = await accepted({ caseId: first.caseId, input: null, createdAt: at(10_000) });
      await stores.runs.forgetNarratives(at(500));
      await stores.runs.recordSections(TENANT, late.id, [understood(late)], at(10_001));
      expect(JSON.stringify((await found(late)).understood)).toMatch(/breath/);
      let count: number;
      do count = await stores.runs.forgetNarratives(at(500));
      while (count > 0);
      expect(JSON.stringify((await found(late)).understood)).not.toMatch(/breath/);
    });

    it('takes the words of the narrative out of old runs and leaves the codes', async () => {
      const run = await accepted();
      await stores.runs.recordSections(TENANT, run.id, [understood(run)], at(1));
      const place = SEAL_PLACES.readingQuotes(TENANT, run.id);
      const quotes = [{ findingId: 'cough', stage: null, start: 0, end: 6, quote: 'hacked' }];
      const coded = { used: true, model: 'm', promptVersion: '1', findings: [], dropped: {} };
      const reading = { coded, quotes: SEALER.seal(quotes, place) };
      await stores.runs.recordSections(TENANT, run.id, [{ type: 'reading', reading }], at(2));
      expect((await found(run)).reading).toEqual({ coded, quotes });
      const young = await accepted({ createdAt: at(1000) });
      await stores.runs.recordSections(TENANT, young.id, [understood(young)], at(1001));
      let forgotten = 0;
      for (let count = 1; count > 0; forgotten += count) count = await stores.runs.forgetNarratives(at(500));
      expect(forgotten).toBeGreaterThan(0);
      expect(await stores.runs.forgetNarratives(at(500))).toBe(0);
      const stored = await found(run);
      expect(stored.understood?.findings).toEqual([
        {
          findingId: 'dyspnoea',
          presence: 'present',
          certainty: 1,
          source: { kind: 'text', start: 3, end: 22 },
        },
      ]);
      expect(JSON.stringify(stored.understood)).not.toMatch(/breath|flight|worried|Tuesday|D-dimer 2/);
      expect(stored.reading).toEqual({ coded, quotes: [] });
      expect((await found(young)).understood).toEqual(understandings.build());
    });
  });

  describe('a seal that cannot be opened', () => {
    /** An old run whose seal belongs to another one, before one that is whole. */
    const brokenAndWhole = async (createdAt: Date) => {
      const principal = { ...newRuns.build().principal, tenantId: `broken-${newId()}` };
      const [broken, whole] = [
        await accepted({ principal, createdAt }),
        await accepted({ principal, createdAt: new Date(createdAt.getTime() + 1) }),
      ];
      const { tenantId } = principal;
      const understoodOf = (run: NewRun): Section => ({
        type: 'understood',
        caseVersion: 1,
        sealed: SEALER.seal(understandings.build(), SEAL_PLACES.runUnderstood(tenantId, run.id)),
      });
      await stores.runs.recordSections(tenantId, broken.id, [understoodOf(whole)], createdAt);
      await stores.runs.recordSections(tenantId, whole.id, [understoodOf(whole)], createdAt);
      return { tenantId, broken, whole };
    };

    it('hides no other run from lists and from the reconciler, and is an error where the run itself is read', async () => {
      const long = new Date('2020-01-01T00:00:00.000Z');
      const { tenantId, broken, whole } = await brokenAndWhole(long);
      const listed = await stores.runs.list({ tenantId, limit: 10 });
      expect(listed.map(({ id }) => id).sort()).toEqual([broken.id, whole.id].sort());
      const silent = await stores.runs.listSilent(new Date('2020-01-02T00:00:00.000Z'), 10);
      expect(silent.map(({ id }) => id).sort()).toEqual([broken.id, whole.id].sort());
      await expect(stores.runs.find(tenantId, broken.id)).rejects.toMatchObject({ code: 'internal' });
      expect((await stores.runs.find(tenantId, whole.id))?.understood).toEqual(understandings.build());
    });

    it('is passed by when narratives are forgotten, and kept for the day its key is back', async () => {
      const long = new Date('2019-01-01T00:00:00.000Z');
      const { tenantId, broken, whole } = await brokenAndWhole(long);
      const before = new Date('2019-01-02T00:00:00.000Z');
      expect(await stores.runs.forgetNarratives(before)).toBe(1);
      expect(await stores.runs.forgetNarratives(before)).toBe(0);
      expect((await stores.runs.find(tenantId, whole.id))?.understood?.unmatched).toEqual([]);
      await expect(stores.runs.find(tenantId, broken.id)).rejects.toMatchObject({ code: 'internal' });
    });
  });
};
