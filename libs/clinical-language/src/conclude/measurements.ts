import { type Measurement } from '@openrounds/contracts';
import { type Statement } from '../collect/statement';
import { type Measured } from '../collect/sentence-context';
import { type Reading } from '../segment/reading';

type Said = Pick<Statement, 'findingId' | 'from'>;

const keyOf = ({ findingId, from }: Said): string => `${findingId} ${String(from)}`;

/** Whether a statement rests on one of some measurements that tell how they were made. */
export function isAmong(measured: readonly Measured[]): (statement: Said) => boolean {
  const keys = new Set(measured.map(({ from, measurement: { findingId } }) => keyOf({ findingId, from })));
  return (statement) => keys.has(keyOf(statement));
}

/** The numbers of the vital signs in the order of the text; of several of one sign it is said which counts. */
export function measurementsTold(
  measured: readonly Measured[],
  kept: readonly Statement[],
  reading: Reading,
): Measurement[] {
  const counting = new Map(kept.map((statement) => [statement.findingId, statement.from]));
  return [...measured]
    .sort((a, b) => a.from - b.from)
    .map(({ from, to, measurement }) => {
      const place = counting.get(measurement.findingId);
      return {
        ...measurement,
        ...(place !== undefined && place !== from && { superseded: true as const }),
        source: { kind: 'text', ...reading.quote(from, to) },
      };
    });
}
