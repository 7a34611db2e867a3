import { newId, Sealer } from '@openrounds/platform';
import { rewrapSeals } from '@openrounds/persistence';
import { openMigratedDatabase, TestClock, type MigratedDatabase } from '@openrounds/testing';
import { ENTITIES } from '../../src/persistence/entities';
import { MIGRATIONS } from '../../src/persistence/migrations';
import { SEALED_COLUMNS } from '../../src/persistence/sealed-columns';
import { TypeOrmLlmAnswers } from '../../src/persistence/typeorm-llm-answers';
import { TypeOrmLlmUsage } from '../../src/persistence/typeorm-llm-usage';
import { TypeOrmRankings } from '../../src/persistence/typeorm-rankings';

const OLD = Buffer.alloc(32, 1);
const NEW = Buffer.alloc(32, 2);
const ANSWER = { raw: { sentences: ['胸痛 is felt'] }, model: 'sample-model' };

let opened: MigratedDatabase;
const clock = new TestClock();

beforeAll(async () => {
  opened = await openMigratedDatabase({ schema: 'ddx_ranking', entities: ENTITIES, migrations: MIGRATIONS });
});
afterAll(() => opened.close());

const sealedBy = (sealer: Sealer) => new TypeOrmLlmAnswers(opened.dataSource, sealer, clock);

describe('kept answers of a language model', () => {
  const sealer = new Sealer({ current: 'old', keys: new Map([['old', OLD]]) });
  const owner = () => ({ tenantId: 'school', caseId: newId() });
  let store: TypeOrmLlmAnswers;

  beforeAll(() => {
    store = sealedBy(sealer);
  });

  it('are given to other cases of their tenant, and rest sealed', async () => {
    const key = newId();
    await store.keep(owner(), key, ANSWER);
    await store.keep(owner(), key, { ...ANSWER, raw: 'a later one' });
    expect(await store.find(owner(), key)).toEqual(ANSWER);
    expect(await store.find({ ...owner(), tenantId: 'clinic' }, key)).toBeUndefined();
    const rows = await opened.dataSource.query('SELECT * FROM llm_answers WHERE key = $1', [key]);
    expect(JSON.stringify(rows)).not.toContain('胸痛');
  });

  it('are erased with any case that was given them, and not kept for one that is erased', async () => {
    const [key, other] = [newId(), newId()];
    const [first, second, bystander] = [owner(), owner(), owner()];
    await store.keep(first, key, ANSWER);
    await store.keep(bystander, other, ANSWER);
    expect(await store.find(second, key)).toEqual(ANSWER);
    await new TypeOrmRankings(opened.dataSource).erase(second.tenantId, second.caseId);
    expect(await store.find(first, key)).toBeUndefined();
    expect(await store.find(bystander, other)).toEqual(ANSWER);
    await store.keep(second, key, ANSWER);
    expect(await store.find(first, key)).toBeUndefined();
    expect(await store.find(second, other)).toBeUndefined();
  });

  it('are forgotten when they are old', async () => {
    const [old, young] = [newId(), newId()];
    await store.keep(owner(), old, ANSWER);
    clock.advance(60);
    await store.keep(owner(), young, ANSWER);
    expect(await store.forget(clock.now())).toBeGreaterThan(0);
    expect(await store.find(owner(), old)).toBeUndefined();
    expect(await store.find(owner(), young)).toEqual(ANSWER);
    const left = 'SELECT 1 FROM llm_answer_cases WHERE key = $1';
    expect(await opened.dataSource.query(left, [old])).toEqual([]);
  });

  it('are asked for again where their seal does not open, and open after a rotation', async () => {
    const [key, mine] = [newId(), owner()];
    await store.keep(mine, key, ANSWER);
    const rotated = new Sealer({
      current: 'new',
      keys: new Map([
        ['new', NEW],
        ['old', OLD],
      ]),
    });
    const after = sealedBy(new Sealer({ current: 'new', keys: new Map([['new', NEW]]) }));
    expect(await after.find(mine, key)).toBeUndefined();
    await rewrapSeals(opened.dataSource, rotated, SEALED_COLUMNS, {});
    expect(await after.find(mine, key)).toEqual(ANSWER);
  });
});

describe('tokens that were used', () => {
  const entry = { day: '2026-11-20', tenantId: 'school', userId: 'anna', tokens: 60 };
  let ledger: TypeOrmLlmUsage;

  beforeAll(() => {
    ledger = new TypeOrmLlmUsage(opened.dataSource);
  });
  beforeEach(() => opened.dataSource.query('DELETE FROM llm_usage'));

  it.each([
    ['user', { ...entry, userId: 'ben' }],
    ['tenant', { ...entry, tenantId: 'clinic' }],
    ['all', { ...entry, day: '2026-11-21' }],
  ] as const)('are refused beyond the limit of the %s, and for nobody else', async (limit, other) => {
    const limits = { [limit]: 100 };
    expect(await ledger.take(entry, limits)).toBe('taken');
    expect(await ledger.take(entry, limits)).toBe('over');
    expect(await ledger.take({ ...entry, tokens: 40 }, limits)).toBe('taken');
    expect(await ledger.take(other, limits)).toBe('taken');
  });

  it('are given back by a correction', async () => {
    await ledger.take(entry, {});
    await ledger.correct({ ...entry, tokens: -50 });
    expect(await ledger.take(entry, { user: 70 })).toBe('taken');
  });

  it('cannot pass a limit together', async () => {
    const taken = await Promise.all(Array.from({ length: 8 }, () => ledger.take(entry, { all: 200 })));
    expect(taken.filter((each) => each === 'taken')).toHaveLength(3);
  });

  it('are kept for as long as is said', async () => {
    await ledger.take(entry, {});
    expect(await ledger.forget('2026-11-20')).toBe(0);
    expect(await ledger.forget('2026-11-21')).toBe(1);
  });
});
