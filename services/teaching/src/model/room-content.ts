import {
  type CaseBody,
  type CodedClassResult,
  type CodedPrompt,
  type CodedRoomStage,
  type CodedRoundKey,
  type OwnAnswer,
  type RoomScore,
} from '@openrounds/contracts';
import { type BilingualText, type Room, type RoomContent, type Shapes } from '@openrounds/learning';
import { type StoredTally } from '../ports/answer-store';
import { type StoredRoom } from '../ports/room-store';
import { type EngineStage } from './engine-stage';
import { roundKeyOf } from './round-key';

type Parts = { readonly [Part in keyof CodedRoomStage]: NonNullable<CodedRoomStage[Part]> };

/** What the parts of a room look like as they travel. */
export interface RoomShapes extends Shapes {
  text: { readonly text: BilingualText; readonly findings: Parts['findings'] };
  classResult: CodedClassResult;
  roundKey: CodedRoundKey;
  engine: Parts['engine'];
  teacherList: Parts['stageKey'];
  diagnosis: Parts['afterwards'] | null;
  answer: OwnAnswer;
  score: RoomScore;
  prompt: CodedPrompt;
}

export type Content = RoomContent<RoomShapes>;

/** What a room is told from. */
export interface RoomParts {
  readonly room: Room;
  /** Undefined where the case was erased: then nothing of it is told any more. */
  readonly body: CaseBody | undefined;
  /** What the engine says after each stage, the first stage first; null where it is not there. */
  readonly engine: readonly (EngineStage | null)[];
  readonly tallies: readonly StoredTally[];
  readonly planted: StoredRoom['planted'];
}

/** Everything that there is to see in a room. Who is given what of it is decided by the views. */
export const contentOf = ({ room, body, engine, tallies, planted }: RoomParts): Content => ({
  stages: body === undefined ? [] : stagesOf(body, engine),
  diagnosis: body === undefined ? null : afterwardsOf(body),
  rounds: new Map(
    room.rounds.map((round) => {
      const { id, attempt } = round;
      const tally = tallies.find((each) => each.roundId === id && each.attempt === attempt);
      const key = roundKeyOf(round, body, planted[id]);
      return [id, { answered: tally?.answered ?? 0, classResult: tally?.body ?? null, key }];
    }),
  ),
});

const stagesOf = ({ stages, key }: CaseBody, engine: RoomParts['engine']): Content['stages'] =>
  stages.map(({ title, text, findings }, place) => ({
    title: title ?? {},
    text: { text, findings: findingsOf(findings) },
    engine: engine[place]?.list ?? null,
    teacherList: key.perStage?.[place] ?? null,
  }));

const findingsOf = (findings: CaseBody['stages'][number]['findings']): Parts['findings'] =>
  Object.entries(findings).map(([findingId, fact]) => ({
    findingId,
    outcome: typeof fact === 'string' ? fact : fact.is,
  }));

/** What is told with the diagnosis. */
export const afterwardsOf = ({ key, teachingPoints }: CaseBody): Parts['afterwards'] => ({
  diagnosis: { diseaseId: key.diagnosis },
  acceptable: key.acceptable.map((diseaseId) => ({ diseaseId })),
  alternatives: key.alternatives.map(({ id, why }) => ({ diseaseId: id, why })),
  teachingPoints,
});
