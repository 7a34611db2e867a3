import { type CreateCaseVersionPayload, SEAL_PLACES } from '@openrounds/contracts';
import { newId } from '@openrounds/platform';
import { principals, TestClock, testSealer, understandings } from '@openrounds/testing';
import { answering, knowledgeLibrary } from '../../test/fixtures/doubles';
import { type CaseState } from '../ports/case-registry';
import { type Claimed, type IdempotencyClaim } from '../ports/idempotency';
import { CreateCaseVersion, type CaseVersionRequest } from './create-case-version';

const SEALER = testSealer();
const knowledge = knowledgeLibrary();
const CASE_ID = newId();
const AT = '2026-11-20T09:00:00.000Z';

class World {
  readonly sent: CreateCaseVersionPayload[] = [];
  readonly keys = new Map<string, IdempotencyClaim>();
  state: CaseState = 'stored';

  private readonly createCaseVersion = (payload: CreateCaseVersionPayload) => {
    this.sent.push(payload);
    const stored = {
      ...understandings.build({ warnings: [{ code: 'correction-stands', findingId: 'dyspnoea' }] }),
      id: payload.caseId,
      version: payload.version + 1,
      createdAt: AT,
      language: 'en',
      title: null,
      narrative: 'short of breath',
      setting: null,
      region: null,
      stages: [],
      corrections: [{ action: 'reject', findingId: 'haemoptysis', version: 2, at: AT }],
    };
    return {
      caseId: payload.caseId,
      version: stored.version,
      sealed: SEALER.seal(stored, SEAL_PLACES.shownCase('school', payload.caseId, stored.version)),
    };
  };
  private readonly claim = (claim: IdempotencyClaim): Promise<Claimed> => {
    const known = this.keys.get(claim.key);
    if (known !== undefined) return Promise.resolve({ kind: 'known', ...known });
    this.keys.set(claim.key, claim);
    return Promise.resolve({ kind: 'fresh' });
  };
  private readonly useCase = new CreateCaseVersion(
    { stateOf: () => Promise.resolve(this.state) },
    answering({ 'create-case-version.v1': this.createCaseVersion }),
    { claim: this.claim },
    knowledge,
    SEALER,
    new TestClock(),
  );

  correct(changes: Partial<CaseVersionRequest> = {}) {
    return this.useCase.execute({
      principal: principals.build(),
      meta: { tenantId: 'school', requestId: 'request-1' },
      caseId: CASE_ID,
      version: 1,
      input: { corrections: [{ action: 'reject', findingId: 'haemoptysis' }] },
      language: 'zh',
      idempotency: undefined,
      ...changes,
    });
  }
}

describe('CreateCaseVersion', () => {
  let world: World;
  beforeEach(() => {
    world = new World();
  });

  it('asks for the next version with the active knowledge, and answers in the reader’s language', async () => {
    const answer = await world.correct();
    expect(world.sent).toMatchObject([
      {
        caseId: CASE_ID,
        version: 1,
        knowledge: knowledge.current().bundle.hashes.knowledge,
        corrections: [{ action: 'reject', findingId: 'haemoptysis' }],
      },
    ]);
    expect(answer).toMatchObject({
      version: 2,
      corrections: [{ findingId: 'haemoptysis', name: '症haemoptysis' }],
      warnings: [{ code: 'correction-stands', message: '症dyspnoea：与更正的内容相矛盾，未计入。' }],
    });
    expect(answer.notice).toContain('人工智能');
  });

  it.each([
    ['unknown', 'not-found'],
    ['erased', 'case-erased'],
  ] as const)('corrects no case that is %s (%s)', async (state, code) => {
    world.state = state;
    await expect(world.correct()).rejects.toMatchObject({ code });
    expect(world.sent).toEqual([]);
  });

  describe('with an idempotency key', () => {
    const idempotency = { key: 'k', bodyHash: 'body' };

    it('asks as the same change each time, and as another without the key', async () => {
      await world.correct({ idempotency });
      await world.correct({ idempotency });
      await world.correct();
      await world.correct();
      expect(new Set(world.sent.map(({ changeId }) => changeId)).size).toBe(3);
      expect(world.sent[1]?.changeId).toBe(world.sent[0]?.changeId);
    });

    it('keeps the key with the case, so that it is erased with it', async () => {
      await world.correct({ idempotency });
      expect(world.keys.get('k')?.resourceId).toBe(CASE_ID);
    });

    it.each<[string, Partial<CaseVersionRequest>]>([
      ['another body', { idempotency: { key: 'k', bodyHash: 'other' } }],
      ['another version', { idempotency, version: 2 }],
      ['another case', { idempotency, caseId: newId() }],
    ])('refuses the key for %s', async (_what, changes) => {
      await world.correct({ idempotency });
      await expect(world.correct(changes)).rejects.toMatchObject({ code: 'idempotency-key-reused' });
      expect(world.sent).toHaveLength(1);
    });
  });
});
