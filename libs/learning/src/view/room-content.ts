import { type BilingualText } from '../answers/task';

/**
 * What the parts of a room look like. They are the service's: this library decides only who is given which of them.
 */
export interface Shapes {
  text: unknown;
  classResult: unknown;
  roundKey: unknown;
  engine: unknown;
  teacherList: unknown;
  diagnosis: unknown;
  answer: unknown;
  score: unknown;
  prompt: unknown;
}

/** Everything that there is to see in a room; null where it is not there (yet). */
export interface RoomContent<S extends Shapes = Shapes> {
  /** In order: the first is stage 1. */
  readonly stages: readonly {
    readonly title: BilingualText;
    readonly text: S['text'];
    /** The engine's list with bits and evidence. */
    readonly engine: S['engine'] | null;
    readonly teacherList: S['teacherList'] | null;
  }[];
  readonly diagnosis: S['diagnosis'];
  /** By round id, of its attempt. */
  readonly rounds: ReadonlyMap<
    string,
    {
      readonly answered: number;
      readonly classResult: S['classResult'] | null;
      /** What is right in this round alone; null where the teacher's list of the stage is its key, or none. */
      readonly key: S['roundKey'] | null;
    }
  >;
}

/** What is kept of one participant, by round id, of the rounds' attempts. */
export interface OwnContent<S extends Shapes = Shapes> {
  readonly number: number;
  readonly answers: ReadonlyMap<string, S['answer']>;
  readonly scores: ReadonlyMap<string, S['score']>;
  readonly prompts: readonly S['prompt'][];
}
