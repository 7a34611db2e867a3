import { outcomeRows } from './outcome-rows';

const disease = (diseaseId: string, probability: number) => ({ diseaseId, name: diseaseId, probability });
const list = [
  disease('a', 0.5),
  disease('b', 0.2),
  disease('c', 0.1),
  disease('d', 0.05),
  disease('e', 0.02),
];
const outcomes = [
  {
    outcome: 'seen',
    name: 'Seen',
    probability: 0.4,
    topAfter: [disease('a', 0.9), disease('b', 0.04), disease('d', 0.02)],
    otherAfter: 0.01,
  },
  {
    outcome: 'not',
    name: 'Not',
    probability: 0.6,
    topAfter: [disease('e', 0.4), disease('b', 0.3), disease('c', 0.1)],
    otherAfter: 0.15,
  },
];

describe('outcomeRows', () => {
  const [seen = [], not = []] = outcomeRows(outcomes, list, 0.13);

  it('shows the leaders, the strongest riser and Other, in the same order in every panel', () => {
    expect(seen.map(({ diseaseId }) => diseaseId)).toEqual(['a', 'b', 'c', 'e', null]);
    expect(not.map(({ diseaseId }) => diseaseId)).toEqual(['a', 'b', 'c', 'e', null]);
  });

  it('keeps what the list says now beside what the result would make of it', () => {
    expect(seen[0]).toEqual({
      diseaseId: 'a',
      name: 'a',
      now: 0.5,
      after: { probability: 0.9, exact: true },
    });
    expect(not.at(-1)).toEqual({
      diseaseId: null,
      name: '',
      now: 0.13,
      after: { probability: 0.15, exact: true },
    });
  });

  it('gives only a bound for a disease that is not among the first three after the result', () => {
    expect(seen[2]?.after).toEqual({ probability: 0.02, exact: false });
    expect(not[0]?.after).toEqual({ probability: 0.1, exact: false });
  });
});
