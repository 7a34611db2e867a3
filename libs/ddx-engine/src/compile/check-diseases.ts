import {
  type EngineDisease,
  type EngineFinding,
  type EngineLink,
  type ExcludingFinding,
} from '../model/knowledge';
import { isProbability, repeatedIds } from './check-findings';
import { type KnowledgeIssue } from './invalid-knowledge-error';

type Findings = ReadonlyMap<string, EngineFinding>;

/** Everything that keeps the diseases from being scored: ids, priors, modifiers, thresholds, links. Empty if nothing does. */
export function checkDiseases(diseases: readonly EngineDisease[], findings: Findings): KnowledgeIssue[] {
  const ids = new Set(diseases.map((disease) => disease.id));
  return [
    ...repeatedIds(diseases.map((disease) => disease.id)),
    ...diseases.flatMap((disease) => [
      ...checkPrior(disease),
      ...checkMustNotMiss(disease, findings),
      ...(disease.complicationOf ?? [])
        .filter((cause) => !ids.has(cause) || cause === disease.id)
        .map((detail): KnowledgeIssue => ({ code: 'unknown-id', id: disease.id, detail })),
      ...repeatedIds(disease.links.map((link) => link.finding)).map(({ detail }): KnowledgeIssue => ({
        code: 'duplicate-link',
        id: disease.id,
        detail,
      })),
      ...disease.links.flatMap((link) => checkLink(disease.id, link, findings.get(link.finding))),
    ]),
  ];
}

function checkPrior({ id, prior, modifiers = [] }: EngineDisease): KnowledgeIssue[] {
  const positive = prior > 0 && prior < 1;
  return [
    ...(positive ? [] : [{ code: 'prior-not-positive', id, detail: String(prior) } as const]),
    ...modifiers
      .filter(({ times }) => !(times > 0 && Number.isFinite(times)))
      .map(({ times }) => ({ code: 'multiplier-not-positive', id, detail: String(times) }) as const),
  ];
}

function checkMustNotMiss({ id, mustNotMiss }: EngineDisease, findings: Findings): KnowledgeIssue[] {
  if (mustNotMiss === undefined) return [];
  const { threshold, harm, excludedWhen } = mustNotMiss;
  const inRange = threshold > 0 && threshold < 1 && harm > 0 && Number.isFinite(harm);
  return [
    ...(inRange
      ? []
      : [{ code: 'threshold-out-of-range', id, detail: `${threshold}, harm ${harm}` } as const]),
    ...excludedWhen.flatMap((excluding) => checkExcluding(id, excluding, findings.get(excluding.finding))),
  ];
}

function checkExcluding(id: string, excluding: ExcludingFinding, finding?: EngineFinding): KnowledgeIssue[] {
  if (finding === undefined) return [{ code: 'unknown-id', id, detail: excluding.finding }];
  const { domain } = finding;
  const fits =
    domain.kind === 'binary'
      ? excluding.states === undefined
      : (excluding.states ?? []).length > 0 &&
        (excluding.states ?? []).every((state) => domain.states.includes(state));
  return fits ? [] : [{ code: 'outcome-domain', id, detail: excluding.finding }];
}

function checkLink(id: string, link: EngineLink, finding?: EngineFinding): KnowledgeIssue[] {
  if (finding === undefined) return [{ code: 'unknown-id', id, detail: link.finding }];
  if (!linkFitsDomain(link, finding)) return [{ code: 'link-domain', id, detail: link.finding }];
  const thetas = typeof link.theta === 'number' ? [link.theta] : Object.values(link.theta ?? {});
  const ratios = [link.lrPos, link.lrNeg].filter((ratio) => ratio !== undefined);
  return [
    ...(thetas.every(isProbability)
      ? []
      : [{ code: 'probability-out-of-range', id, detail: link.finding } as const]),
    ...(ratios.every((ratio) => ratio >= 0 && Number.isFinite(ratio))
      ? []
      : [{ code: 'likelihood-ratio-out-of-range', id, detail: link.finding } as const]),
  ];
}

/** A link has a theta of the finding's shape, or likelihood ratios (binary findings only), never both. */
function linkFitsDomain({ theta, lrPos, lrNeg }: EngineLink, { domain }: EngineFinding): boolean {
  const hasRatios = lrPos !== undefined || lrNeg !== undefined;
  if (domain.kind === 'binary') return theta === undefined || (typeof theta === 'number' && !hasRatios);
  if (hasRatios || typeof theta !== 'object') return false;
  return Object.keys(theta).every((state) => domain.states.includes(state));
}
