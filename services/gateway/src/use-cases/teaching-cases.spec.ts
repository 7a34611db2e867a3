import {
  CaseBody,
  CreateTeachingCaseInput,
  GivenTeachingCase,
  MAX_CASE_BODY_BYTES,
  SEAL_PLACES,
  type Answer,
  type QuestionPayload,
  type ToldTeachingCase,
} from '@openrounds/contracts';
import { newId } from '@openrounds/platform';
import { principals, stringLeaves, TestClock, testSealer } from '@openrounds/testing';
import { canonicalJson } from '@openrounds/transparency-log';
import { MemoryIdempotency } from '../../test/doubles/memory-idempotency';
import { answering, knowledgeLibrary, masker } from '../../test/fixtures/doubles';
import { textsOf } from '../model/case-texts';
import { ExchangeCases } from './exchange-cases';
import { sha256 } from './sha256';
import { TeachingCases, type TeachingRequest } from './teaching-cases';

const { body: example } = CreateTeachingCaseInput.meta()?.['example'] as { body: unknown };
const body = CaseBody.parse(example);
const principal = principals.build();
const request: TeachingRequest = {
  principal,
  meta: { tenantId: principal.tenantId, requestId: 'request-1' },
  language: 'en',
};
const sealer = testSealer();
const knowledge = knowledgeLibrary();

/** The gateway with a teaching service that keeps what it is given. */
class World {
  readonly given: { readonly caseId: string; readonly case: GivenTeachingCase }[] = [];
  readonly changes: string[] = [];
  private readonly services = answering({
    'create-teaching-case.v1': (asked) => this.take(asked),
    'create-teaching-case-version.v1': (asked) => {
      this.changes.push(asked.changeId);
      return this.take(asked);
    },
    'get-teaching-case.v1': ({ caseId }) => this.tell(caseId, { body, note: null, masked: 3 }),
  });
  readonly cases = new TeachingCases(
    this.services,
    new MemoryIdempotency(),
    knowledge,
    masker,
    sealer,
    new TestClock(),
  );
  readonly exchange = new ExchangeCases(this.cases, knowledge);

  private take({
    caseId,
    sealed,
  }: QuestionPayload<'create-teaching-case.v1'>): Answer<'create-teaching-case.v1'> {
    const place = SEAL_PLACES.givenTeachingCase(principal.tenantId, caseId);
    const given = sealer.open(sealed, place, GivenTeachingCase);
    this.given.push({ caseId, case: given });
    return this.tell(caseId, given);
  }

  private tell(caseId: string, { body: told, masked }: GivenTeachingCase) {
    const shown: ToldTeachingCase = {
      id: caseId,
      slug: 'case-1',
      state: 'draft',
      mark: 'not-second-read',
      mine: true,
      version: 1,
      publishedVersion: null,
      versions: [{ version: 1, contentHash: 'a'.repeat(64), madeAt: null, note: null }],
      body: told,
      checks: [{ severity: 'error', code: 'unknown-disease', pointer: '/key', of: 'vapours' }],
      reviews: [],
      masked,
    };
    const place = SEAL_PLACES.shownTeachingCase(principal.tenantId, caseId);
    return { caseId, sealed: sealer.seal(shown, place) };
  }
}

describe('TeachingCases', () => {
  let world: World;

  beforeEach(() => {
    world = new World();
  });

  const masked = stringLeaves(CreateTeachingCaseInput).filter(({ kind }) => kind === 'masked');

  it('masks as many texts as a case can have kinds of', () => {
    expect(masked.length).toBeGreaterThan(10);
  });

  it.each(masked.map(({ path }) => [path.join('/'), path] as const))('masks %s', async (_, path) => {
    const phone = 'Call 13812345678';
    const base: Record<string, unknown> = {
      body: {
        ...body,
        choices: [[{ testId: 'ecg', verdict: 'best' }]],
        questions: [
          {
            ask: { en: 'Why?' },
            options: [true, false, false].map((right) => ({ text: { en: 'Because' }, right })),
          },
        ],
        drill: {
          stageNo: 1,
          lines: [{ id: 'a', text: { en: 'Pneumonia: 90 %' } }],
          planted: { lineId: 'a', errorKind: 'sum' },
        },
      },
    };
    // The text at the end of the path; of lists the first entry.
    let at: Record<string, unknown> = base;
    for (const [place, key] of path.entries()) {
      const name = key === '*' ? '0' : String(key);
      if (place === path.length - 1) at[name] = phone;
      else {
        const inner = at[name] ?? (path[place + 1] === '*' ? [{}] : {});
        at[name] = structuredClone(inner);
        at = at[name] as Record<string, unknown>;
      }
    }
    const given = await world.cases.clean(CreateTeachingCaseInput.parse(base));
    expect(JSON.stringify(given)).not.toContain('13812345678');
    expect(given.masked).toBe(1);
  });

  it('stores a case without identities, seals it, and says in words what its checks found', async () => {
    const title = { en: 'Mrs Alice Moore cannot breathe' };
    const created = await world.cases.create(request, { body: { ...body, title } }, undefined);
    expect(world.given[0]?.case.body.title.en).not.toMatch(/Moore/);
    expect(created).toMatchObject({
      masked: 1,
      checks: [{ code: 'unknown-disease', message: expect.stringContaining('vapours') }],
      notice: expect.any(String),
    });
    expect(created.checks[0]).not.toHaveProperty('of');
  });

  it('refuses a case that would fit into no job', async () => {
    const long = { en: '胸痛'.repeat(2_000) };
    const stages = Array.from({ length: 8 }, () => ({
      stage: 'history' as const,
      text: { ...long, zh: long.en },
      findings: {},
    }));
    const big = { ...body, stages };
    expect(Buffer.byteLength(JSON.stringify(big))).toBeGreaterThan(MAX_CASE_BODY_BYTES);
    const refused = world.cases.create(request, { body: big }, undefined);
    await expect(refused).rejects.toMatchObject({ code: 'too-large' });
    expect(textsOf(big).length).toBeGreaterThan(16);
  });

  it('makes one case and one version of a request that comes twice', async () => {
    const key = { key: 'k-1', bodyHash: 'h' };
    const [first, second] = [
      await world.cases.create(request, { body }, key),
      await world.cases.create(request, { body }, key),
    ];
    expect(second.id).toBe(first.id);
    const other = { key: 'k-1', bodyHash: 'other' };
    const reused = world.cases.create(request, { body }, other);
    await expect(reused).rejects.toMatchObject({ code: 'idempotency-key-reused' });
    const change = { key: 'k-2', bodyHash: 'h' };
    for (const _ of [1, 2]) await world.cases.change(request, first.id, 1, { body }, change);
    await world.cases.change(request, first.id, 1, { body }, undefined);
    const [one, two, three] = world.changes;
    expect([two === one, three === one]).toEqual([true, false]);
  });

  it('copies texts as they are, under an id of its own', async () => {
    const caseId = newId();
    const copy = await world.cases.copy(request, caseId, 1, undefined);
    expect(copy.id).not.toBe(caseId);
    expect(world.given[0]?.case).toEqual({ body, note: null, masked: 3 });
  });

  it('imports what can be read, once for each request, and names the rest', async () => {
    const text = await world.exchange.export(request, newId(), 'json');
    const whole = { ...(JSON.parse(text) as object), contentHash: sha256(canonicalJson(body)) };
    const file = {
      form: 'json' as const,
      value: [whole, {}, whole, { ...whole, contentHash: 'b'.repeat(64) }],
    };
    const key = { key: 'k-1', bodyHash: 'h' };
    const [first, second] = [
      await world.exchange.import(request, file, key),
      await world.exchange.import(request, file, key),
    ];
    expect(second).toEqual(first);
    expect(first.items.map(({ line }) => line)).toEqual([1, 3]);
    expect(new Set(first.items.map(({ id }) => id)).size).toBe(2);
    expect(first.rejected.map(({ line, pointer }) => [line, pointer])).toEqual([
      [2, '/format'],
      [4, ''],
    ]);
  });
});
