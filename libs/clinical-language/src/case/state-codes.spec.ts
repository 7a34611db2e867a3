import { type CaseInput } from '@openrounds/contracts';
import { compiledOnce } from '@openrounds/testing';
import { VOCABULARY } from '../../test/vocabulary.fixture';
import { clinicalIssuesOf } from './clinical-issues';
import { toEngineCase } from '../read-case';

const temperature = VOCABULARY.findings.find(({ id }) => id === 'body-temperature');
const [state] = (temperature?.states ?? []).filter((each) => each !== 'normal');
const vocabulary = compiledOnce({
  ...VOCABULARY,
  findings: VOCABULARY.findings.map((finding) =>
    finding === temperature
      ? { ...finding, stateCodes: { [state ?? '']: { hpo: 'HP:0001945', icd10: ['R50.9'] } } }
      : finding,
  ),
});

type Coded = NonNullable<CaseInput['findings']>[number];
const caseOf = (...findings: Coded[]): CaseInput => ({
  patient: { age: { value: 40, unit: 'a' }, sex: 'female' },
  findings,
});
const observed = (...findings: Coded[]) => toEngineCase(caseOf(...findings), vocabulary).observed;
const issues = (...findings: Coded[]) =>
  clinicalIssuesOf(caseOf(...findings), vocabulary).map(({ pointer, code }) => `${pointer} ${code}`);

describe('a code that names a state', () => {
  const fever: Coded = { system: 'HPO', code: 'HP:0001945', presence: 'present' };

  it.each([
    [fever, state],
    [{ ...fever, system: 'ICD-10', code: 'r50.9' } as const, state],
    [{ ...fever, presence: 'absent' } as const, 'normal'],
  ])('puts the finding in it, or denied in the normal one: %j', (given, expected) => {
    expect(issues(given)).toEqual([]);
    expect(observed({ ...given, certainty: 0.8 })).toEqual([
      { findingId: 'body-temperature', state: expected, certainty: 0.8 },
    ]);
  });

  it('contradicts another state of the finding', () => {
    const measured: Coded = { findingId: 'body-temperature', value: { code: 'normal' } };
    expect(issues(fever, measured)).toEqual(['/findings/1 contradiction-state']);
  });

  it('says nothing unless it says whether it is there', () => {
    expect(issues({ system: 'HPO', code: 'HP:0001945', presence: 'unknown' })).toEqual([
      '/findings/0/presence presence-not-allowed',
    ]);
    expect(issues({ system: 'HPO', code: 'HP:0001945' })).toEqual(['/findings/0/value value-missing']);
  });
});
