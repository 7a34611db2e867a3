import { type CaseOutcome } from '../model/case-outcome';
import { groupReports } from './groups';
import { groupsMarkdown } from './groups-markdown';

const caseOf = (sex: string, rank: number | null, dangerous = false) => {
  const outcome: CaseOutcome = {
    id: `${sex} ${String(rank)}`,
    labels: ['flu'],
    ranked: true,
    goldDiseases: ['flu'],
    broadlyCovered: true,
    rank,
    broaderRank: rank,
    stated: [],
    leader: null,
    other: 0.1,
    listed: [],
    mustNotMiss: { wanted: dangerous, found: dangerous && rank === 1, flagged: false, length: 1 },
  };
  return { outcome, attributes: { sex, age: 'child', language: 'en', setting: 'unknown' } };
};

const CASES = [caseOf('female', 1, true), caseOf('female', 4), caseOf('male', 2), caseOf('male', null)];

describe('groupReports', () => {
  const [sex, age] = groupReports(CASES, ['sex', 'age']);

  it('measures each group, and holds it against the others', () => {
    expect(sex?.groups).toMatchObject([
      {
        value: 'female',
        cases: 2,
        diagnoses: 1,
        top1: { value: 0.5 },
        top3: { value: 0.5 },
        top5: { value: 1 },
        top3AgainstOthers: { value: 0 },
        mustNotMissCases: 1,
        mustNotMissRecall: { value: 1 },
      },
      { value: 'male', cases: 2, top1: { value: 0 }, top3: { value: 0.5 }, mustNotMissCases: 0 },
    ]);
    expect(sex?.groups[1]?.mustNotMissRecall.value).toBeNull();
  });

  it('has nothing to hold a single group against', () => {
    expect(age?.groups).toMatchObject([{ value: 'child', cases: 4, top3AgainstOthers: { value: null } }]);
  });

  it('is written as a table for each attribute', () => {
    const text = groupsMarkdown(sex && age ? [sex, age] : []);
    expect(text).toMatch(/\| female \| 2 \| 1 \| 50\.0 % \(9\.5 to 90\.5\) \|/);
    expect(text).toMatch(/\| child \| 4 \| 1 \| .* \| – \|/);
  });
});
