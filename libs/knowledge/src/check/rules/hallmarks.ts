import { problemAt } from '../../load/located';
import { type Problem } from '../../load/problem';
import { AGE_BAND_NAMES, type AgeBand } from '../../schema/age-bands';
import { type Disease, type DiseaseLink } from '../../schema/disease';
import { type PresentingProblem } from '../../schema/presenting-problem';
import { type CheckContext, type Rule } from '../check-context';
import { logLikelihoodRatio, SETTINGS } from '../probabilities';
import { linksByFinding, type LinksByFinding, speakingLink } from '../speaking-link';

/** A hallmark is found in this share of the patients with the disease, or more, … */
const HALLMARK_THETA = 0.3;
/** … and is at least this many times likelier with it than with something else. */
const HALLMARK_RATIO = 20;
/** From this likelihood ratio on, the link of a general finding explains the special one. */
const EXPLAINS = 4;

/**
 * A disease says how often it shows the hallmark of its neighbours. Where it links only the general finding above, a
 * present hallmark counts as that ("target lesions" as "rash"), and what argues for another disease argues for this one:
 * reported where the hallmark alone makes it likelier than the disease whose hallmark it is.
 */
export const hallmarks: Rule = {
  id: 'hallmarks',
  kind: 'coherence',
  check: (context) => {
    const candidates = context.folder.diseases.map(({ value }) => candidate(context, value));
    const owners = ownersByHallmark(context, candidates);
    return context.folder.diseases.flatMap((located, index): Problem[] => {
      const other = candidates[index];
      if (!other) return [];
      return [...owners].flatMap(([findingId, ofHallmark]) => {
        const shadow = shadowOf(context, findingId, ofHallmark, other);
        return shadow ? [problemAt(located, 'hallmarks', 'warning', shadow, ['links'])] : [];
      });
    });
  },
};

/** A disease with what decides whether a teacher would weigh it against another one. */
interface Candidate {
  readonly disease: Disease;
  readonly links: LinksByFinding;
  readonly comparedWith: ReadonlySet<string>;
  readonly problems: ReadonlySet<string>;
}

interface Owner extends Candidate {
  /** P(hallmark | disease) / P(hallmark | something else). */
  readonly ratio: number;
}

function candidate({ folder }: CheckContext, disease: Disease): Candidate {
  const listed = (problem: PresentingProblem): boolean =>
    [problem.mustNotMiss, problem.common, problem.other].some((ids) => ids.includes(disease.id));
  return {
    disease,
    links: linksByFinding(disease),
    comparedWith: new Set(disease.teaching.compareWith),
    problems: new Set(folder.problems.flatMap(({ id, value }) => (listed(value) ? [id] : []))),
  };
}

/** The special findings (those with something above them) that are the hallmark of a disease, and of which ones. */
function ownersByHallmark(context: CheckContext, candidates: readonly Candidate[]): Map<string, Owner[]> {
  const owners = new Map<string, Owner[]>();
  for (const one of candidates) {
    for (const [findingId, link] of one.links) {
      if (typeof link.theta !== 'number' || link.theta < HALLMARK_THETA) continue;
      const ratio = ratioOf(context, link);
      if (ratio < HALLMARK_RATIO || context.ancestorsOf(findingId).length === 0) continue;
      const known = owners.get(findingId);
      const owner = { ...one, ratio };
      if (known) known.push(owner);
      else owners.set(findingId, [owner]);
    }
  }
  return owners;
}

/** What to say where a hallmark, taken for the finding above it, speaks for another disease more than for its own. */
function shadowOf(
  context: CheckContext,
  findingId: string,
  owners: readonly Owner[],
  other: Candidate,
): string | undefined {
  const general = speakingLink(context, other.links, findingId, 'present');
  if (!general || general.finding === findingId) return undefined;
  const ratio = ratioOf(context, general);
  if (ratio < EXPLAINS) return undefined;
  const rivals = owners.filter((owner) => areWeighedTogether(owner, other));
  const [shadowed] = rivals;
  if (!shadowed || !rivals.every((owner) => isOutweighed(owner, { ...other, ratio }))) return undefined;
  return (
    `"${findingId}", the hallmark of "${shadowed.disease.id}", counts as "${general.finding}" ` +
    `(×${ratio.toPrecision(2)}) and alone makes this likelier: link it`
  );
}

function areWeighedTogether(one: Candidate, other: Candidate): boolean {
  return (
    one.comparedWith.has(other.disease.id) ||
    other.comparedWith.has(one.disease.id) ||
    [...one.problems].some((problem) => other.problems.has(problem))
  );
}

/** Compared at the age at which the hallmark's own disease is commonest. */
function isOutweighed(owner: Owner, other: Owner): boolean {
  const age = AGE_BAND_NAMES.reduce((best, band) =>
    multiplier(owner.disease, band) > multiplier(owner.disease, best) ? band : best,
  );
  return priorAt(other.disease, age) * other.ratio > priorAt(owner.disease, age) * owner.ratio;
}

function priorAt(disease: Disease, age: AgeBand): number {
  const sum = SETTINGS.reduce((total, setting) => total + disease.prior[setting].value, 0);
  return (sum / SETTINGS.length) * multiplier(disease, age);
}

function multiplier({ prior }: Disease, age: AgeBand): number {
  return prior.age?.[age] ?? 1;
}

function ratioOf({ vocabulary }: CheckContext, link: DiseaseLink): number {
  const finding = vocabulary.get(link.finding);
  return finding ? Math.exp(logLikelihoodRatio(link, finding, 'present')) : 1;
}
