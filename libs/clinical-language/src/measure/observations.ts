import { type CompiledVocabulary } from '../vocabulary/compile';
import { type Sentence } from '../segment/sentences';
import { textAt } from '../normalise/at-position';
import { type Reading } from '../segment/reading';
import { credibleUnits } from './credible-units';
import { SHORT_NAME_ROWS } from './names';
import { type NumericRead, numericAt } from './numeric';
import { type QuantityRead } from './quantity-read';
import { spanOf } from './words';
import { gather } from '../normalise/lists-by-key';

/** The order in which vital signs are listed: temperature, pulse, respiration, pressure, saturation. */
const ORDER = [
  ...new Set(SHORT_NAME_ROWS.filter(({ exact }) => exact !== true).map(({ finding }) => finding)),
];
const PERCENT = '%';
/** So few numbers are no list. */
const FEWEST = 3;

interface Listed {
  readonly at: number;
  readonly numeric: NumericRead;
}

/** Numbers that stand one behind the other with nothing but commas and what belongs to a saturation between them. */
function listAt(reading: Reading, from: number, to: number): Listed[] {
  const listed: Listed[] = [];
  for (let at = from; at < to;) {
    const numeric = numericAt(reading, at);
    if (numeric === undefined && !/^(?:[,;:/(]|ra|-|and)$/.test(textAt(reading.tokens, at))) break;
    if (numeric !== undefined) listed.push({ at, numeric });
    at = numeric?.to ?? at + 1;
  }
  return listed;
}

/** Whether a number may be what is next in the order: a pair is a pressure, a share a saturation. */
function fits(id: string, { numeric }: Listed, { findings }: CompiledVocabulary): boolean {
  const finding = findings.get(id);
  const hasSecond = SHORT_NAME_ROWS.some(({ finding: of, second }) => of === id && second !== undefined);
  if (finding === undefined || hasSecond !== (numeric.second !== undefined)) return false;
  if (numeric.unit !== undefined && numeric.unit !== finding.unit) return false;
  if (finding.unit === PERCENT && numeric.unit !== PERCENT) return false;
  return credibleUnits(finding, numeric.number).includes(finding.unit ?? '');
}

function asReads(id: string, { at, numeric }: Listed, vocabulary: CompiledVocabulary): QuantityRead[] {
  const second = SHORT_NAME_ROWS.find((row) => row.finding === id && row.second !== undefined)?.second;
  return gather(
    [
      [id, numeric.number],
      [second ?? '', numeric.second],
    ],
    ([findingId = '', number]) => {
      const unit = vocabulary.findings.get(String(findingId))?.unit;
      if (typeof number !== 'number' || unit === undefined) return [];
      const { second: _second, ...read } = numeric;
      const place = { from: at, to: numeric.to, nameTo: at + 1, isUsual: true as const };
      return [{ ...place, findingId: String(findingId), read: { ...read, from: at, number }, unit }];
    },
  );
}

const SMALLEST_PULSE = 15;
const LOWEST = 70;

/** "Afebrile, 120/80, heart rate 72": a pair that stands alone beside other vital signs is the pressure. */
export function barePressure(
  reading: Reading,
  { from, to }: Sentence,
  reads: readonly QuantityRead[],
  vocabulary: CompiledVocabulary,
): QuantityRead[] {
  const row = SHORT_NAME_ROWS.find(({ second }) => second !== undefined);
  const isTold = reads.some(({ findingId }) => findingId === row?.finding || findingId === row?.second);
  if (row === undefined || isTold || !reads.some(({ isUsual }) => isUsual)) return [];
  for (let at = from; at < to; at += 1) {
    const numeric = reading.tokens[at]?.kind === 'number' ? numericAt(reading, at) : undefined;
    if (numeric === undefined) continue;
    const isAlone = [at - 1, numeric.to].every((beside) =>
      /^(?:[,;()]|and|)$/.test(textAt(reading.tokens, beside)),
    );
    const { number, second = number } = numeric;
    const isPressure =
      number >= LOWEST && number - second >= SMALLEST_PULSE && fits(row.finding, { at, numeric }, vocabulary);
    if (isAlone && isPressure) return asReads(row.finding, { at, numeric }, vocabulary);
    at = numeric.to - 1;
  }
  return [];
}

/** "Obs: 36.6, 72, 14, 118/76, 98%": vital signs that are listed in their order without their names. */
export function listedObservations(
  reading: Reading,
  { from, to }: Sentence,
  vocabulary: CompiledVocabulary,
): QuantityRead[] {
  for (let at = from; at < to; at += 1) {
    const heading = spanOf('observations', reading.tokens, at);
    if (heading === 0) continue;
    const listed = listAt(reading, at + heading, to);
    if (listed.length < FEWEST) continue;
    let next = 0;
    const found = gather(listed, (one) => {
      const place = ORDER.findIndex((id, index) => index >= next && fits(id, one, vocabulary));
      if (place === -1) return [];
      next = place + 1;
      return asReads(ORDER[place] ?? '', one, vocabulary);
    });
    return new Set(found.map((one) => one.from)).size === listed.length ? found : [];
  }
  return [];
}
