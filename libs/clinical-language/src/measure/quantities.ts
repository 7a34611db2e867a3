import { type CompiledVocabulary } from '../vocabulary/compile';
import { type Lookup } from '../vocabulary/stored/lookup';
import { type Mention } from '../resolve/mention';
import { type Duration } from '../recognise/time-expressions';
import { type Token } from '../model/token';
import { positionsBetween, textAt } from '../normalise/at-position';
import { type Sentence } from '../segment/sentences';
import { type Reading } from '../segment/reading';
import { type VocabularyFinding } from '../model/vocabulary';
import { credibleUnits } from './credible-units';
import { withHours, withLaterValues } from './later-values';
import { namedValues, type NamedValue } from './named-quantities';
import { measuredByUnit } from './measured-by-unit';
import { OTHER_TEST, quantityNames, SHORT_NAME_ROWS } from './names';
import { numericAt } from './numeric';
import { barePressure, listedObservations, namedByUnit } from './observations';
import { type QuantityRead } from './quantity-read';
import { type ValueRead } from './read-value';
import { withSides } from './sides';
import { withVitalSigns } from './vital-signs';
import { timedValues } from './timed-values';
import { Times } from './times';
import { convert } from './units';
import { spanOf } from './words';
import { gather } from '../normalise/lists-by-key';

/** The plain unit of pure numbers, which are written without one. */
const DIMENSIONLESS: ReadonlySet<string> = new Set(['1', '[pH]', '{ratio}', '{INR}', '{score}', '{titer}']);

/** A bare number of a vital sign is in the one unit that a living person's can have. */
function usualUnit(finding: VocabularyFinding, { number = NaN, unit }: ValueRead): string | undefined {
  return unit ?? credibleUnits(finding, number)[0];
}

/** Pressures of the fluid around the brain and in airways are told in water, never those of the blood. */
const isOfWater = (unit: string): boolean => unit.includes('[H2O]');

/** A value of a name in short: one that the sign cannot have is something else ("P 3", "K 300", vitamin K 10 mg). */
function shortRead(name: NamedValue, number: number, finding: VocabularyFinding): QuantityRead | undefined {
  const { short, read, from, to } = name;
  if (read === undefined || short === undefined || finding.unit === undefined) return undefined;
  const { second: _second, ...value } = read;
  const unit = usualUnit(finding, { ...read, number });
  const isOwn =
    unit !== undefined &&
    isOfWater(unit) === isOfWater(finding.unit) &&
    convert(number, unit, finding.unit, finding) !== undefined;
  if (!isOwn || (read.second !== undefined && short.second === undefined)) return undefined;
  const isSalt = short.exact === true || finding.kind === 'lab';
  return {
    findingId: finding.id,
    from: Math.min(from, read.from),
    to: Math.max(to, read.to),
    nameTo: to,
    read: { ...value, number },
    ...(isSalt ? (read.unit === undefined ? {} : { unit: read.unit }) : { unit, isUsual: true }),
  };
}

function ofShortName(name: NamedValue, findings: Lookup<VocabularyFinding>): QuantityRead[] {
  const { short, orShort: [next, ...orShort] = [], read } = name;
  if (short === undefined || read?.number === undefined) return [];
  const values = [
    [short.finding, read.number],
    [short.second ?? '', read.second],
  ] as const;
  const found = gather(values, ([id, number]) => {
    const finding = findings.get(id);
    const quantity = finding && number !== undefined ? shortRead(name, number, finding) : undefined;
    return quantity === undefined ? [] : [{ ...quantity, ...(name.further && { further: name.further }) }];
  });
  // "P 0.86 mmol/L" is no pulse
  return found.length > 0 || next === undefined
    ? found
    : ofShortName({ ...name, short: next, orShort }, findings);
}

function ofOtherTest({ findingId, from, to }: NamedValue, read: ValueRead): QuantityRead {
  const place = { findingId, from: Math.min(from, read.from), to: Math.max(to, read.to), nameTo: to };
  return { ...place, read, ...(read.unit === undefined ? {} : { unit: read.unit }) };
}

function ofName(name: NamedValue, vocabulary: CompiledVocabulary): QuantityRead[] {
  const { read, findingId, from, to, molecularWeight, tests, further } = name;
  if (read === undefined) return [];
  if (findingId === OTHER_TEST) return read.number === undefined ? [] : [ofOtherTest(name, read)];
  if (name.short !== undefined && read.number !== undefined) return ofShortName(name, vocabulary.findings);
  const finding = vocabulary.findings.get(findingId);
  const isGuess = name.isStated === true && read.unit === undefined;
  if (isGuess && (finding === undefined || credibleUnits(finding, read.number ?? NaN).length === 0))
    return [];
  const own = finding?.unit;
  // 血浆白蛋白十九克: of spoken grams the volume is left out.
  const isTold = read.isSpoken === true || finding?.linearUnits?.some(({ unit }) => unit === 'g') === true;
  const isHalf = isTold && read.unit === 'g' && own?.startsWith('g/') === true;
  const written = isHalf ? undefined : read.unit;
  const isPure = own !== undefined && DIMENSIONLESS.has(own);
  const unit = isPure && (written === undefined || own === '{score}') ? own : written;
  return [
    {
      findingId,
      from: Math.min(from, read.from),
      to: Math.max(to, read.to),
      nameTo: to,
      read,
      ...(unit === undefined ? {} : { unit }),
      ...(molecularWeight === undefined ? {} : { molecularWeight }),
      ...(tests === undefined ? {} : { tests }),
      ...(further === undefined ? {} : { further }),
    },
  ];
}

/** Hours of a day, days of a week, weeks of a year and of a pregnancy, months of a year: what a shorthand divides by. */
const OF_TIME: ReadonlySet<number> = new Set([7, 12, 24, 40, 52]);

/** "Glucose 3 tablets", "ANC 28/40", "Plts 2/7 ago": a number of something else. */
function isAmount(
  { tokens }: Reading,
  { read, findingId, short }: NamedValue,
  { findings }: CompiledVocabulary,
): boolean {
  if (read?.number === undefined || read.unit !== undefined) return false;
  if (spanOf('amount', tokens, read.to) > 0) return true;
  const isOfTime = read.second !== undefined && OF_TIME.has(read.second);
  return isOfTime && short?.second === undefined && findings.get(findingId)?.kind === 'lab';
}

/** The findings that are told in degrees. */
const TEMPERATURES = SHORT_NAME_ROWS.flatMap(({ tenths, finding }) => (tenths === true ? [finding] : []));
const TEMPERATURE_UNITS: ReadonlySet<string> = new Set(['Cel', '[degF]']);

/** The lowest temperature in degrees Fahrenheit that is told by a bare letter: below it a woman's age is written so. */
const LEAST_BARE_FAHRENHEIT = 99;

/** "*84F*, fall": a whole number and a letter right behind it. */
const isAgeAndSex = (tokens: readonly Token[], number: number, from: number, to: number): boolean =>
  to === from + 2 &&
  tokens[from + 1]?.text === 'f' &&
  Number.isInteger(number) &&
  number < LEAST_BARE_FAHRENHEIT;

/** "38.9 °C" needs no name: nothing else is told in degrees. */
function bareTemperatures(
  reading: Reading,
  { from, to }: Sentence,
  { findings }: CompiledVocabulary,
  times: Times,
): QuantityRead[] {
  const finding = TEMPERATURES.map((id) => findings.get(id)).find((one) => one !== undefined);
  if (finding === undefined) return [];
  const found: QuantityRead[] = [];
  for (let at = from; at < to; at += 1) {
    const numeric = times.isNumber(at) ? undefined : numericAt(reading, at);
    const { unit, number } = numeric ?? {};
    if (numeric === undefined || unit === undefined || number === undefined) continue;
    // "37.1 °C (98.8 °F)" is told once
    const isAgain = textAt(reading.tokens, at - 1) === '(' && found.at(-1)?.to === at - 1;
    if (isAgeAndSex(reading.tokens, number, at, numeric.to)) continue;
    if (!isAgain && TEMPERATURE_UNITS.has(unit) && credibleUnits(finding, number).includes(unit))
      found.push({
        findingId: finding.id,
        from: at,
        to: numeric.to,
        nameTo: at,
        read: { ...numeric, from: at },
        unit,
        isUsual: true,
      });
    at = numeric.to - 1;
  }
  return found;
}

/** Reads of which none takes a token that one before it has taken for the same finding. */
function withoutRepeats(reads: readonly QuantityRead[]): QuantityRead[] {
  const taken = new Map<string, Set<number>>();
  return reads.filter(({ findingId, from, to }) => {
    const own = taken.get(findingId) ?? new Set();
    taken.set(findingId, own);
    for (let at = from; at < to; at += 1) if (own.has(at)) return false;
    for (let at = from; at < to; at += 1) own.add(at);
    return true;
  });
}

const AIM_REACH = 3;

/** "Target 135/85", "aim for sats of 92 %": what is aimed at is nobody's value. */
function isAimedAt({ tokens }: Reading, { from }: Sentence, { from: name, read }: QuantityRead): boolean {
  for (let at = Math.max(from, name - AIM_REACH); at < read.from; at += 1)
    if (spanOf('aim', tokens, at) > 0) return true;
  return false;
}

/** 降到5.65以下: a value that is waited for. */
const isWaitedFor = ({ tokens }: Reading, { read, nameTo }: QuantityRead): boolean =>
  spanOf('aim-behind', tokens, read.to) > 0 &&
  positionsBetween(nameTo, read.to).some((at) => spanOf('aim-lead', tokens, at) > 0);

/** Reads without those that are aims; limits beside an aim are aims as well: "aim Fib >1.5, Plt >75". Most sentences have none. */
function withoutAims(
  reads: readonly QuantityRead[],
  reading: Reading,
  sentence: Sentence,
): readonly QuantityRead[] {
  const aims = new Set(
    reads.filter((read) => isAimedAt(reading, sentence, read) || isWaitedFor(reading, read)),
  );
  if (aims.size === 0) return reads;
  const isLimit = ({ read: { comparator } }: QuantityRead): boolean => comparator !== undefined;
  const inOrder = [...reads].sort((a, b) => a.from - b.from);
  for (const [index, read] of inOrder.entries()) {
    const before = inOrder.findLast(({ to }, at) => at < index && to <= read.from);
    if (before !== undefined && aims.has(before) && isLimit(before) && isLimit(read)) aims.add(read);
  }
  return reads.filter((read) => !aims.has(read));
}

/** Whether a finding can be told in a unit. */
const unitsOf =
  ({ findings }: CompiledVocabulary) =>
  (findingId: string, unit: string): boolean => {
    const finding = findings.get(findingId);
    return finding?.unit !== undefined && convert(1, unit, finding.unit, finding) !== undefined;
  };

/** Where each quantity's own stretch ends: the next one begins there, or the sentence ends. */
function endsOf(reads: readonly QuantityRead[], sentence: Sentence): Map<QuantityRead, number> {
  const starts = [...new Set(reads.map(({ from }) => from))].sort((a, b) => a - b);
  const ends = new Map<QuantityRead, number>();
  let next = 0;
  for (const read of [...reads].sort((a, b) => a.to - b.to)) {
    while ((starts[next] ?? Number.POSITIVE_INFINITY) < read.to) next += 1;
    ends.set(read, starts[next] ?? sentence.to);
  }
  return ends;
}

/** Whether a sentence has a word by which it could tell the time between two values; most have none. */
const tellsHours = ({ tokens }: Reading, { from, to }: Sentence): boolean =>
  tokens
    .slice(from, to)
    .some(
      ({ text }, index) =>
        text === '内' || TELLS_HOURS.some((role) => spanOf(role, tokens, from + index) > 0),
    );
const TELLS_HOURS = ['later', 'next-day', 'span'] as const;

/**
 * Reads the quantities of a sentence: vital signs as notes write them, then every quantity of the vocabulary that is
 * named with a value or a level in words, temperatures by their unit, and what else is told in a unit of what is measured.
 */
export function readQuantities(
  reading: Reading,
  sentence: Sentence,
  mentions: readonly Mention[],
  vocabulary: CompiledVocabulary,
  durations: readonly Duration[],
): QuantityRead[] {
  const { tokens } = reading;
  const times = new Times(reading, sentence.from, sentence.to, durations);
  // "2 hr 9.6": hours of a time, and no heart rate
  const names = quantityNames(reading, sentence, mentions, vocabulary).filter(
    ({ short, from }) => short === undefined || !times.isNumber(from),
  );
  const named = gather(
    namedValues({ reading, sentence, mentions, times, hasUnit: unitsOf(vocabulary) }, names).filter(
      (name) => !isAmount(reading, name, vocabulary),
    ),
    (name) => ofName(name, vocabulary),
  );
  const timed = timedValues(reading, sentence, durations, vocabulary);
  const isTimed = ({ from, to }: QuantityRead): boolean =>
    timed.some((one) => one.from < to && from < one.to);
  const known = withoutRepeats([
    ...timed,
    ...named.filter((read) => !isTimed(read)),
    ...listedObservations(reading, sentence, vocabulary),
    ...bareTemperatures(reading, sentence, vocabulary, times),
  ]);
  const told = [...known, ...namedByUnit(reading, sentence, known, vocabulary)];
  const pressures = barePressure(reading, sentence, told, vocabulary, times);
  const either = withoutAims([...told, ...pressures], reading, sentence);
  const sided = withSides(reading, sentence, either, vocabulary);
  const reads = withVitalSigns(reading, sentence, sided, vocabulary, times);
  const ends = endsOf(reads, sentence);
  const hasHours = reads.length > 0 && tellsHours(reading, sentence);
  const text = { reading, sentence, times, vocabulary, hasHours };
  const followed = reads.map((quantity) => {
    const end = ends.get(quantity) ?? sentence.to;
    const later = withLaterValues(quantity, end, text);
    return hasHours ? withHours(tokens, later, sentence) : later;
  });
  const others = measuredByUnit(reading, sentence, followed, times);
  return [...followed, ...withoutAims(others, reading, sentence)];
}
