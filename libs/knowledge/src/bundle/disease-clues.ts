import {
  type EngineFinding,
  type EngineKnowledge,
  type EngineLink,
  type PriorModifier,
} from '@openrounds/ddx-engine';

/** How likely a disease is before and after something is told of the patient: what a search makes of a description. */
export interface DiseaseClues {
  /** Share of patients whose main explanation it is, mean of the settings. */
  readonly prior: number;
  /** Age and sex as multipliers of the prior. */
  readonly modifiers: readonly PriorModifier[];
  /**
   * Natural logarithm of the likelihood ratio of a finding that is present, by its id, or of a state, as `finding=state`;
   * two decimals. What is not there is not linked.
   */
  readonly clues: Readonly<Record<string, number>>;
}

/** No baseline is smaller: a ratio to less says more than anybody knows. */
const LEAST = 1e-4;

const rounded = (ratio: number): number => Math.round(100 * Math.log(Math.max(ratio, LEAST))) / 100;

/** The clues of each disease, from its links and the baselines of the findings. */
export function diseaseClues({ diseases, findings }: EngineKnowledge): Map<string, DiseaseClues> {
  const byId = new Map(findings.map((finding) => [finding.id, finding]));
  return new Map(
    diseases.map(({ id, prior, modifiers = [], links }) => {
      const entries = links.flatMap((link) => entriesOf(link, byId.get(link.finding)));
      return [id, { prior, modifiers, clues: Object.fromEntries(entries) }];
    }),
  );
}

function entriesOf(
  { finding: id, theta, lrPos }: EngineLink,
  finding: EngineFinding | undefined,
): [string, number][] {
  if (finding === undefined) return [];
  if (theta === undefined) return lrPos === undefined ? [] : [[id, rounded(lrPos)]];
  const { domain } = finding;
  if (domain.kind === 'binary')
    return typeof theta === 'number' ? [[id, rounded(theta / Math.max(domain.baseline, LEAST))]] : [];
  if (typeof theta === 'number') return [];
  return Object.entries(theta).map(([state, share]) => [
    `${id}=${state}`,
    rounded(share / Math.max(domain.baseline[state] ?? 0, LEAST)),
  ]);
}
