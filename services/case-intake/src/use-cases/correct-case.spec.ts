import { CaseInput } from '@openrounds/contracts';
import { vocabularyOf } from '@openrounds/knowledge';
import { newId } from '@openrounds/platform';
import { compiledOnce, TestClock, tinyBundle } from '@openrounds/testing';
import { MemoryCases } from '../../test/doubles/memory-cases';
import { type CaseVersion } from '../ports/case-store';
import { CorrectCase, type CaseCorrection } from './correct-case';
import { understandCase } from './understand-case';

const vocabulary = compiledOnce(vocabularyOf(tinyBundle()));
const input = CaseInput.parse({ narrative: 'Dyspnoea, no headache.', patient: { age: null, sex: 'male' } });
const CASE_ID = newId();

const FIRST: CaseVersion = {
  caseId: CASE_ID,
  tenantId: 'school',
  version: 1,
  createdAt: new Date('2026-11-01T00:00:00.000Z'),
  input,
  understood: understandCase(input, [], vocabulary).understood,
  masked: [],
  corrections: [],
  changeId: null,
};

/** Cases in memory, into which another writer may get just before us. */
class RacedCases extends MemoryCases {
  faster: CaseVersion | undefined;

  override async addNext(version: CaseVersion) {
    const { faster } = this;
    this.faster = undefined;
    if (faster !== undefined) await super.addNext(faster);
    return super.addNext(version);
  }
}

describe('CorrectCase', () => {
  let versions: RacedCases;
  let correct: (changes?: Partial<CaseCorrection>) => Promise<CaseVersion>;

  beforeEach(async () => {
    versions = new RacedCases();
    await versions.add(FIRST);
    const useCase = new CorrectCase(versions, { of: () => Promise.resolve(vocabulary) }, new TestClock());
    correct = (changes = {}) =>
      useCase.execute({
        tenantId: 'school',
        caseId: CASE_ID,
        version: 1,
        changeId: 'change-1',
        knowledge: 'hash',
        corrections: [{ action: 'reject', findingId: 'dyspnoea' }],
        ...changes,
      });
  });

  it('makes the next version of what was given, understood as corrected, since when the case was given', async () => {
    const next = await correct();
    expect(next).toMatchObject({
      version: 2,
      input,
      createdAt: FIRST.createdAt,
      corrections: [
        { action: 'reject', findingId: 'dyspnoea', version: 2, at: expect.any(String) as string },
      ],
    });
    expect(next.understood.findings.map(({ findingId }) => findingId)).toEqual(['headache']);
    expect(versions.kept).toEqual([FIRST, next]);
  });

  it('keeps what was corrected before, each with the version that corrected it', async () => {
    await correct();
    const third = await correct({
      version: 2,
      changeId: 'change-2',
      corrections: [{ action: 'set', findingId: 'haemoptysis', presence: 'present' }],
    });
    expect(third.corrections.map(({ findingId, version }) => [findingId, version])).toEqual([
      ['dyspnoea', 2],
      ['haemoptysis', 3],
    ]);
    expect(third.understood.findings.map(({ findingId }) => findingId).sort()).toEqual([
      'haemoptysis',
      'headache',
    ]);
  });

  it('gives its first answer again to another try of the same request', async () => {
    const first = await correct();
    expect(await correct()).toBe(first);
    expect(versions.kept).toHaveLength(2);
  });

  it('refuses to correct a version that is not the newest', async () => {
    await correct();
    await expect(correct({ changeId: 'another' })).rejects.toMatchObject({ code: 'stale-version' });
    await expect(correct({ version: 7 })).rejects.toMatchObject({ code: 'stale-version' });
    expect(versions.kept).toHaveLength(2);
  });

  it('lets the faster of two requests win', async () => {
    versions.faster = { ...FIRST, version: 2, changeId: 'another' };
    await expect(correct()).rejects.toMatchObject({ code: 'stale-version' });
    expect(versions.kept.map(({ changeId }) => changeId)).toEqual([null, 'another']);
  });

  it('takes the version that another try of the same request has just stored', async () => {
    const faster = { ...FIRST, version: 2, changeId: 'change-1' };
    versions.faster = faster;
    expect(await correct()).toBe(faster);
  });

  it('names what cannot be applied, and stores nothing', async () => {
    const attempt = correct({ corrections: [{ action: 'reject', findingId: 'made-up' }] });
    await expect(attempt).rejects.toMatchObject({
      code: 'invalid-request',
      errors: [{ pointer: '/corrections/0/findingId', code: 'unknown-finding' }],
    });
    expect(versions.kept).toEqual([FIRST]);
  });

  it.each([
    ['another tenant’s case', { tenantId: 'other' }],
    ['a case that is not there', { caseId: newId() }],
  ])('does not know %s', async (_what, changes) => {
    await expect(correct(changes)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('refuses a case that was erased meanwhile', async () => {
    versions.addNext = async (version) => {
      await versions.erase(version.tenantId, version.caseId);
      return 'erased';
    };
    await expect(correct()).rejects.toMatchObject({ code: 'case-erased' });
  });
});
