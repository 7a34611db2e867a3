import { type Located, problemAt } from '../../load/located';
import { type Problem } from '../../load/problem';
import { type Disease, type DiseaseLink, placeOfLink } from '../../schema/disease';
import { type CheckContext, type Rule } from '../check-context';
import { baselineOf, SETTINGS } from '../probabilities';

interface Pair {
  readonly pos?: number | undefined;
  readonly neg?: number | undefined;
}

/** A product of a likelihood ratio and a baseline above this is cut off by the engine. */
const CUT_OFF = 0.995;

/** How far a sensitivity may be from what its published pair gives, which is printed with one or two digits. */
const ROUNDING = 0.05;

/** Likelihood ratios describe a test that can exist, and stand where they may be used as evidence. */
export const likelihoodRatios: Rule = {
  id: 'likelihood-ratios',
  kind: 'coherence',
  check: (context) =>
    context.folder.diseases.flatMap((disease) =>
      disease.value.links.flatMap((link, index) => [
        ...impossible(disease, { pos: link.lrPos, neg: link.lrNeg }, index),
        ...impossible(disease, link.publishedLr ?? {}, index),
        ...apart(disease, link, index),
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
  const sensitivity = sensitivityOf(pos, neg);
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

/** The sensitivity that lr₊ = sens/(1 − spec) and lr₋ = (1 − sens)/spec imply together. */
function sensitivityOf(pos: number, neg: number): number {
  return (pos * (1 - neg)) / (pos - neg);
}

/** θ beside a published pair is the sensitivity of that pair; another number would be shown with a source not its own. */
function apart(disease: Located<Disease>, { theta, publishedLr }: DiseaseLink, index: number): Problem[] {
  const { pos, neg } = publishedLr ?? {};
  if (typeof theta !== 'number' || pos === undefined || neg === undefined || pos === neg) return [];
  const sensitivity = sensitivityOf(pos, neg);
  if (Math.abs(theta - sensitivity) <= ROUNDING) return [];
  const message = `theta ${theta} is not the sensitivity of the published ratios, ${sensitivity.toFixed(2)}`;
  return [problem(disease, 'warning', message, index)];
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
  return problemAt(disease, 'likelihood-ratios', severity, message, placeOfLink(disease.value, index));
}
