import { type EngineCase, type ObservedFinding } from '@openrounds/ddx-engine';
import { compareText } from '../load/problem';
import { type Disease, type DiseaseLink } from '../schema/disease';
import { type Finding } from '../schema/finding';
import { type CheckContext } from './check-context';
import { CASE_LEVEL_FINDINGS, meanBaselineOf, outcomesOf, thetaOf } from './probabilities';

const TYPICAL = 5;
const INCIDENTAL = 2;

interface Observable {
  readonly finding: Finding;
  readonly outcome: string;
  readonly probability: number;
}

/**
 * A patient as the disease typically is: its five likeliest findings, whether they discriminate or not, and two
 * common ones that have nothing to do with it.
 */
export function prototypeOf(disease: Disease, context: CheckContext): EngineCase {
  const typical = disease.links
    .flatMap((link) => likeliest(link, context.findings.get(link.finding)?.value))
    .sort(byProbability)
    .slice(0, TYPICAL);
  return {
    patient: {
      ageYears: null,
      sex: disease.restrict.sex ?? 'unknown',
      pregnant: disease.restrict.pregnant ?? null,
    },
    observed: [...typical, ...incidental(disease, context)].map(observed),
  };
}

/**
 * The outcome of a linked finding that most patients with the disease show. The ordinary state of a quantity is
 * left out: a normal value is nothing that a patient presents with.
 */
function likeliest(link: DiseaseLink, finding: Finding | undefined): Observable[] {
  if (!finding) return [];
  return outcomesOf(finding)
    .filter((outcome) => outcome !== 'absent' && outcome !== ordinaryState(finding))
    .flatMap((outcome) => {
      const probability = thetaOf(link, outcome, meanBaselineOf(finding, outcome) ?? 0);
      return probability === undefined ? [] : [{ finding, outcome, probability }];
    })
    .sort(byProbability)
    .slice(0, 1);
}

function ordinaryState(finding: Finding): string | undefined {
  if (finding.domain === 'binary' || CASE_LEVEL_FINDINGS.includes(finding.id)) return undefined;
  return [...(finding.states ?? [])].sort(
    (a, b) => (meanBaselineOf(finding, b) ?? 0) - (meanBaselineOf(finding, a) ?? 0),
  )[0];
}

/** The commonest specific things that patients tell and that neither the disease nor its is-a lines know of. */
function incidental(disease: Disease, context: CheckContext): Observable[] {
  const linked = new Set(disease.links.map(({ finding }) => finding));
  const linesOfLinked = new Set([...linked].flatMap((id) => context.ancestorsOf(id)));
  const unrelated: Observable[] = [];
  for (const told of commonlyTold(context)) {
    const { id } = told.finding;
    const related =
      linked.has(id) ||
      linesOfLinked.has(id) ||
      context.ancestorsOf(id).some((ancestor) => linked.has(ancestor));
    if (!related) unrelated.push(told);
    if (unrelated.length === INCIDENTAL) break;
  }
  return unrelated;
}

const toldByContext = new WeakMap<CheckContext, readonly Observable[]>();

/** What patients tell that has no narrower finding, the commonest first; made once per check. */
function commonlyTold(context: CheckContext): readonly Observable[] {
  const known = toldByContext.get(context);
  if (known) return known;
  const parents = new Set(context.folder.findings.map(({ value }) => value.parent));
  const told = context.folder.findings
    .map(({ value }) => value)
    .filter(({ domain, stage }) => domain === 'binary' && stage === 'history')
    .filter(({ id }) => !parents.has(id))
    .map((finding) => ({ finding, outcome: 'present', probability: meanBaselineOf(finding, 'present') ?? 0 }))
    .sort(byProbability);
  toldByContext.set(context, told);
  return told;
}

function byProbability(a: Observable, b: Observable): number {
  return b.probability - a.probability || compareText(a.finding.id, b.finding.id);
}

function observed({ finding, outcome }: Observable): ObservedFinding {
  return finding.domain === 'binary'
    ? { findingId: finding.id, presence: 'present' }
    : { findingId: finding.id, state: outcome };
}
