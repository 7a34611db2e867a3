import { type CompiledVocabulary } from '../lexicon/compile';
import { type Sentence } from '../segmentation/sentences';
import { type Reading } from '../text/reading';
import { type QuantityRead } from './quantity-read';
import { readUnit } from './unit-words';
import { readValue, type ValueRead } from './read-value';
import {
  byVitalName,
  DIASTOLIC,
  findingOfSign,
  SYSTOLIC,
  TEMPERATURE,
  VITAL_NAMES,
  type VitalName,
  type VitalSign,
} from './vital-signs';

function signRead(
  sign: VitalSign,
  value: number,
  place: { from: number; to: number; nameTo: number; read: ValueRead },
  vocabulary: CompiledVocabulary,
): QuantityRead | undefined {
  const findingId = findingOfSign(sign, vocabulary);
  const unit = place.read.unit ?? sign.usualUnit(value);
  if (findingId === undefined) return undefined;
  const { second: _second, ...read } = place.read;
  return { ...place, findingId, read: { ...read, number: value }, ...(unit === undefined ? {} : { unit }) };
}

const ENDS_A_VALUE = /^[,;.。;、)\]|]$/;

/** "K 6.4,": the symbol as chemists write it, and a number that ends there; anything else may be something else. */
function asksForUnit(
  { tokens, source }: Reading,
  { from, to }: { readonly from: number; readonly to: number },
  { signs, symbol }: VitalName,
  read: ValueRead,
): boolean {
  const range = signs[0]?.asksUnitOf;
  const { number = NaN, second, unit } = read;
  if (
    unit !== undefined ||
    second !== undefined ||
    symbol === undefined ||
    range === undefined ||
    number < range[0] ||
    number > range[1]
  )
    return false;
  const written = source.text.slice(tokens[from]?.start ?? 0, tokens[to - 1]?.end ?? 0);
  const next = tokens[read.to];
  const endsHere = next === undefined || next.kind === 'line-end' || ENDS_A_VALUE.test(next.text);
  return written === symbol && (endsHere || read.flag !== undefined);
}

/** A bare number that the sign cannot have is something else ("P 3", "T 2"). */
function isCredible(
  { signs, needsNumberNext }: VitalName,
  { unit, number = NaN, second }: ValueRead,
): boolean {
  // "VA R 6/36": only a blood pressure has two numbers.
  if (needsNumberNext && second !== undefined) return false;
  if (unit !== undefined) return !needsNumberNext || signs.some((sign) => sign.units.test(unit));
  return signs.some((sign) => sign.usualUnit(number) !== undefined);
}

function hasNumberNext(reading: Reading, position: number): boolean {
  const text = reading.tokens[position]?.text ?? '';
  const at = /^[:=(]$/.test(text) || text === 'of' ? position + 1 : position;
  return reading.tokens[at]?.kind === 'number';
}

/** Vital signs and electrolytes as notes write them. */
export function vitalQuantities(
  reading: Reading,
  sentence: Sentence,
  vocabulary: CompiledVocabulary,
): QuantityRead[] {
  const names = VITAL_NAMES.matchAll(reading.tokens, byVitalName, undefined, sentence.from, sentence.to);
  return names.flatMap(({ from, to, values }) => {
    const name = values[0];
    if (name === undefined || (name.needsNumberNext && !hasNumberNext(reading, to))) return [];
    const read = readValue(reading, to, sentence.to);
    if (read?.number === undefined) return [];
    if (!isCredible(name, read) && !asksForUnit(reading, { from, to }, name, read)) return [];
    const place = { from, to: read.to, nameTo: to, read };
    const [sign] = name.signs;
    const reads =
      name.signs.includes(SYSTOLIC) && read.second !== undefined
        ? [
            signRead(SYSTOLIC, read.number, place, vocabulary),
            signRead(DIASTOLIC, read.second, place, vocabulary),
          ]
        : [sign === undefined ? undefined : signRead(sign, read.number, place, vocabulary)];
    return reads.filter((quantity) => quantity !== undefined);
  });
}

/** "38.9 °C" needs no name. */
export function bareTemperatures(
  reading: Reading,
  sentence: Sentence,
  vocabulary: CompiledVocabulary,
): QuantityRead[] {
  const found: QuantityRead[] = [];
  for (let position = sentence.from; position < sentence.to; position += 1) {
    const token = reading.tokens[position];
    const unit = token?.kind === 'number' ? readUnit(reading.source.lower, token.end) : undefined;
    if (token === undefined || unit === undefined || !/^(?:Cel|\[degF\])$/.test(unit.ucum)) continue;
    if (TEMPERATURE.usualUnit(Number(token.text)) !== unit.ucum) continue;
    let to = position + 1;
    while ((reading.tokens[to]?.start ?? Number.POSITIVE_INFINITY) < token.end + unit.length) to += 1;
    const read = { from: position, to, number: Number(token.text), unit: unit.ucum };
    const quantity = signRead(
      TEMPERATURE,
      read.number,
      { from: position, to, nameTo: position, read },
      vocabulary,
    );
    if (quantity !== undefined) found.push(quantity);
  }
  return found;
}
