import { type DiseaseForLlm } from '../../case/case-for-llm';
import { LlmFault } from '../../ports/llm-fault';
import { type LlmDiagnosis, type LlmRanking } from './ranking';
import { RankingAnswer } from './ranking-answer';

const MOST_OUTSIDE = 10;
const LONGEST_NAME = 120;

/**
 * Reads a model's answer strictly: only ids that were offered count (a name that is exactly an offered one stands
 * for its id), the first mention of a disease counts, probabilities outside (0, 1] are dropped, a sum above 1 is
 * scaled to 1. What the knowledge base does not hold is listed apart, without a number.
 *
 * @param raw - what the model returned, as parsed JSON.
 * @throws LlmFault `unusable-answer` if it has another shape or names nothing at all.
 */
export function readRanking(raw: unknown, diseases: readonly DiseaseForLlm[]): LlmRanking {
  const parsed = RankingAnswer.safeParse(raw);
  if (!parsed.success) throw new LlmFault('unusable-answer');
  const offered = new Map(diseases.map((disease) => [disease.diseaseId, disease]));
  const byName = new Map(diseases.map((disease) => [comparable(disease.name), disease]));
  const inside = new Map<string, LlmDiagnosis>();
  const outside = new Map<string, { name: string }>();
  for (const { diseaseId, name, probability } of parsed.data.diagnoses) {
    const disease = offered.get(diseaseId ?? '') ?? byName.get(comparable(name));
    if (disease === undefined) note(outside, printable(name));
    else if (probability > 0 && probability <= 1 && !inside.has(disease.diseaseId)) {
      inside.set(disease.diseaseId, { ...disease, probability });
    }
  }
  if (inside.size === 0 && outside.size === 0) throw new LlmFault('unusable-answer');
  return {
    differential: ranked([...inside.values()]),
    proposedOutsideKnowledgeBase: [...outside.values()].slice(0, MOST_OUTSIDE),
  };
}

function ranked(diagnoses: readonly LlmDiagnosis[]): LlmDiagnosis[] {
  const sum = diagnoses.reduce((total, { probability }) => total + probability, 0);
  const scale = Math.max(1, sum);
  return diagnoses
    .map(({ diseaseId, name, probability }) => ({ diseaseId, name, probability: probability / scale }))
    .sort((a, b) => b.probability - a.probability || (a.diseaseId < b.diseaseId ? -1 : 1));
}

function note(names: Map<string, { name: string }>, name: string): void {
  if (name !== '' && !names.has(comparable(name))) names.set(comparable(name), { name });
}

function comparable(name: string): string {
  return name.normalize('NFKC').trim().toLowerCase();
}

/** The name goes on a screen: one line, no control characters, not endless. */
function printable(name: string): string {
  const line = name.replace(/[\p{C}\s]+/gu, ' ').trim();
  return Array.from(line).slice(0, LONGEST_NAME).join('');
}
