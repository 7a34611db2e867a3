/** What the room knows of the comments that were written in it; what they say is kept elsewhere. */
export interface CommentBook {
  /** The number of the newest, from 1: numbers are not given out twice. */
  readonly written: number;
  /** Numbers that the teacher has hidden. */
  readonly hidden: readonly number[];
  /** `seq` of the room when what can be read there last changed. */
  readonly seq: number;
}
