import { problemAt } from '../../load/located';
import { type Disease, type DiseaseLink } from '../../schema/disease';
import { type CheckContext, type Rule } from '../check-context';
import { logLikelihoodRatio, outcomesOf } from '../probabilities';

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
export function separatingFindings(context: CheckContext, a: Disease, b: Disease): string[] {
  const linked = new Set([...a.links, ...b.links].map((link) => link.finding));
  return [...linked]
    .filter((findingId) => {
      const finding = context.findings.get(findingId)?.value;
      if (!finding) return false;
      const linkOfA = linkFor(context, a, findingId);
      const linkOfB = linkFor(context, b, findingId);
      return outcomesOf(finding).some((outcome) => {
        const [ofA, ofB] = [linkOfA(outcome), linkOfB(outcome)].map((link) => {
          const linkedFinding = link && context.findings.get(link.finding)?.value;
          return linkedFinding ? logLikelihoodRatio(link, linkedFinding, outcome) : 0;
        });
        return Math.abs((ofA ?? 0) - (ofB ?? 0)) >= SEPARATES;
      });
    })
    .sort();
}

/** The link that speaks for a finding: the disease's own, or, if the finding is present, its nearest linked ancestor's. */
function linkFor(context: CheckContext, disease: Disease, findingId: string) {
  const own = (id: string): DiseaseLink | undefined => disease.links.find((link) => link.finding === id);
  return (outcome: string): DiseaseLink | undefined => {
    const direct = own(findingId);
    if (direct || outcome !== 'present') return direct;
    const ancestor = context.ancestorsOf(findingId).find((id) => own(id));
    return ancestor === undefined ? undefined : own(ancestor);
  };
}
