import { type CreateCaseVersionPayload, SEAL_PLACES } from '@openrounds/contracts';
import { newId } from '@openrounds/platform';
import { principals, TestClock, testSealer, understandings } from '@openrounds/testing';
import { MemoryCaseRegistry } from '../../test/doubles/memory-case-registry';
import { MemoryIdempotency } from '../../test/doubles/memory-idempotency';
import { answering, knowledgeLibrary } from '../../test/fixtures/doubles';
import { CreateCaseVersion, type CaseVersionRequest } from './create-case-version';

const SEALER = testSealer();
const knowledge = knowledgeLibrary();
const CASE_ID = newId();
const OTHER_ID = newId();
const AT = '2026-11-20T09:00:00.000Z';

class World {
  readonly sent: CreateCaseVersionPayload[] = [];
  readonly keys = new MemoryIdempotency();
  readonly cases = new MemoryCaseRegistry();

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
  private readonly useCase = new CreateCaseVersion(
    this.cases,
    answering({ 'create-case-version.v1': this.createCaseVersion }),
    this.keys,
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
  beforeEach(async () => {
    world = new World();
    for (const caseId of [CASE_ID, OTHER_ID]) await world.cases.add('school', caseId, 'en', new Date(AT));
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

  it('corrects no case that is unknown, a stranger’s, or erased', async () => {
    const strangers = newId();
    await world.cases.add('other', strangers, 'en', new Date(AT));
    for (const caseId of [newId(), strangers])
      await expect(world.correct({ caseId })).rejects.toMatchObject({ code: 'not-found' });
    await world.cases.erase('school', CASE_ID, 'request-1', new Date(AT));
    await expect(world.correct()).rejects.toMatchObject({ code: 'case-erased' });
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
      expect(world.keys.kept).toMatchObject([{ key: 'k', resourceId: CASE_ID }]);
    });

    it.each<[string, Partial<CaseVersionRequest>]>([
      ['another body', { idempotency: { key: 'k', bodyHash: 'other' } }],
      ['another version', { idempotency, version: 2 }],
      ['another case', { idempotency, caseId: OTHER_ID }],
    ])('refuses the key for %s', async (_what, changes) => {
      await world.correct({ idempotency });
      await expect(world.correct(changes)).rejects.toMatchObject({ code: 'idempotency-key-reused' });
      expect(world.sent).toHaveLength(1);
    });
  });
});
