import { problemAt } from '../../load/located';
import { type Problem } from '../../load/problem';
import { type Disease, type DiseaseLink, placeOfLink } from '../../schema/disease';
import { type Finding } from '../../schema/finding';
import { type CheckContext, type Rule } from '../check-context';
import { presenceRatio, raisingSetting, SETTINGS } from '../probabilities';

/** Results, not complaints, make a disease certain. */
const RESULTS: ReadonlySet<Finding['kind']> = new Set(['imaging', 'lab', 'bedside-test']);
/** A hallmark is found in at least this share of its own disease … */
const HALLMARK_THETA = 0.5;
/** … and is in both settings at least so many times as common there as with something else. */
const HALLMARK_RATIO = 50;
/** Below this share, and below a tenth of what its own disease has, it is no feature of another one. */
const COINCIDENCE = 0.05;
const SHARE_OF_OWNER = 0.1;

/**
 * A result that makes another disease certain does not raise this one because it may be there as well, by coincidence: a
 * scaphoid fracture on the film says nothing for a sprain. Exempt are a disease and what it is a complication of, and
 * a link that says in its `reason` why the result belongs to this disease too.
 */
export const foreignHallmarks: Rule = {
  id: 'foreign-hallmarks',
  kind: 'coherence',
  check: (context) => {
    const owners = ownersByResult(context);
    return context.folder.diseases.flatMap((disease) =>
      disease.value.links.flatMap((link, index): Problem[] => {
        const owner = foreignOwner(context, owners.get(link.finding) ?? [], disease.value, link);
        if (!owner) return [];
        const message = `"${link.finding}" makes "${owner.disease.id}" certain and must not raise this one: lower it, or give a reason`;
        return [problemAt(disease, 'foreign-hallmarks', 'error', message, placeOfLink(disease.value, index))];
      }),
    );
  },
};

interface Owner {
  readonly disease: Disease;
  readonly theta: number;
}

function ownersByResult({ folder, vocabulary }: CheckContext): Map<string, Owner[]> {
  const owners = new Map<string, Owner[]>();
  for (const { value: disease } of folder.diseases) {
    for (const link of disease.links) {
      const { theta } = link;
      const finding = vocabulary.get(link.finding);
      if (!finding || !RESULTS.has(finding.kind) || typeof theta !== 'number') continue;
      if (theta < HALLMARK_THETA) continue;
      if (SETTINGS.some((setting) => (presenceRatio(link, finding, setting) ?? 0) < HALLMARK_RATIO)) continue;
      owners.set(finding.id, [...(owners.get(finding.id) ?? []), { disease, theta }]);
    }
  }
  return owners;
}

/** The disease of which the link's finding is the hallmark, where it has no business to raise this one. */
function foreignOwner(
  { vocabulary }: CheckContext,
  owners: readonly Owner[],
  disease: Disease,
  link: DiseaseLink,
): Owner | undefined {
  const finding = vocabulary.get(link.finding);
  const [first] = owners;
  if (!finding || !first || link.reason !== undefined || typeof link.theta !== 'number') return undefined;
  if (owners.some((owner) => owner.disease.id === disease.id || areOfOneIllness(owner.disease, disease))) {
    return undefined;
  }
  const raised = raisingSetting(link, finding) !== undefined;
  const owner = owners.reduce((most, one) => (one.theta > most.theta ? one : most), first);
  return raised && link.theta < COINCIDENCE && link.theta <= SHARE_OF_OWNER * owner.theta ? owner : undefined;
}

function areOfOneIllness(a: Disease, b: Disease): boolean {
  return a.complicationOf.includes(b.id) || b.complicationOf.includes(a.id);
}
