import { type BilingualText, type Task } from '../answers/task';
import { type Room, type Round } from '../room/room';
import { type Shapes } from './room-content';

/** What anybody with the code sees before joining. */
export interface PublicView extends Pick<Room, 'code' | 'state' | 'language' | 'entry'> {
  /** That simulated students answer here; left out in every other room. */
  readonly rehearsal?: true;
}

/** A round that has been asked, with what is revealed of it. */
export interface RoundView<S extends Shapes> {
  readonly id: string;
  readonly stageNo: number;
  readonly task: Task;
  readonly attempt: number;
  readonly state: Round['state'];
  /** The viewer's own deadline; null for no timer. */
  readonly closesAt: number | null;
  readonly scored: boolean;
  readonly answerBy?: 'team';
  readonly answered: number;
  readonly classResult: S['classResult'] | null;
  readonly key: S['roundKey'] | null;
  readonly ownAnswer: S['answer'] | null;
  readonly ownScore: S['score'] | null;
}

/** A stage that is reached, with what is revealed of it. */
export interface StageView<S extends Shapes> {
  readonly no: number;
  readonly title: BilingualText;
  /** Null where the teacher keeps texts off the phones. */
  readonly text: S['text'] | null;
  readonly engine: S['engine'] | null;
  readonly teacherList: S['teacherList'] | null;
}

/** All that a student or participant may see of a room. */
export interface StudentView<S extends Shapes> extends PublicView {
  readonly seq: number;
  readonly of: number;
  readonly participants: number;
  readonly stages: readonly StageView<S>[];
  readonly rounds: readonly RoundView<S>[];
  /** The round to answer or to talk about; null between rounds. */
  readonly current: string | null;
  readonly diagnosis: S['diagnosis'] | null;
  readonly prompts: readonly S['prompt'][] | null;
  /** Rises with every change of the comments; null while they cannot be read. */
  readonly comments: number | null;
  /** Rises whenever feedback was released to somebody; null before. */
  readonly feedback: number | null;
  /** Why things that were shown before are away. */
  readonly withheld?: 'round-open';
}
