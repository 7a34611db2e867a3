import { type CompiledVocabulary } from '../lexicon/compile';
import { type Mention } from '../matching/mention';
import { type Sentence } from '../segmentation/sentences';
import { type Reading } from '../text/reading';
import { levelAt, readValue, type ValueRead } from './read-value';
import { readUnit } from './unit-words';
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

/** A measured or described quantity in a sentence. Token positions, end exclusive, from its name to its value. */
export interface QuantityRead {
  readonly findingId: string;
  readonly from: number;
  readonly to: number;
  /** End of the name. */
  readonly nameTo: number;
  readonly read: ValueRead;
  /** UCUM; for vital signs written without a unit the usual one. */
  readonly unit?: string;
}

/** The plain unit of pure numbers, which are written without one. */
const DIMENSIONLESS: ReadonlySet<string> = new Set(['1', '[pH]', '{ratio}', '{INR}', '{score}', '{titer}']);

function levelBefore(reading: Reading, mention: Mention, sentence: Sentence): ValueRead | undefined {
  for (const length of [1, 2]) {
    const at = mention.from - length;
    const found = at >= sentence.from ? levelAt(reading.tokens, at) : undefined;
    if (found?.length === length) return { from: at, to: mention.to, level: found.level };
  }
  return undefined;
}

function namedQuantity(
  reading: Reading,
  sentence: Sentence,
  mention: Mention,
  vocabulary: CompiledVocabulary,
): QuantityRead | undefined {
  const sense = mention.senses.find(({ kind }) => kind === 'quantity');
  if (sense?.kind !== 'quantity' || mention.form !== 'phrase') return undefined;
  const read =
    readValue(reading.source, reading.tokens, mention.to, sentence.to) ??
    levelBefore(reading, mention, sentence);
  if (read === undefined) return undefined;
  const own = vocabulary.findings.get(sense.findingId)?.unit;
  const unit = read.unit ?? (own !== undefined && DIMENSIONLESS.has(own) ? own : undefined);
  return {
    findingId: sense.findingId,
    from: Math.min(mention.from, read.from),
    to: Math.max(mention.to, read.to),
    nameTo: mention.to,
    read,
    ...(unit === undefined ? {} : { unit }),
  };
}

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

/** A bare number that the sign cannot have is something else ("P 3", "T 2"). */
function isCredible({ signs, needsNumberNext }: VitalName, { unit, number = NaN }: ValueRead): boolean {
  if (unit !== undefined) return !needsNumberNext || signs.some((sign) => sign.units.test(unit));
  return signs.some((sign) => sign.usualUnit(number) !== undefined);
}

function hasNumberNext(reading: Reading, position: number): boolean {
  const text = reading.tokens[position]?.text ?? '';
  const at = /^[:=(]$/.test(text) || text === 'of' ? position + 1 : position;
  return reading.tokens[at]?.kind === 'number';
}

function vitalQuantities(
  reading: Reading,
  sentence: Sentence,
  vocabulary: CompiledVocabulary,
): QuantityRead[] {
  const names = VITAL_NAMES.matchAll(reading.tokens, byVitalName, undefined, sentence.from, sentence.to);
  return names.flatMap(({ from, to, values }) => {
    const name = values[0];
    if (name === undefined || (name.needsNumberNext && !hasNumberNext(reading, to))) return [];
    const read = readValue(reading.source, reading.tokens, to, sentence.to);
    if (read?.number === undefined || !isCredible(name, read)) return [];
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
function bareTemperatures(
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

const overlaps = (a: QuantityRead, b: QuantityRead): boolean =>
  a.findingId === b.findingId && a.from < b.to && b.from < a.to;

/**
 * Reads the quantities of a sentence: vital signs as notes write them, then every quantity of the vocabulary that is
 * named with a value or a level in words. A number never gets a unit by guess; only vital signs have a usual one.
 */
export function readQuantities(
  reading: Reading,
  sentence: Sentence,
  mentions: readonly Mention[],
  vocabulary: CompiledVocabulary,
): QuantityRead[] {
  const reads: QuantityRead[] = [];
  const named = mentions.map((mention) => namedQuantity(reading, sentence, mention, vocabulary));
  const all = [
    ...vitalQuantities(reading, sentence, vocabulary),
    ...named.filter((quantity) => quantity !== undefined),
    ...bareTemperatures(reading, sentence, vocabulary),
  ];
  for (const quantity of all) {
    if (!reads.some((known) => overlaps(known, quantity))) reads.push(quantity);
  }
  return reads;
}
