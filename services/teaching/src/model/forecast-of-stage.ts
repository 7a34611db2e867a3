import { type CaseBody, type CodedAnswer, type CodedStageForecast } from '@openrounds/contracts';

/** As many of a list as a projector shows. */
const SHOWN = 10;

/** What a teacher sees of the engine's answer to one stage. */
export function forecastOfStage(
  answer: CodedAnswer,
  stageNo: number,
  { diagnosis, acceptable }: Pick<CaseBody['key'], 'diagnosis' | 'acceptable'>,
): CodedStageForecast {
  const right = [diagnosis, ...acceptable];
  const key = answer.differential.find(({ diseaseId }) => right.includes(diseaseId));
  return {
    stageNo,
    differential: answer.differential
      .slice(0, SHOWN)
      .map(({ rank, diseaseId, probability, mustNotMiss }) => ({
        rank,
        diseaseId,
        probability,
        mustNotMiss,
      })),
    other: answer.other.probability,
    mustNotMiss: answer.mustNotMiss
      .slice(0, SHOWN)
      .map(({ diseaseId, probability }) => ({ diseaseId, probability })),
    nextTests: answer.nextTests
      .slice(0, SHOWN)
      .map(({ testId, expectedInformationGain }) => ({ testId, expectedInformationGain })),
    keyRank: key?.rank ?? null,
    keyProbability: key?.probability ?? null,
  };
}
