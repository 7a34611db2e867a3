import { CaseInput, CodedCase } from '@openrounds/contracts';
import { BundleError, vocabularyOf } from '@openrounds/knowledge';
import { newId } from '@openrounds/platform';
import { compiledOnce, TestClock, tinyBundle } from '@openrounds/testing';
import { MemoryCases } from '../../test/doubles/memory-cases';
import { type CaseVersion } from '../ports/case-store';
import { CreateCase } from './create-case';
import { NormaliseCase, type CaseOfRun } from './normalise-case';
import { understandCase } from './understand-case';

const vocabulary = compiledOnce(vocabularyOf(tinyBundle()));

const input = CaseInput.parse({ narrative: 'Dyspnoea.', patient: { age: null, sex: 'male' } });
const ofRun = (changes: Partial<CaseOfRun> = {}): CaseOfRun => ({
  tenantId: 'school',
  runId: newId(),
  caseId: newId(),
  knowledge: 'hash',
  ...changes,
});

/** A version as it is stored. */
const stored = (caseId: string, changes: Partial<CaseVersion> = {}): CaseVersion => ({
  caseId,
  tenantId: 'school',
  version: 1,
  createdAt: new Date(),
  input,
  understood: understandCase(input, [], vocabulary).understood,
  masked: [],
  corrections: [],
  changeId: null,
  ...changes,
});

describe('NormaliseCase', () => {
  let cases: MemoryCases;
  let compiled: number;
  let normalise: NormaliseCase;

  beforeEach(() => {
    cases = new MemoryCases();
    compiled = 0;
    const vocabularies = {
      of: (hash: string) => {
        compiled += 1;
        return hash === 'hash'
          ? Promise.resolve(vocabulary)
          : Promise.reject(new BundleError('bundle-unknown', 'not here'));
      },
    };
    normalise = new NormaliseCase(cases, vocabularies, new TestClock());
  });

  it('stores a case that comes with its run as version 1, with the result', async () => {
    const run = ofRun({ fresh: { input, masked: [] } });
    const result = await normalise.execute(run);
    expect(result).toMatchObject({
      runId: run.runId,
      caseVersion: 1,
      facts: { observed: [{ findingId: 'dyspnoea' }] },
    });
    expect(cases.kept).toMatchObject([{ caseId: run.caseId, version: 1, input }]);
  });

  it.each([
    ['in its narrative', { narrative: 'Dyspnoea.' }, true],
    ['in a stage', { stages: [{ name: 'First', narrative: 'Dyspnoea.' }] }, true],
    ['nowhere but in codes', { findings: [{ findingId: 'dyspnoea' }] }, false],
    ['in blanks', { narrative: ' \n', findings: [{ findingId: 'dyspnoea' }] }, false],
  ])('knows whether a case holds text: %s', async (_, told, holds) => {
    const coded = CaseInput.parse({ ...told, patient: input.patient });
    const result = await normalise.execute(ofRun({ fresh: { input: coded, masked: [] } }));
    expect(await normalise.holdsText(result)).toBe(holds);
  });

  it('finds done work again without doing it again', async () => {
    const run = ofRun({ fresh: { input, masked: [] } });
    const first = await normalise.execute(run);
    expect(await normalise.execute(run)).toBe(first);
    expect(compiled).toBe(1);
  });

  it('takes a stored case in the version asked for, or the newest, and adds no version', async () => {
    const { caseId } = ofRun();
    await cases.add(stored(caseId));
    await cases.add(stored(caseId, { version: 2, input: { ...input, narrative: 'Haemoptysis.' } }));
    const first = await normalise.execute(ofRun({ caseId, caseVersion: 1 }));
    const newest = await normalise.execute(ofRun({ caseId }));
    expect([first, newest]).toMatchObject([
      { caseVersion: 1, facts: { observed: [{ findingId: 'dyspnoea' }] } },
      { caseVersion: 2, facts: { observed: [{ findingId: 'haemoptysis' }] } },
    ]);
    expect(cases.kept).toHaveLength(2);
  });

  it('understands a version as its teacher has corrected it', async () => {
    const { caseId } = ofRun();
    const at = '2026-11-20T09:00:00.000Z';
    const corrections = [
      { action: 'accept', findingId: 'haemoptysis', presence: 'present', version: 2, at } as const,
    ];
    await cases.add(stored(caseId, { version: 2, corrections, changeId: 'c' }));
    const { codedCase, facts } = await normalise.execute(ofRun({ caseId }));
    expect(facts.observed.map(({ findingId }) => findingId)).toEqual(['haemoptysis', 'dyspnoea']);
    expect(codedCase.findings[0]).toMatchObject({ findingId: 'haemoptysis', source: { kind: 'coded' } });
  });

  it('says in codes what was corrected, without where and when, and nothing where nothing was', async () => {
    const { caseId } = ofRun();
    const kept = { version: 2, at: '2026-11-20T09:00:00.000Z' };
    const statement = { findingId: 'dyspnoea', presence: 'absent', certainty: 0.7 } as const;
    const corrections = [
      { action: 'set', span: { start: 0, end: 8 }, name: 'Breathless', ...statement, ...kept } as const,
      { action: 'reject', findingId: 'haemoptysis', ...kept } as const,
    ];
    await cases.add(stored(caseId));
    await cases.add(stored(caseId, { version: 2, corrections, changeId: 'c' }));
    const { codedCase } = await normalise.execute(ofRun({ caseId }));
    expect(codedCase.corrections).toEqual([
      { action: 'set', ...statement, version: 2 },
      { action: 'reject', findingId: 'haemoptysis', version: 2 },
    ]);
    expect(CodedCase.parse(codedCase)).toEqual(codedCase);
    const before = await normalise.execute(ofRun({ caseId, caseVersion: 1 }));
    expect(before.codedCase).not.toHaveProperty('corrections');
  });

  it.each([
    ['a version that does not exist', { caseVersion: 9 }],
    ['another tenant’s case', { tenantId: 'other' }],
  ])('refuses %s', async (_what, changes) => {
    const { caseId } = await normalise.execute(ofRun({ fresh: { input, masked: [] } }));
    await expect(normalise.execute(ofRun({ caseId, ...changes }))).rejects.toMatchObject({
      code: 'not-found',
    });
  });

  it('refuses a case that was erased meanwhile', async () => {
    const run = ofRun({ fresh: { input, masked: [] } });
    await cases.erase(run.tenantId, run.caseId);
    await expect(normalise.execute(run)).rejects.toMatchObject({ code: 'case-erased' });
  });

  it('leaves it to its caller to wait for a knowledge version', async () => {
    const run = ofRun({ knowledge: 'unknown', fresh: { input, masked: [] } });
    await expect(normalise.execute(run)).rejects.toBeInstanceOf(BundleError);
    expect(await cases.findResult(run.tenantId, run.runId)).toBeUndefined();
  });
});

describe('CreateCase', () => {
  const given = { tenantId: 'school', caseId: newId(), knowledge: 'hash', input, masked: [] };
  const createIn = (cases: MemoryCases) =>
    new CreateCase(cases, { of: () => Promise.resolve(vocabulary) }, new TestClock());

  it('stores a case once and gives the first again', async () => {
    const cases = new MemoryCases();
    const first = await createIn(cases).execute(given);
    const again = await createIn(cases).execute({ ...given, input: { ...input, title: 'Another' } });
    expect(again).toBe(first);
    expect(first.understood.findings).toMatchObject([{ findingId: 'dyspnoea', presence: 'present' }]);
  });

  it('refuses a case that was erased', async () => {
    const cases = new MemoryCases();
    await cases.erase(given.tenantId, given.caseId);
    await expect(createIn(cases).execute(given)).rejects.toMatchObject({ code: 'case-erased' });
  });
});
