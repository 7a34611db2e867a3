/** The shapes of rooms as the contract has them; types alone, so that no page carries the checks. */
export type {
  Comment,
  CommentList,
  Mine,
  OwnAnswer,
  PublicRoom,
  Room,
  RoomAnswer,
  RoomLayer,
  RoomResults,
  RoomScore,
  RoomStage,
  RoomState,
  RoomTeam,
  SubmissionInput,
  SubmissionReceipt,
  TeacherRoomState,
} from '../../../../libs/contracts/src/http/room';
export type { Consent, ConsentInput, ConsentPurpose } from '../../../../libs/contracts/src/http/consent';
import type { RoomState } from '../../../../libs/contracts/src/http/room';

export type Round = NonNullable<RoomState['round']>;
export type RoundTask = Round['task'];
export type RoundResult = NonNullable<RoomState['result']>;
export type ClassResult = NonNullable<RoundResult['class']>;
export type RoundKey = NonNullable<RoundResult['roundKey']>;
export type EngineResult = NonNullable<RoundResult['engine']>;
export type StageKey = NonNullable<RoundResult['stageKey']>;

/** How many have answered the open round, as it is told between frames. */
export interface TallyMessage {
  readonly roundId: string;
  readonly attempt: number;
  readonly answered: number;
  readonly of: number;
}

/** A disease with its name and synonyms in one language. */
export type NamedDisease = readonly [diseaseId: string, name: string, ...synonyms: string[]];
