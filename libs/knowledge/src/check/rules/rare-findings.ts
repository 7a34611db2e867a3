import { problemAt } from '../../load/located';
import { type Problem } from '../../load/problem';
import { placeOfLink } from '../../schema/disease';
import { type Rule } from '../check-context';
import { LOWEST_PROBABILITY } from '../probabilities';

/** A share below the engine's lowest changes no list; to claim one takes a reason, and most such claims are slips. */
export const rareFindings: Rule = {
  id: 'rare-findings',
  kind: 'coherence',
  check: (context) =>
    context.folder.diseases.flatMap((disease) =>
      disease.value.links.flatMap((link, index): Problem[] => {
        const { finding, theta, reason } = link;
        if (typeof theta !== 'number' || theta >= LOWEST_PROBABILITY || reason !== undefined) return [];
        const message = `theta ${theta} of "${finding}" is below ${LOWEST_PROBABILITY} ("never") and gives no reason`;
        return [problemAt(disease, 'rare-findings', 'error', message, placeOfLink(disease.value, index))];
      }),
    ),
};
