/** A school in its busiest hour: what `npm run bench -- --soak` plays (`scripts/bench/day/mix.mjs`). */
export interface School {
  /** In all lectures together; they join and answer each question spread over so many seconds, and then it is talked about. */
  readonly phones: number;
  readonly joinSeconds: number;
  readonly answerSeconds: number;
  readonly talkSeconds: number;
  /** Students who paste a case each, and read so long, give or take a half, what came of it. */
  readonly students: number;
  readonly readSeconds: number;
  /** Between two calls of the training EHR. */
  readonly callSeconds: number;
  /** Not all begin in the same second: so much after the hour at the latest. */
  readonly lateSeconds: number;
}

export const BUSIEST_HOUR: School = {
  phones: 300,
  joinSeconds: 20,
  answerSeconds: 20,
  talkSeconds: 15,
  students: 30,
  readSeconds: 30,
  callSeconds: 2,
  lateSeconds: 60,
};
