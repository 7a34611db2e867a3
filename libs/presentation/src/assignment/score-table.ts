import { type AssignmentResult } from '@openrounds/contracts';
import { BYTE_ORDER_MARK, type Cell, csvLine } from '../room/csv-line';

const OF_STAGE = ['part', 'log_score', 'brier', 'right', 'key_points'];

/** The first line of the table of an assignment of so many stages. */
export const scoreHead = (stages: number): string =>
  BYTE_ORDER_MARK +
  csvLine([
    ...['learner', 'name', 'link', 'attempts', 'state', 'started_at', 'finished_at', 'score'],
    ...Array.from({ length: stages }, (_, at) => OF_STAGE.map((each) => `${each}_${String(at + 1)}`)).flat(),
  ]);

/** One line for each learner, by the attempt that counts. */
export const scoreLine = ({ score, ...result }: AssignmentResult): string =>
  csvLine([
    ...[result.pseudonym, result.name, result.linkId, result.attempts, result.state],
    ...[result.startedAt, result.finishedAt, score.value],
    ...score.stages.flatMap(({ part, logScore, brier, right, keyPoints }): Cell[] => [
      part,
      logScore,
      brier,
      right,
      keyPoints,
    ]),
  ]);
