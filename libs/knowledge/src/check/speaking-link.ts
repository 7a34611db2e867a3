import { type Disease, type DiseaseLink } from '../schema/disease';
import { type CheckContext } from './check-context';

/** A disease's links by the finding that they join to it. */
export type LinksByFinding = ReadonlyMap<string, DiseaseLink>;

/** Of two links of one finding the first one counts. */
export function linksByFinding(disease: Disease): LinksByFinding {
  return new Map([...disease.links].reverse().map((link) => [link.finding, link]));
}

/**
 * The link through which an observed finding speaks for or against a disease: the finding's own, or, if it is present,
 * its nearest linked ancestor's.
 */
export function speakingLink(
  { ancestorsOf }: CheckContext,
  links: LinksByFinding,
  findingId: string,
  outcome: string,
): DiseaseLink | undefined {
  const own = links.get(findingId);
  if (own || outcome !== 'present') return own;
  const ancestor = ancestorsOf(findingId).find((id) => links.has(id));
  return ancestor === undefined ? undefined : links.get(ancestor);
}
