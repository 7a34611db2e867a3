import { type CaseMix } from '@openrounds/ddx-engine';
import { ACCURACY_FIGURES, type EvaluationReport } from './evaluation-report';
import { number, share } from './figures';
import { markdownTable } from './markdown-table';

const PLACE_NAMES = { top1: 'top 1', top3: 'top 3', top5: 'top 5', top10: 'top 10', mrr: 'MRR' } as const;

/** What the figures are of, for the head of the report. */
export interface ReportHead {
  readonly title: string;
  /** The priors that the lists were made with: figures of one case mix say nothing of another. */
  readonly caseMix: CaseMix;
}

const CASE_MIX: Readonly<Record<CaseMix, string>> = {
  teaching:
    'Case mix `teaching`: priors tempered by α, because teaching cases are not patients as they come.',
  consecutive: 'Case mix `consecutive`: priors at full weight, as for patients as they come.',
};

/** The figures as Markdown tables, for people. */
export function reportMarkdown(report: EvaluationReport, { title, caseMix }: ReportHead): string {
  return [
    `# ${title}`,
    '',
    CASE_MIX[caseMix],
    '',
    'Ranges are 95 % bootstrap intervals that draw whole diagnoses. Covered: the gold standard is a disease of the',
    'knowledge base. Lenient: over all cases, a broader diagnosis accepted too.',
    '',
    ...coverageLines(report),
    '',
    ...accuracyTable(report),
    '',
    ...calibrationTable(report),
    '',
    '![Reliability of the disease listed first](reliability.svg)',
    '',
  ].join('\n');
}

function coverageLines({ cases, notRanked, diagnoses, covered, broadlyCovered }: EvaluationReport): string[] {
  const percent = (count: number): string =>
    cases === 0 ? '–' : `${String(count)} (${((100 * count) / cases).toFixed(1)} %)`;
  return markdownTable(
    ['cases', 'diagnoses', 'not ranked', 'covered', 'covered or broader'],
    [[String(cases), String(diagnoses), String(notRanked), percent(covered), percent(broadlyCovered)]],
  );
}

function accuracyTable({ overAll, overCovered, lenient }: EvaluationReport): string[] {
  return markdownTable(
    ['right diagnosis', 'all cases', 'covered cases', 'lenient'],
    ACCURACY_FIGURES.map((name) => {
      const shown = name === 'mrr' ? number : share;
      return [PLACE_NAMES[name], shown(overAll[name]), shown(overCovered[name]), shown(lenient[name])];
    }),
  );
}

function calibrationTable({ mustNotMiss, calibration }: EvaluationReport): string[] {
  const { low, high } = calibration.perfectBand;
  return markdownTable(
    ['figure', 'value'],
    [
      [`must-not-miss recall (${String(mustNotMiss.cases)} cases)`, share(mustNotMiss.recall)],
      ['… raised by a red flag of its own', share(mustNotMiss.flagShare)],
      [
        'must-not-miss list, median and longest',
        `${String(mustNotMiss.medianLength ?? '–')}, ${String(mustNotMiss.maximumLength ?? '–')}`,
      ],
      ['Brier score, all cases (0 best, 2 worst)', number(calibration.brier)],
      ['Brier score, covered cases', number(calibration.brierCovered)],
      ['expected calibration error of the first', number(calibration.expectedError)],
      [
        'the same if calibration were perfect',
        low === null || high === null ? '–' : `${low.toFixed(3)} to ${high.toFixed(3)}`,
      ],
      ['recalibration slope (1 is ideal)', number(calibration.slope)],
      ['recalibration intercept (0 is ideal)', number(calibration.intercept)],
      ['AUROC of Other for "not in the knowledge base"', number(calibration.otherAuroc)],
    ],
  );
}
