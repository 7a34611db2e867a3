import { type CaseBody, type CodedAnswer, type CodedRoomStage } from '@openrounds/contracts';
import { type StageEvidence } from '@openrounds/learning';
import { forecastOfStage } from './forecast-of-stage';

/** What a room uses of the engine's answer to a stage: a hundredth of it, so that it can stay in memory. */
export interface EngineStage {
  /** What is shown; nothing in it tells the key. */
  readonly list: NonNullable<CodedRoomStage['engine']>;
  readonly evidence: StageEvidence;
  /** By disease, the prior in natural log odds against Other, in the case's setting. */
  readonly priors: ReadonlyMap<string, number>;
}

export function engineStageOf(answer: CodedAnswer, stageNo: number, key: CaseBody['key']): EngineStage {
  const { differential, other, mustNotMiss, nextTests } = forecastOfStage(answer, stageNo, key);
  return {
    list: { differential, other, mustNotMiss, nextTests },
    evidence: {
      stageNo,
      scores: new Map(answer.differential.map(({ diseaseId, score }) => [diseaseId, score])),
      excluded: new Set(answer.excluded.map(({ diseaseId }) => diseaseId)),
    },
    priors: new Map(
      answer.differential.map(({ diseaseId, priorContribution }) => [diseaseId, priorContribution]),
    ),
  };
}
