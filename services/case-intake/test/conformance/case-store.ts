import { facts, understandings } from '@openrounds/testing';
import { type CaseStore } from '../../src/ports/case-store';
import { understandCase } from '../../src/use-cases/understand-case';
import { caseVersions, INPUT, LATER, nextOf, resultOf, TENANT, VOCABULARY } from '../fixtures/cases';

/** What every store of cases does; `open` gives one that holds nothing of the tenants used here. */
export const itKeepsCases = (open: () => CaseStore): void => {
  let cases: CaseStore;

  beforeAll(() => {
    cases = open();
  });

  it('gives a case back as it was stored, to its tenant only', async () => {
    const version = caseVersions.build();
    expect(await cases.add(version)).toBe('stored');
    expect(await cases.find(TENANT, version.caseId)).toEqual(version);
    expect(await cases.find(TENANT, version.caseId, 2)).toBeUndefined();
    expect(await cases.find('other', version.caseId)).toBeUndefined();
    expect(await cases.list('other', 100)).toEqual([]);
  });

  it('keeps the first of a version that is stored twice, even at once', async () => {
    const version = caseVersions.build();
    const changed = { ...version, input: { ...INPUT, title: 'Another' } };
    await cases.add(version);
    await Promise.all([cases.add(changed), cases.add(changed)]);
    expect(await cases.find(TENANT, version.caseId)).toEqual(version);
  });

  it('lists each case once, in its newest version, newest case first, page by page', async () => {
    const [a, b, c] = caseVersions.buildList(3, { tenantId: 'lists' });
    if (a === undefined || b === undefined || c === undefined) throw new Error('three were asked for');
    for (const version of [a, b, c, { ...b, version: 2 }]) await cases.add(version);
    const page = async (limit: number, before?: string) =>
      (await cases.list('lists', limit, before)).map(({ caseId, newest }) => [caseId, newest?.version]);
    expect(await page(2)).toEqual([
      [c.caseId, 1],
      [b.caseId, 2],
    ]);
    expect(await page(2, b.caseId)).toEqual([[a.caseId, 1]]);
    expect(await cases.find('lists', b.caseId, 1)).toEqual(b);
  });

  it('stores the next version of a case with its corrections, and keeps the one before', async () => {
    const first = caseVersions.build();
    await cases.add(first);
    const second = nextOf(first, 'change-1');
    expect(await cases.addNext(second)).toBe('stored');
    expect(await cases.addNext(nextOf(first, 'change-2'))).toBe('stale');
    expect(await cases.find(TENANT, first.caseId)).toEqual(second);
    expect(await cases.find(TENANT, first.caseId, 1)).toEqual(first);
  });

  it('lets one of many writers win, and tells the others', async () => {
    const first = caseVersions.build();
    await cases.add(first);
    const changes = Array.from({ length: 8 }, (_, each) => nextOf(first, `change-${String(each)}`));
    const outcomes = await Promise.all(changes.map((change) => cases.addNext(change)));
    expect(outcomes.filter((outcome) => outcome === 'stored')).toHaveLength(1);
    expect(outcomes.filter((outcome) => outcome === 'stale')).toHaveLength(7);
    const kept = await cases.find(TENANT, first.caseId);
    expect(kept?.changeId).toBe(changes[outcomes.indexOf('stored')]?.changeId);
  });

  it('stores what intake made of a case together with the case, once for each run', async () => {
    const version = caseVersions.build();
    const result = resultOf(version);
    expect(await cases.saveResult(result, version)).toBe('stored');
    const again = { ...result, facts: facts.build({ setting: 'inpatient' }) };
    expect(await cases.saveResult(again, version)).toBe('stored');
    expect(await cases.findResult(TENANT, result.runId)).toEqual(result);
    expect(await cases.findResult('other', result.runId)).toBeUndefined();
    expect(await cases.find(TENANT, version.caseId)).toEqual(version);
  });

  describe('after an erasure', () => {
    it('holds nothing of the case, and refuses whatever comes late', async () => {
      const version = caseVersions.build();
      const result = resultOf(version);
      await cases.saveResult(result, version);
      const corrected = nextOf(version, 'change');
      await cases.addNext(corrected);
      await cases.erase('other', version.caseId);
      expect(await cases.find(TENANT, version.caseId)).toEqual(corrected);

      await cases.erase(TENANT, version.caseId);
      await cases.erase(TENANT, version.caseId);
      expect(await cases.find(TENANT, version.caseId)).toBeUndefined();
      expect(await cases.findResult(TENANT, result.runId)).toBeUndefined();
      expect(await cases.add(version)).toBe('erased');
      expect(await cases.addNext(nextOf(version, 'late'))).toBe('erased');
      expect(await cases.saveResult(resultOf(version), version)).toBe('erased');
      expect(await cases.saveResult(resultOf(version), undefined)).toBe('erased');
      expect(await cases.find(TENANT, version.caseId)).toBeUndefined();
    });

    it('holds nothing either when the case was on its way at that very moment', async () => {
      const versions = caseVersions.buildList(6);
      await Promise.all(
        versions.flatMap((version) => [
          cases.saveResult(resultOf(version), version),
          cases.erase(TENANT, version.caseId),
        ]),
      );
      const left = await Promise.all(versions.map(({ caseId }) => cases.find(TENANT, caseId)));
      expect(left).toEqual(versions.map(() => undefined));
    });
  });

  describe('retention', () => {
    it('takes every word out of old cases and leaves the codes, with which the case can still be ranked', async () => {
      const [old, young] = [caseVersions.build(), caseVersions.build({ createdAt: LATER })];
      const result = resultOf(old);
      await cases.saveResult(result, old);
      await cases.add(young);
      let forgotten = 0;
      for (let count = 1; count > 0; forgotten += count) {
        count = await cases.forgetNarratives(new Date('2026-03-01T00:00:00.000Z'));
      }
      expect(forgotten).toBeGreaterThan(0);

      const kept = await cases.find(TENANT, old.caseId);
      expect(JSON.stringify(kept)).not.toMatch(/traveller|breath|flight|worried|Tuesday|night|D-dimer 2/);
      expect(kept?.understood.findings.map(({ findingId }) => findingId)).toEqual(['dyspnoea']);
      expect(await cases.findResult(TENANT, result.runId)).toBeUndefined();
      expect(await cases.find(TENANT, young.caseId)).toEqual(young);

      if (kept === undefined) throw new Error('the case is gone');
      const { facts: again } = understandCase(kept.input, kept.masked, VOCABULARY);
      expect(again).toEqual({
        patient: { ageYears: 58, sex: 'female', pregnant: null },
        setting: 'emergency',
        observed: [{ findingId: 'dyspnoea', presence: 'present', certainty: 1 }],
      });
    });

    it('leaves no quotation behind in the result of a run that had read its case before it was emptied', async () => {
      const version = caseVersions.build();
      await cases.add(version);
      for (let count = 1; count > 0;) {
        count = await cases.forgetNarratives(new Date('2026-03-01T00:00:00.000Z'));
      }
      const late = resultOf(version);
      expect(await cases.saveResult(late, undefined)).toBe('stored');
      const kept = await cases.findResult(TENANT, late.runId);
      expect(JSON.stringify(kept)).not.toMatch(/breath|flight|worried|Tuesday|D-dimer 2/);
      expect(kept).toMatchObject({ facts: late.facts, codedCase: late.codedCase });
      expect(kept?.understood.findings.map(({ findingId }) => findingId)).toEqual(['dyspnoea']);
    });

    it('keeps the corrections, and what they made of the case', async () => {
      const first = caseVersions.build();
      await cases.add(first);
      const input = { ...INPUT, findings: [{ findingId: 'dyspnoea', presence: 'present' as const }] };
      const corrections = nextOf(first, 'change').corrections;
      const { understood } = understandCase(input, [], VOCABULARY, corrections);
      await cases.addNext({ ...nextOf(first, 'change'), input, understood });
      for (let count = 1; count > 0;) {
        count = await cases.forgetNarratives(new Date('2026-03-01T00:00:00.000Z'));
      }
      const kept = await cases.find(TENANT, first.caseId, 2);
      expect(kept).toMatchObject({ corrections, changeId: 'change' });
      if (kept === undefined) throw new Error('the case is gone');
      expect(understandCase(kept.input, kept.masked, VOCABULARY, kept.corrections).facts.observed).toEqual(
        [],
      );
    });

    it('keeps which stage gave what, without its title', async () => {
      const stages = [
        { name: 'ward round', findingIds: ['dyspnoea'] },
        { name: 'night shift', findingIds: [] },
      ];
      const staged = caseVersions.build({ understood: { ...understandings.build(), stages } });
      await cases.add(staged);
      for (let count = 1; count > 0;) {
        count = await cases.forgetNarratives(new Date('2026-03-01T00:00:00.000Z'));
      }
      const kept = await cases.find(TENANT, staged.caseId);
      expect(JSON.stringify(kept)).not.toMatch(/ward|shift/);
      if (kept === undefined) throw new Error('the case is gone');
      expect(understandCase(kept.input, kept.masked, VOCABULARY).facts.stages).toEqual([['dyspnoea'], []]);
    });
  });
};
