import { CaseInput } from '@openrounds/contracts';
import { vocabularyOf } from '@openrounds/knowledge';
import { newId } from '@openrounds/platform';
import { compiledOnce, tinyBundle } from '@openrounds/testing';
import { MemoryCases } from '../../test/doubles/memory-cases';
import { caseVersions, nextOf, TENANT } from '../../test/fixtures/cases';
import { type CaseVersion } from '../ports/case-store';
import { FindCase } from './find-case';
import { ListCases } from './list-cases';
import { PreviewIntake } from './preview-intake';
import { understandCase } from './understand-case';

const vocabulary = compiledOnce(vocabularyOf(tinyBundle()));

describe('FindCase', () => {
  it('finds the version asked for, or the newest, and names a case that is not there', async () => {
    const cases = new MemoryCases();
    const first = caseVersions.build();
    await cases.add(first);
    await cases.addNext(nextOf(first, 'change'));
    const find = new FindCase(cases);
    expect(await find.execute(TENANT, first.caseId, 1)).toEqual(first);
    expect(await find.execute(TENANT, first.caseId)).toMatchObject({ version: 2 });
    await expect(find.execute('other', first.caseId)).rejects.toMatchObject({ code: 'not-found' });
    await expect(find.execute(TENANT, newId())).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('ListCases', () => {
  it('says whether there are more than it shows', async () => {
    const cases = new MemoryCases();
    const [older, newer] = caseVersions.buildList(2);
    for (const each of [older, newer]) if (each !== undefined) await cases.add(each);
    const list = new ListCases(cases);
    const listed = (version: CaseVersion | undefined) => ({ caseId: version?.caseId, newest: version });
    expect(await list.execute(TENANT, 1)).toEqual({ items: [listed(newer)], more: true });
    expect(await list.execute(TENANT, 1, newer?.caseId)).toEqual({ items: [listed(older)], more: false });
  });
});

describe('PreviewIntake', () => {
  const preview = new PreviewIntake({ of: () => Promise.resolve(vocabulary) });

  it.each([
    'She has dyspnoea and haemoptysis, no headache.',
    'Dyspnoea since Monday. No dyspnoea at rest. Headache, denies headache.',
    'A 58-year-old woman. Dyspnoea. C reactive protein 50 mg/L.',
  ])('understands a text as a run would: %s', async (narrative) => {
    const run = understandCase(CaseInput.parse({ narrative }), [], vocabulary).understood;
    const warnings = run.warnings.filter(({ code }) => code !== 'setting-not-given');
    const shown = await preview.execute({ knowledge: 'hash', narrative, patient: undefined });
    expect(shown).toEqual({ ...run, warnings });
    expect(shown.findings).not.toHaveLength(0);
  });

  it('goes by what is said of the patient beside the text', async () => {
    const patient = { age: { value: 70, unit: 'a' as const }, sex: 'male' as const };
    const understood = await preview.execute({ knowledge: 'hash', narrative: 'Dyspnoea.', patient });
    expect(understood.patient).toMatchObject({ age: patient.age, sex: 'male' });
  });
});
