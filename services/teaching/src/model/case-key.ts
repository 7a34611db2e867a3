import { type CaseBody } from '@openrounds/contracts';
import { type StoredRoom } from '../ports/room-store';

/**
 * What a room promises not to change: all by which answers are judged, or set beside. A question on the spot came after the
 * promise.
 */
export const committedKey = (
  { key: { diagnosis, acceptable, perStage }, choices }: CaseBody,
  planted: StoredRoom['planted'],
) => ({
  diagnosis,
  acceptable,
  perStage: perStage ?? [],
  choices: (choices ?? []).map((stage) => stage.map(({ testId, verdict }) => ({ testId, verdict }))),
  planted: Object.fromEntries(
    Object.entries(planted).flatMap(([roundId, { lineId, errorKind, onTheSpot }]) =>
      onTheSpot === true ? [] : [[roundId, { lineId, errorKind }]],
    ),
  ),
});
