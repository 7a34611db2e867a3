import { comparable } from '../../answers/names';
import { type DiseaseForLlm } from '../../case/case-for-llm';
import { LlmFault } from '../../ports/llm-fault';
import { OTHER_ID, type LlmDiagnosis, type LlmRanking } from './ranking';
import { RankingAnswer } from './ranking-answer';

/**
 * Reads a model's answer strictly: only ids that were offered count (a name that is exactly an offered one stands
 * for its id), the first mention of a disease counts, probabilities outside (0, 1] are dropped, a sum above 1 is
 * scaled to 1. Other takes its part of that sum and stands in no list.
 *
 * @param raw - what the model returned, as parsed JSON.
 * @throws LlmFault `unusable-answer` if it has another shape or names nothing that was offered.
 */
export function readRanking(raw: unknown, diseases: readonly DiseaseForLlm[]): LlmRanking {
  const parsed = RankingAnswer.safeParse(raw);
  if (!parsed.success) throw new LlmFault('unusable-answer');
  const offered = new Map(diseases.map((disease) => [disease.diseaseId, disease]));
  const byName = new Map(diseases.map((disease) => [comparable(disease.name), disease]));
  const named = new Map<string, LlmDiagnosis>();
  let other = 0;
  for (const { diseaseId, name, probability } of parsed.data.diagnoses) {
    if (!(probability > 0 && probability <= 1)) continue;
    if (diseaseId === OTHER_ID) {
      other ||= probability;
      continue;
    }
    const disease = offered.get(diseaseId) ?? byName.get(comparable(name));
    if (disease === undefined || named.has(disease.diseaseId)) continue;
    named.set(disease.diseaseId, { diseaseId: disease.diseaseId, name: disease.name, probability });
  }
  if (named.size === 0 && other === 0) throw new LlmFault('unusable-answer');
  return { differential: ranked([...named.values()], other) };
}

function ranked(diagnoses: readonly LlmDiagnosis[], other: number): LlmDiagnosis[] {
  const sum = diagnoses.reduce((total, { probability }) => total + probability, other);
  const scale = Math.max(1, sum);
  return diagnoses
    .map((diagnosis) => ({ ...diagnosis, probability: diagnosis.probability / scale }))
    .sort((a, b) => b.probability - a.probability || (a.diseaseId < b.diseaseId ? -1 : 1));
}
