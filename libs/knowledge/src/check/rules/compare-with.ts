import { problemAt } from '../../load/located';
import { type Disease } from '../../schema/disease';
import { type CheckContext, type Rule } from '../check-context';
import { logLikelihoodRatio, outcomesOf } from '../probabilities';
import { linksByFinding, speakingLink } from '../speaking-link';

/** A finding separates two diseases if some outcome of it is at least twice as likely under one of them. */
const SEPARATES = Math.LN2;
const FINDINGS_NEEDED = 2;

/** Diseases that a teacher compares can be told apart by at least two findings. */
export const compareWith: Rule = {
  id: 'compare-with',
  kind: 'coherence',
  check: (context) =>
    context.folder.diseases.flatMap((disease) =>
      disease.value.teaching.compareWith.flatMap((id, index) => {
        const path = ['teaching', 'compareWith', index];
        if (id === disease.id) {
          return [problemAt(disease, 'compare-with', 'error', 'a disease is not compared with itself', path)];
        }
        const other = context.diseases.get(id);
        if (!other) return [];
        const apart = separatingFindings(context, disease.value, other.value);
        if (apart.length >= FINDINGS_NEEDED) return [];
        const found = apart.length === 0 ? 'no finding' : `only ${apart.join(', ')}`;
        const message = `${found} tells it from "${id}"; two findings at least twice as likely in one are needed`;
        return [problemAt(disease, 'compare-with', 'error', message, path)];
      }),
    ),
};

/** Ids of the findings by which two diseases differ clearly, sorted. */
function separatingFindings(context: CheckContext, a: Disease, b: Disease): string[] {
  const both = [linksByFinding(a), linksByFinding(b)];
  const linked = new Set(both.flatMap((links) => [...links.keys()]));
  return [...linked]
    .filter((findingId) => {
      const finding = context.findings.get(findingId)?.value;
      if (!finding) return false;
      return outcomesOf(finding).some((outcome) => {
        const [ofA, ofB] = both.map((links) => {
          const link = speakingLink(context, links, findingId, outcome);
          const linkedFinding = link && context.findings.get(link.finding)?.value;
          return linkedFinding ? logLikelihoodRatio(link, linkedFinding, outcome) : 0;
        });
        return Math.abs((ofA ?? 0) - (ofB ?? 0)) >= SEPARATES;
      });
    })
    .sort();
}
