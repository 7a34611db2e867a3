import { type CaseBody, type CodedRoundKey } from '@openrounds/contracts';
import { type Asked, type CaseOpinion, opinionOfKey, type Room, type Round } from '@openrounds/learning';
import { type StoredRoom } from '../ports/room-store';
import { type EngineStage } from './engine-stage';

export interface Known {
  readonly stored: StoredRoom;
  /** Undefined where the case was erased. */
  readonly body: CaseBody | undefined;
  /** What the engine says after each stage; null where it is not there. */
  readonly engine: readonly (EngineStage | null)[];
  /** What is right in the round alone, if anything is. */
  readonly key: CodedRoundKey | null;
  /** Whether an id is one of the room's knowledge: no phone could send another. */
  readonly knowsDisease: (id: string) => boolean;
}

/** What simulated students go by when a round asks them. */
export const askedOf = (round: Round, { stored, body, engine, key, knowsDisease }: Known): Asked => ({
  seed: `${stored.roomId} ${round.id}`,
  language: stored.room.language,
  stageNos: stagesAsked(stored.room, round),
  opinion: body === undefined ? null : among(opinionOf(body, engine, round.stageNo), knowsDisease),
  merits: meritsOf(round, engine[round.stageNo - 1] ?? null, key),
  planted: stored.planted[round.id] ?? null,
});

/** Stages up to that of the round at which a list was asked, rising. */
const stagesAsked = ({ rounds }: Room, round: Round): number[] =>
  [
    ...new Set(
      rounds
        .filter(({ task, state, stageNo }) => {
          return task.task === 'differential' && state !== 'prepared' && stageNo <= round.stageNo;
        })
        .map(({ stageNo }) => stageNo),
    ),
  ].sort((one, two) => one - two);

/** The engine's, where it has spoken of every stage so far; else one made of the key. */
function opinionOf({ key, stages }: CaseBody, engine: Known['engine'], stageNo: number): CaseOpinion {
  const spoken = engine.slice(0, stageNo).filter((stage) => stage !== null);
  const [first] = spoken;
  if (first === undefined || spoken.length < stageNo) {
    const perStage = (key.perStage ?? []).map(
      (list) => new Map(list.map(({ diseaseId, percent }) => [diseaseId, percent] as const)),
    );
    return opinionOfKey(
      { ...key, alternatives: key.alternatives.map(({ id }) => id), perStage },
      stages.length,
    );
  }
  return {
    mustConsider: key.mustConsider,
    priors: first.priors,
    stages: spoken.map(({ list, evidence }) => ({
      ...evidence,
      probabilities: new Map(list.differential.map(({ diseaseId, probability }) => [diseaseId, probability])),
    })),
  };
}

const among = (
  { mustConsider, priors, stages }: CaseOpinion,
  knowsDisease: Known['knowsDisease'],
): CaseOpinion => ({
  mustConsider: mustConsider.filter(knowsDisease),
  priors,
  stages: stages.map((stage) => ({
    ...stage,
    probabilities: new Map([...stage.probabilities].filter(([id]) => knowsDisease(id))),
  })),
});

/** What an option is worth to a student by the teacher's verdict; harm least. */
const WORTH = { best: 1, acceptable: 0.6, poor: 0.15, harmful: 0.05 } as const;

/** Of tests by the teacher's verdicts, else by what they would tell; of anything else nothing is known. */
function meritsOf(
  { task }: Round,
  engine: EngineStage | null,
  key: CodedRoundKey | null,
): ReadonlyMap<string, number> {
  if (task.task !== 'next-test' || (engine === null && key === null)) return new Map();
  const verdicts = new Map(
    key?.kind === 'choice' ? key.options.map(({ optionId, verdict }) => [optionId, WORTH[verdict]]) : [],
  );
  const tests = engine?.list.nextTests ?? [];
  const most = Math.max(
    ...tests.map(({ expectedInformationGain }) => expectedInformationGain),
    Number.EPSILON,
  );
  const gains = new Map(tests.map(({ testId, expectedInformationGain: bits }) => [testId, bits / most]));
  return new Map([...gains, ...verdicts]);
}
