import { CaseInput, type CreateRunInput, SEAL_PLACES } from '@openrounds/contracts';
import { newId } from '@openrounds/platform';
import { principals, runOptions, TestClock, testSealer } from '@openrounds/testing';
import { GatewayRows } from '../../test/doubles/gateway-rows';
import { MemoryCaseRegistry } from '../../test/doubles/memory-case-registry';
import { MemoryRuns } from '../../test/doubles/memory-runs';
import { knowledgeLibrary, masker } from '../../test/fixtures/doubles';
import { newRuns } from '../../test/fixtures/stores';
import { CreateRun, type RunRequest } from './create-run';
import { RefuseOverload } from './refuse-overload';

const NARRATIVE = 'Mrs Alice Moore, 58, is short of breath. Write to alice@example.org.';
const SEALER = testSealer();
const knowledge = knowledgeLibrary();

/** What stands behind the use-case, in memory. */
class World {
  readonly rows = new GatewayRows();
  private readonly runs = new MemoryRuns(this.rows, SEALER);
  readonly cases = new MemoryCaseRegistry(this.rows);
  readonly keys = this.rows.idempotency;
  private readonly clock = new TestClock();
  outboxSeconds = 0;
  reading: 'off' | 'propose' | 'merge' = 'propose';

  readonly createRun = new CreateRun(
    this.runs,
    this.cases,
    knowledge,
    SEALER,
    this.clock,
    masker,
    new RefuseOverload(
      this.runs,
      { oldestMessageSeconds: () => Promise.resolve(this.outboxSeconds) },
      this.clock,
      { maxQueuedRuns: 2, maxOutboxSeconds: 30 },
    ),
    { read: () => Promise.resolve({ reading: this.reading }) },
  );

  get accepted() {
    return this.runs.kept;
  }

  get only() {
    const [run, ...others] = this.accepted;
    if (run === undefined || others.length > 0) throw new Error('not exactly one run was accepted');
    return run;
  }

  get language() {
    return this.rows.cases.get(this.only.caseId)?.language;
  }

  async fill(waiting: number): Promise<void> {
    for (const run of newRuns.buildList(waiting)) await this.runs.accept(run, undefined);
  }
}

const caseInput = (changes: Record<string, unknown> = {}) =>
  CaseInput.parse({
    narrative: NARRATIVE,
    patient: { age: { value: 58, unit: 'a' }, sex: 'female' },
    ...changes,
  });
const request = (input: Partial<CreateRunInput>, changes: Partial<RunRequest> = {}): RunRequest => ({
  principal: principals.build(),
  language: 'en',
  requestId: 'request-1',
  traceparent: '00-trace',
  input: { options: runOptions.build(), ...input },
  ...changes,
});

describe('CreateRun', () => {
  let world: World;

  beforeEach(() => {
    world = new World();
  });

  it('stamps a run with the active knowledge, and seals the case without identities', async () => {
    const { runId } = await world.createRun.execute(request({ case: caseInput() }));
    expect(world.only).toMatchObject({ id: runId, caseVersion: null, versions: knowledge.versions() });
    expect(JSON.stringify(world.only)).not.toMatch(/Moore|example/);
    if (world.only.input === null) throw new Error('the case is missing');
    const { narrative } = SEALER.open(
      world.only.input.sealed,
      SEAL_PLACES.runInput('school', runId),
      CaseInput,
    );
    expect(narrative).toContain('is short of breath');
    expect(narrative).not.toMatch(/Moore|example/);
    expect(world.only.input.masked.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['name', 'email']),
    );
  });

  it.each([
    ['a model is configured', 'm', 'auto', 'propose', true],
    ['no model is configured', null, 'auto', 'propose', false],
    ['the caller wants none', 'm', 'off', 'propose', false],
    ['the institution has switched it off', 'm', 'auto', 'off', false],
    ['the institution merges it', 'm', 'auto', 'merge', true],
  ] as const)('its text may be read where %s', async (_where, model, llm, reading, mayBeRead) => {
    const stamped = jest.spyOn(knowledge, 'versions');
    stamped.mockReturnValue({ ...knowledge.versions(), llm: model });
    world.reading = reading;
    await world.createRun.execute(request({ case: caseInput(), options: runOptions.build({ llm }) }));
    stamped.mockRestore();
    expect(world.only).toMatchObject({ mayBeRead, mayBeMerged: reading === 'merge' });
    expect(world.rows.messages[0]?.payload).toMatchObject(mayBeRead ? { reading: true } : {});
    if (!mayBeRead) expect(world.rows.messages[0]?.payload).not.toHaveProperty('reading');
  });

  it('takes the language of the case, else that of the request', async () => {
    await world.createRun.execute(request({ case: caseInput({ language: 'zh' }) }));
    expect(world.language).toBe('zh');
    world = new World();
    await world.createRun.execute(request({ case: caseInput() }, { language: 'zh' }));
    expect(world.language).toBe('zh');
  });

  it('names every clinical impossibility with its place in the body, and accepts nothing', async () => {
    const findings = [
      { findingId: 'no-such-finding', presence: 'present' },
      { findingId: 'dyspnoea', presence: 'present' },
      { findingId: 'c-reactive-protein', value: { number: 5000, unit: 'mg/L' } },
    ];
    const attempt = world.createRun.execute(request({ case: caseInput({ findings }) }));
    await expect(attempt).rejects.toMatchObject({
      code: 'invalid-request',
      errors: [
        { pointer: expect.stringMatching(/^\/case\/findings\/0/) as string },
        { pointer: expect.stringMatching(/^\/case\/findings\/2/) as string },
      ],
    });
    expect(world.accepted).toEqual([]);
  });

  describe('of a stored case', () => {
    it('ranks the version asked for, or the newest', async () => {
      const caseId = newId();
      await world.cases.add('school', caseId, 'en', new Date());
      await world.createRun.execute(request({ caseId, caseVersion: 3 }));
      await world.createRun.execute(request({ caseId }));
      expect(world.accepted).toMatchObject([
        { caseId, caseVersion: 3, input: null },
        { caseId, caseVersion: null, input: null },
      ]);
    });

    it('that is unknown, or a stranger’s, is refused as not found', async () => {
      const [unknown, strangers] = [newId(), newId()];
      await world.cases.add('other', strangers, 'en', new Date());
      for (const caseId of [unknown, strangers])
        await expect(world.createRun.execute(request({ caseId }))).rejects.toMatchObject({
          code: 'not-found',
        });
      expect(world.accepted).toEqual([]);
    });

    it('that is erased is refused as erased', async () => {
      const caseId = newId();
      await world.cases.add('school', caseId, 'en', new Date());
      await world.cases.erase('school', caseId, 'request-1', new Date());
      await expect(world.createRun.execute(request({ caseId }))).rejects.toMatchObject({
        code: 'case-erased',
      });
      expect(world.accepted).toEqual([]);
    });
  });

  describe('with an idempotency key', () => {
    const idempotency = { key: 'k', bodyHash: 'body' };

    it('gives the first run again for the same body', async () => {
      const first = await world.createRun.execute(request({ case: caseInput() }, { idempotency }));
      const again = await world.createRun.execute(request({ case: caseInput() }, { idempotency }));
      expect(again).toEqual(first);
      expect(world.only.id).toBe(first.runId);
    });

    it('refuses another body, and a key that stood for something else', async () => {
      await world.createRun.execute(request({ case: caseInput() }, { idempotency }));
      const other = request({ case: caseInput() }, { idempotency: { ...idempotency, bodyHash: 'other' } });
      await expect(world.createRun.execute(other)).rejects.toMatchObject({ code: 'idempotency-key-reused' });
      const claim = {
        ...idempotency,
        principal: principals.build(),
        operation: 'createCase',
        resourceId: newId(),
      };
      world = new World();
      world.keys.take(claim, new Date());
      const same = request({ case: caseInput() }, { idempotency });
      await expect(world.createRun.execute(same)).rejects.toMatchObject({ code: 'idempotency-key-reused' });
    });
  });

  describe('under load', () => {
    it.each([
      ['as many runs wait as may', { waiting: 2, outboxSeconds: 0 }],
      ['a message waits too long', { waiting: 0, outboxSeconds: 30.1 }],
    ])('refuses when %s, and leaves the idempotency key unused', async (_what, load) => {
      await world.fill(load.waiting);
      world.outboxSeconds = load.outboxSeconds;
      const attempt = request({ case: caseInput() }, { idempotency: { key: 'k', bodyHash: 'body' } });
      await expect(world.createRun.execute(attempt)).rejects.toMatchObject({
        code: 'overloaded',
        retryAfterSeconds: 5,
      });
      expect(world.keys.kept).toEqual([]);
      expect(world.accepted).toHaveLength(load.waiting);
    });

    it('accepts up to the limits', async () => {
      await world.fill(1);
      world.outboxSeconds = 30;
      await expect(world.createRun.execute(request({ case: caseInput() }))).resolves.toBeDefined();
    });
  });
});
