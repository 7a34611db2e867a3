import golden from '../../test/golden/engine-golden.json';
import { compareGolden } from './compare-golden';

type Golden = typeof golden;
type GoldenCase = Golden['cases'][number];

/** The golden file with one case changed. */
function withCase(id: string, change: (one: GoldenCase) => object): object {
  return { ...golden, cases: golden.cases.map((one) => (one.id === id ? { ...one, ...change(one) } : one)) };
}

describe('the golden cases', () => {
  it('are computed to 1e-9, in the order expected', () => {
    const report = compareGolden(golden);
    expect(report.problems).toEqual([]);
    expect(report.largestDifference).toBeLessThan(1e-9);
    expect(golden.cases).toHaveLength(35);
  });
});

describe('compareGolden', () => {
  const expectedOf = (one: GoldenCase): NonNullable<GoldenCase['expected']> => one.expected;

  it('reports a number that is off, with its place and the difference', () => {
    const other = (one: GoldenCase): number => expectedOf(one).other ?? NaN;
    const report = compareGolden(
      withCase('pe-classic', (one) => ({ expected: { ...one.expected, other: other(one) + 0.5 } })),
    );
    expect(report.problems).toHaveLength(1);
    expect(report.problems[0]).toMatch(/^pe-classic\.other: expected/);
    expect(report.largestDifference).toBeCloseTo(0.5, 9);
  });

  it('reports an order that differs in one line of its own', () => {
    const report = compareGolden(
      withCase('pe-classic', (one) => ({
        expected: { ...one.expected, differential: [...(expectedOf(one).differential ?? [])].reverse() },
      })),
    );
    expect(report.problems[0]).toMatch(/^pe-classic: order expected/);
  });

  it('reports a case that should have been rejected, or rejected otherwise', () => {
    const missing = withCase('pe-classic', () => ({
      expected: { error: { code: 'domain', findings: ['x'] } },
    }));
    expect(compareGolden(missing).problems).toContain(
      'pe-classic.error: expected {"code":"domain","findings":["x"]}, computed nothing',
    );
    const otherwise = withCase('contradiction-at-depth', () => ({ expected: { error: { code: 'domain' } } }));
    expect(compareGolden(otherwise).problems[0]).toMatch(
      /^contradiction-at-depth\.error\.code: expected "domain"/,
    );
  });

  it('reports a finding that should not be offered, and one that should', () => {
    const next = (one: GoldenCase): object => one.expectedNext ?? {};
    const closed = withCase('next-null-and-not-null', (one) => ({
      expectedNext: { ...next(one), csf: null },
    }));
    expect(compareGolden(closed).problems[0]).toMatch(/next\.csf: expected null, computed/);
    const open = withCase('next-null-and-not-null', (one) => ({
      expectedNext: { ...next(one), vomiting: { informationGain: 0, outcomes: {} } },
    }));
    expect(compareGolden(open).problems[0]).toMatch(/next\.vomiting: expected .*, computed null$/);
  });

  it.each([
    [null],
    [{}],
    [{ parameters: {}, knowledge: { findings: {}, diseases: { d: null } }, cases: [] }],
  ])('reports what is no golden file: %j', (file) => {
    expect(compareGolden(file).problems).toEqual(['the file does not have the format of a golden file']);
  });

  it('reports knowledge and parameters that cannot be scored', () => {
    const knowledge = { findings: {}, diseases: { d: { prior: 0, links: {} } } };
    expect(compareGolden({ ...golden, knowledge }).problems).toEqual([
      'knowledge: d: prior-not-positive (0)',
    ]);
    const parameters = { ...golden.parameters, T: 0 };
    expect(compareGolden({ ...golden, parameters }).problems).toHaveLength(golden.cases.length);
  });
});
