import { type CompiledVocabulary } from '../vocabulary/compile';
import { type Sentence } from '../segment/sentences';
import { textAt } from '../normalise/at-position';
import { type Reading } from '../segment/reading';
import { credibleUnits } from './credible-units';
import { SHORT_NAME_ROWS } from './names';
import { type NumericRead, numericAt, withSecond } from './numeric';
import { type QuantityRead } from './quantity-read';
import { type Times } from './times';
import { dictionaryOf, spanOf } from './words';
import { bySurface } from '../lexicon/phrase-dictionary';
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
/** 250/50 and 160/25 are doses of two drugs. */
const LARGEST_PULSE = 140;
const LOWEST = 70;
const LOWEST_SECOND = 30;

/** The row that is told in pairs. */
const PRESSURE = SHORT_NAME_ROWS.find(({ second }) => second !== undefined);
const PRESSURE_NAMES = dictionaryOf(
  SHORT_NAME_ROWS.filter(({ finding }) => finding === PRESSURE?.finding).flatMap(({ words }) =>
    words.map((word) => [word, true] as const),
  ),
);

const namedIn = new WeakMap<Reading, boolean>();

/** Whether a text names the pressure somewhere: then a pair that it could be is one. */
function namesPressure(reading: Reading): boolean {
  const isNamed = namedIn.get(reading) ?? PRESSURE_NAMES.matchAll(reading.tokens, bySurface).length > 0;
  namedIn.set(reading, isNamed);
  return isNamed;
}

/** Stands between marks, or "in a spell it is 220 over 125". */
const isBeside = (text: string): boolean => /^(?:[,;().:。]|and|)$/.test(text);

/** "Standing 3 min 88/52": so many tokens a time takes. */
const LONGEST_TIME = 4;
const isBehindTime = (times: Times, at: number): boolean =>
  Array.from({ length: LONGEST_TIME }, (_, back) => at - 1 - back).some((from) => times.endAt(from) === at);

/**
 * A pair without a name is the pressure where it stands alone beside other vital signs ("Afebrile, 120/80, heart rate 72"), where the text
 * names the pressure elsewhere ("BP 114/70 at booking. Today 148/94"), and where it is said with "over".
 */
export function barePressure(
  reading: Reading,
  { from, to }: Sentence,
  reads: readonly QuantityRead[],
  vocabulary: CompiledVocabulary,
  times: Times,
): QuantityRead[] {
  const isTold = reads.some(
    ({ findingId }) => findingId === PRESSURE?.finding || findingId === PRESSURE?.second,
  );
  if (PRESSURE === undefined || isTold) return [];
  const isAmongOthers = reads.some(({ isUsual }) => isUsual);
  for (let at = from; at < to; at += 1) {
    const first = reading.tokens[at]?.kind === 'number' ? numericAt(reading, at) : undefined;
    if (first === undefined) continue;
    const numeric = withSecond(reading, first);
    const { number, second = number } = numeric;
    const pulse = number - second;
    // a pair in millimetres of mercury is nothing else
    const inOwnUnit = numeric.unit !== undefined;
    const isPressure =
      number >= LOWEST &&
      second >= LOWEST_SECOND &&
      pulse >= SMALLEST_PULSE &&
      pulse <= LARGEST_PULSE &&
      (inOwnUnit ||
        isBeside(textAt(reading.tokens, numeric.to)) ||
        reads.some((read) => read.from === numeric.to)) &&
      fits(PRESSURE.finding, { at, numeric }, vocabulary);
    const isSaid = numeric.to > first.to;
    const isMeant = (): boolean =>
      isSaid ||
      inOwnUnit ||
      (isAmongOthers && (isBeside(textAt(reading.tokens, at - 1)) || isBehindTime(times, at))) ||
      namesPressure(reading);
    if (isPressure && isMeant()) return asReads(PRESSURE.finding, { at, numeric }, vocabulary);
    at = numeric.to - 1;
  }
  return [];
}

const NAMED_BY_UNIT = dictionaryOf(
  SHORT_NAME_ROWS.flatMap(({ finding, units = [] }) => units.map((unit) => [unit, finding] as const)),
);

/** "SR *92 bpm*", "at *38 breaths per minute*": what is told in such a unit needs no name, where it is nothing else's. */
export function namedByUnit(
  reading: Reading,
  { from, to }: Sentence,
  reads: readonly QuantityRead[],
  vocabulary: CompiledVocabulary,
): QuantityRead[] {
  const found: QuantityRead[] = [];
  for (let at = from; at < to; at += 1) {
    if (reading.tokens[at]?.kind !== 'number') continue;
    const unit = NAMED_BY_UNIT.longestAt(reading.tokens, at + 1, bySurface);
    const [id] = unit?.values ?? [];
    const numeric = unit && numericAt(reading, at);
    if (id === undefined || numeric === undefined) continue;
    const isTaken = reads.some((read) => read.from < numeric.to && at < read.to);
    if (!isTaken && fits(id, { at, numeric: withoutUnit(numeric) }, vocabulary))
      found.push(...asReads(id, { at, numeric }, vocabulary));
  }
  return found;
}

const withoutUnit = ({ unit: _unit, ...numeric }: NumericRead): NumericRead => numeric;

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
