import { type Run } from '@openrounds/contracts';
import { READING_LABEL } from '../messages/narration';
import { type Names } from './names';
import { type RunRecord } from './run-record';

/** What a language model read, in the reader's language and labelled as such: findings with their names and quotations. */
export function presentReading(
  { coded, quotes }: NonNullable<RunRecord['reading']>,
  names: Names,
): NonNullable<Run['reading']> {
  const places = new Map(quotes.map(({ findingId, ...place }) => [findingId, place]));
  const { exchanges: _exchanges, findings, ...shown } = coded;
  return {
    ...shown,
    aiGenerated: true,
    label: READING_LABEL[names.language],
    findings: findings.map(({ state, ...found }) => {
      const source = places.get(found.findingId);
      return {
        ...found,
        name: names.finding(found.findingId),
        ...(state !== undefined && { value: { code: state, name: names.state(found.findingId, state) } }),
        ...(source !== undefined && { source }),
      };
    }),
  };
}
