import { type CaseOutcome } from '../model/case-outcome';
import { evaluate } from './evaluation-report';
import { reportMarkdown } from './markdown';
import { missesTable } from './misses';
import { reliabilityDiagram } from './reliability-diagram';

function outcome(id: string, given: Partial<CaseOutcome>): CaseOutcome {
  return {
    id,
    labels: [id],
    ranked: true,
    goldDiseases: ['flu'],
    broadlyCovered: true,
    rank: 1,
    broaderRank: 1,
    stated: [
      { probability: 0.8, correct: true },
      { probability: 0.2, correct: false },
    ],
    leader: { diseaseId: 'flu', probability: 0.8, correct: true },
    other: 0.2,
    listed: ['flu'],
    mustNotMiss: { wanted: false, found: false, flagged: false, length: 2 },
    ...given,
  };
}

const OUTCOMES = [
  outcome('first', {}),
  outcome('second', {
    rank: 2,
    broaderRank: 1,
    leader: { diseaseId: 'cold', probability: 0.6, correct: false },
    stated: [
      { probability: 0.6, correct: false },
      { probability: 0.3, correct: true },
      { probability: 0.1, correct: false },
    ],
    other: 0.1,
    listed: ['cold', 'flu'],
    mustNotMiss: { wanted: true, found: true, flagged: true, length: 5 },
  }),
  outcome('unknown', {
    goldDiseases: [],
    broadlyCovered: false,
    rank: null,
    broaderRank: null,
    leader: { diseaseId: 'cold', probability: 0.6, correct: false },
    stated: [
      { probability: 0.6, correct: false },
      { probability: 0.4, correct: true },
    ],
    other: 0.4,
    mustNotMiss: { wanted: false, found: false, flagged: false, length: 3 },
  }),
  outcome('broken', {
    ranked: false,
    rank: null,
    broaderRank: null,
    stated: [],
    leader: null,
    other: null,
    listed: [],
    mustNotMiss: { wanted: true, found: false, flagged: false, length: 0 },
  }),
];

describe('evaluate', () => {
  const report = evaluate(OUTCOMES, { draws: 200 });

  it('counts', () => {
    expect(report).toMatchObject({ cases: 4, notRanked: 1, diagnoses: 4, covered: 3, broadlyCovered: 3 });
  });

  it('measures places over all, over the covered and leniently', () => {
    expect(report.overAll.top1.value).toBe(1 / 4);
    expect(report.overAll.top3.value).toBe(2 / 4);
    expect(report.overAll.mrr.value).toBe((1 + 1 / 2) / 4);
    expect(report.overCovered.top1.value).toBe(1 / 3);
    expect(report.overCovered.mrr.value).toBe((1 + 1 / 2) / 3);
    expect(report.lenient.top1.value).toBe(2 / 4);
  });

  it('measures the must-not-miss list over what it should hold', () => {
    expect(report.mustNotMiss).toMatchObject({ cases: 2, medianLength: 3, maximumLength: 5 });
    expect(report.mustNotMiss.recall.value).toBe(1 / 2);
    expect(report.mustNotMiss.flagShare.value).toBe(1 / 2);
  });

  it('measures calibration over what was ranked', () => {
    // 0.2² + 0.2²; 0.7² + 0.6² + 0.1²; 0.6² + 0.6²
    expect(report.calibration.brier.value).toBeCloseTo((0.08 + 0.86 + 0.72) / 3, 12);
    expect(report.calibration.brierCovered.value).toBeCloseTo((0.08 + 0.86) / 2, 12);
    // Bin 0.8: |0.8 − 1| once; bin 0.6: |0.6 − 0| twice
    expect(report.calibration.expectedError.value).toBeCloseTo((0.2 + 2 * 0.6) / 3, 12);
    // 0.4 above both 0.2 and 0.1
    expect(report.calibration.otherAuroc.value).toBe(1);
  });

  it('keeps every range around its figure and gives the same twice', () => {
    const { low, value, high } = report.overAll.mrr;
    expect(low).toBeLessThanOrEqual(value ?? NaN);
    expect(high).toBeGreaterThanOrEqual(value ?? NaN);
    expect(evaluate(OUTCOMES, { draws: 200 })).toEqual(report);
  });

  it('survives a file without a covered case', () => {
    const { overCovered, calibration } = evaluate(OUTCOMES.slice(2, 3), { draws: 20 });
    expect([overCovered.top1.value, calibration.otherAuroc.value]).toEqual([null, null]);
  });
});

describe('reports', () => {
  it('writes the figures as tables', () => {
    const text = reportMarkdown(evaluate(OUTCOMES, { draws: 50 }), {
      title: 'A file',
      caseMix: 'consecutive',
    });
    expect(text).toMatch(/^# A file\n\nCase mix `consecutive`:/);
    expect(text).toContain('| 4 | 4 | 1 | 3 (75.0 %) | 3 (75.0 %) |');
    expect(text).toMatch(/\| top 1 \| 25\.0 % \(\S+ to \S+\) \| 33\.3 % .* \| 50\.0 % .* \|/);
  });

  it('lists misses, the covered and worst first, a line each', () => {
    const rows = missesTable(OUTCOMES).trimEnd().split('\n').slice(1);
    expect(rows.map((row) => row.split('\t').slice(0, 5))).toEqual([
      ['broken', 'broken', 'yes', 'flu', 'not ranked'],
      ['second', 'second', 'yes', 'flu', '2'],
      ['unknown', 'unknown', 'no', '', 'not listed'],
    ]);
  });

  it('draws a bar and its count for each bin that holds something', () => {
    const svg = reliabilityDiagram(evaluate(OUTCOMES, { draws: 10 }).calibration.bins, 'a < b');
    expect(svg).toMatch(/^<svg [\s\S]*<\/svg>\n$/);
    expect(svg.match(/<circle /g)).toHaveLength(2);
    expect(svg).toContain('<title>a &lt; b</title>');
    expect(svg).not.toContain('NaN');
  });
});
