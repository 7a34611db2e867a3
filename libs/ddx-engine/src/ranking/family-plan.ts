import { type CompiledKnowledge } from '../compile/compiled-knowledge';
import { type CodedObservation, type FamilyCase } from '../evidence/coded-case';
import { LinkPattern } from './link-pattern';
import { LinkWalk } from './link-walk';
import { type LogRatioColumn, logRatioColumn } from './log-ratio-column';
import { type PatternEvidence, patternReader } from './pattern-evidence';

/** What a family of findings needs for being scored, as far as it depends on the case and not on the parameters. */
export type FamilyPlan = LonePlan | RelativesPlan;

/** One observation of a finding without relatives: each link is one number. */
export interface LonePlan extends LogRatioColumn {
  readonly kind: 'lone';
  readonly diseases: Int32Array;
  /** Certainty of the observation where a disease has to account for it; 0.5, which costs nothing, where not. */
  readonly demanded: number;
}

/** Findings whose rows can influence one another. */
export interface RelativesPlan {
  readonly kind: 'relatives';
  /** Leads through the links of the findings that matter, the diseases in ascending order. */
  readonly walk: LinkWalk;
  /** The pattern of a disease that knows nothing of the family; the others hang on it. */
  readonly none: LinkPattern<PatternEvidence>;
  /** Links of all the findings that matter: at least as many as diseases. */
  readonly linkCount: number;
  /** Certainties of the observations that a disease has to account for. */
  readonly demanded: Float64Array;
}

export function planFamily(compiled: CompiledKnowledge, family: FamilyCase): FamilyPlan {
  return family.lone === undefined
    ? planRelatives(compiled, family)
    : planLone(compiled, family, family.lone);
}

function planLone(
  compiled: CompiledKnowledge,
  { demanding }: FamilyCase,
  observation: CodedObservation,
): LonePlan {
  const { logRatios, weakened } = logRatioColumn(compiled, observation);
  const diseases = compiled.findings[observation.finding]?.model.diseases ?? new Int32Array();
  return { kind: 'lone', diseases, logRatios, weakened, demanded: demanding[0]?.certainty ?? 0.5 };
}

function planRelatives(compiled: CompiledKnowledge, family: FamilyCase): RelativesPlan {
  const relevant = findingsOnLines(compiled, family);
  const lists = relevant.map((finding) => compiled.findings[finding]?.model.diseases ?? new Int32Array());
  return {
    kind: 'relatives',
    walk: new LinkWalk(lists),
    none: new LinkPattern([], patternReader(compiled, family, relevant)),
    linkCount: lists.reduce((sum, list) => sum + list.length, 0),
    demanded: Float64Array.from(family.demanding, ({ certainty }) => certainty),
  };
}

/** Every finding on the is-a line of something observed: no other link of the family matters. */
function findingsOnLines(
  compiled: CompiledKnowledge,
  { present, absent, states }: FamilyCase,
): readonly number[] {
  const lines = [...present, ...absent, ...states].map(
    ({ finding }) => compiled.findings[finding]?.line ?? [],
  );
  const [only, ...more] = lines;
  return only !== undefined && more.length === 0 ? only : [...new Set(lines.flat())];
}
