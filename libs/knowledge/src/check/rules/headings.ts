import { type Located, problemAt } from '../../load/located';
import { type Problem } from '../../load/problem';
import { type Disease, type DiseaseLink, placeOfLink } from '../../schema/disease';
import { type CheckContext, type Rule } from '../check-context';
import { outcomesOf, raisingSetting, thetaOf } from '../probabilities';

/** A finding is commoner in a neighbour if it is at least so many times as common there. */
const COMMONER = 1.5;

/**
 * A link says what its heading says. A binary finding under `against` is in no setting likelier with the disease than
 * with something else; a categorical one always has a state that argues against, and which one is for the author to
 * say. What stands under `moreTypicalOf` is commoner in the neighbour that it names: binary, or in one of its states.
 */
export const headings: Rule = {
  id: 'headings',
  kind: 'coherence',
  check: (context) =>
    context.folder.diseases.flatMap((disease) =>
      disease.value.links.flatMap((link, index): Problem[] => {
        const message = objection(context, link);
        return message === undefined ? [] : [problem(disease, index, message)];
      }),
    ),
};

function objection(context: CheckContext, link: DiseaseLink): string | undefined {
  switch (link.heading) {
    case 'describes':
      return undefined;
    case 'against':
      return raises(context, link);
    case 'more-typical-of':
      return isCommonerIn(context, link, link.disease)
        ? undefined
        : `"${link.finding}" is not ${COMMONER} times as common in "${link.disease}"`;
  }
}

function raises({ vocabulary }: CheckContext, link: DiseaseLink): string | undefined {
  const finding = vocabulary.get(link.finding);
  const raised = finding && raisingSetting(link, finding);
  return (
    raised &&
    `"${link.finding}" argues for it (×${raised.ratio.toPrecision(2)} in ${raised.setting}), not against`
  );
}

/** A neighbour that is planned but not written cannot be compared yet. */
function isCommonerIn({ diseases, vocabulary }: CheckContext, link: DiseaseLink, neighbour: string): boolean {
  const there = diseases.get(neighbour)?.value;
  const finding = vocabulary.get(link.finding);
  if (!there || !finding) return true;
  const ofNeighbour = there.links.find((one) => one.finding === link.finding);
  if (!ofNeighbour) return false;
  const outcomes = finding.domain === 'binary' ? ['present'] : outcomesOf(finding);
  return outcomes.some((outcome) => {
    const [here, other] = [link, ofNeighbour].map((one) => thetaOf(one, outcome, 0) ?? one.lrPos);
    return here !== undefined && other !== undefined && other >= COMMONER * here;
  });
}

function problem(disease: Located<Disease>, index: number, message: string): Problem {
  return problemAt(disease, 'headings', 'error', message, placeOfLink(disease.value, index));
}
