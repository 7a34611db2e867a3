import { type Located, problemAt } from '../../load/located';
import { type Problem } from '../../load/problem';
import { type Disease, type DiseaseLink } from '../../schema/disease';
import { type CheckContext, type Rule } from '../check-context';
import { baselineOf, SETTINGS } from '../probabilities';

interface Pair {
  readonly pos?: number | undefined;
  readonly neg?: number | undefined;
}

/** A product of a likelihood ratio and a baseline above this is cut off by the engine. */
const CUT_OFF = 0.995;

/** Likelihood ratios describe a test that can exist, and stand where they may be used as evidence. */
export const likelihoodRatios: Rule = {
  id: 'likelihood-ratios',
  kind: 'coherence',
  check: (context) =>
    context.folder.diseases.flatMap((disease) =>
      disease.value.links.flatMap((link, index) => [
        ...impossible(disease, { pos: link.lrPos, neg: link.lrNeg }, index),
        ...impossible(disease, link.publishedLr ?? {}, index),
        ...misplaced(context, disease, link, index),
      ]),
    ),
};

/**
 * Sensitivity and specificity follow from a pair: sens = lr₊(1 − lr₋)/(lr₊ − lr₋). A pair on one side of 1, or one
 * whose sensitivity is not between 0 and 1, belongs to no test.
 */
function impossible(disease: Located<Disease>, { pos, neg }: Pair, index: number): Problem[] {
  if (pos === undefined || neg === undefined) return [];
  if ((pos - 1) * (neg - 1) > 0 || pos === neg) {
    return [problem(disease, 'error', `the likelihood ratios ${pos} and ${neg} lie on one side of 1`, index)];
  }
  const sensitivity = (pos * (1 - neg)) / (pos - neg);
  if (sensitivity > 0 && sensitivity < 1) return [];
  return [
    problem(
      disease,
      'error',
      `likelihood ratios ${pos} and ${neg} give a sensitivity of ${sensitivity}`,
      index,
    ),
  ];
}

function misplaced(
  context: CheckContext,
  disease: Located<Disease>,
  link: DiseaseLink,
  index: number,
): Problem[] {
  if (link.lrPos === undefined && link.lrNeg === undefined) return [];
  const finding = context.findings.get(link.finding)?.value;
  if (finding?.domain === 'categorical') {
    return [
      problem(disease, 'error', `"${link.finding}" is categorical and takes no likelihood ratio`, index),
    ];
  }
  const estimate =
    link.source === 'estimate'
      ? [problem(disease, 'warning', 'an estimate is entered as theta, not as a likelihood ratio', index)]
      : [];
  const cutOff = SETTINGS.filter((setting) => {
    const b = finding ? baselineOf(finding, 'present', setting) : undefined;
    if (b === undefined) return false;
    return (link.lrPos ?? 0) * b > CUT_OFF || (link.lrNeg ?? 0) * (1 - b) > CUT_OFF;
  });
  return [
    ...estimate,
    ...cutOff.map((setting) =>
      problem(disease, 'warning', `likelihood ratio times baseline exceeds ${CUT_OFF} in ${setting}`, index),
    ),
  ];
}

function problem(
  disease: Located<Disease>,
  severity: 'error' | 'warning',
  message: string,
  index: number,
): Problem {
  return problemAt(disease, 'likelihood-ratios', severity, message, ['links', index]);
}
