import { type Lab } from '@openrounds/contracts';
import { reasonOfWarning } from './set-aside';
import { warn } from '../model/warnings';
import { isProvoked } from '../measure/circumstances';
import { type UnitSystem } from '../measure/credible-units';
import { outcomeOf, ownQuantity, type QuantityOutcome } from '../measure/outcome';
import { type QuantityRead } from '../measure/quantity-read';
import { type EarlierRead } from '../measure/read-series';
import { daysAgoOf } from '../measure/value-time';
import { isVitalSign } from '../measure/vital-signs';
import { type WarningCode } from '../model/understanding';
import { type VocabularyFinding } from '../model/vocabulary';
import { type Sentence } from '../segment/sentences';
import { normalStateOf } from '../vocabulary/findings';
import { type Scope } from '../assert/governed';
import { type Collected, type ScopedSentence, type SentenceContext } from './sentence-context';

type Told = Exclude<QuantityOutcome, { problem: string }>;

/** A number as it is listed, with its comparator where it is a limit. */
export const limitOr = (number: number, comparator: QuantityRead['read']['comparator']): Lab['value'] =>
  comparator === undefined ? number : { comparator, number };

function valueOf({ read }: QuantityRead, { state, presence }: Partial<Told>): Lab['value'] {
  const { number, comparator, titre, upTo } = read;
  if (titre !== undefined) return { titre };
  if (number === undefined || upTo !== undefined) return { code: state ?? presence ?? 'unknown' };
  return limitOr(number, comparator);
}

/** The value in the finding's own unit, by the molecule that was weighed. */
function quantityOf(
  quantity: QuantityRead,
  number: number | undefined,
  unit: string | undefined,
  { vocabulary }: SentenceContext,
): Pick<Lab, 'quantity'> {
  const finding = vocabulary.findings.get(quantity.findingId);
  if (finding?.unit === undefined || number === undefined) return {};
  const own = ownQuantity(number, unit, finding, quantity.molecularWeight);
  return own === undefined ? {} : { quantity: { number: own, unit: finding.unit } };
}

const nameOf = ({ namedAt, from, nameTo }: QuantityRead, { reading }: SentenceContext): string =>
  reading.quote(namedAt?.from ?? from, namedAt?.to ?? Math.max(nameTo, from + 1)).quote;

function labOf(quantity: QuantityRead, told: Partial<Told>, context: SentenceContext): Lab {
  const { reading } = context;
  const { range, flag, upTo } = quantity.read;
  const number = upTo === undefined ? quantity.read.number : undefined;
  const { unit } = quantity;
  const state = told.state ?? told.presence;
  const rangeUnit = range?.unit ?? unit;
  return {
    name: nameOf(quantity, context),
    value: quantity.written?.number ?? valueOf(quantity, told),
    ...(unit === undefined || number === undefined ? {} : { unit: quantity.written?.unit ?? unit }),
    ...(range === undefined || rangeUnit === undefined
      ? {}
      : { referenceRange: { ...limits(range), unit: rangeUnit } }),
    ...(flag === undefined ? {} : { flag: flag.endsWith('raised') ? 'high' : 'low' }),
    ...(context.vocabulary.findings.has(quantity.findingId) && { findingId: quantity.findingId }),
    ...(state === undefined ? {} : { state }),
    ...quantityOf(quantity, number, unit ?? told.unit, context),
    source: { kind: 'text', ...reading.quote(quantity.from, quantity.to) },
  };
}

const limits = ({ low, high }: { low?: number; high?: number }): { low?: number; high?: number } => ({
  ...(low === undefined ? {} : { low }),
  ...(high === undefined ? {} : { high }),
});

/** An earlier value of the same test, written without its name, as a quantity of its own. */
function earlierQuantity({ number, unit, comparator }: EarlierRead, quantity: QuantityRead): QuantityRead {
  const { read, unit: later, ...name } = quantity;
  const own = unit ?? later;
  return {
    ...name,
    read: { from: read.from, to: read.to, number, ...(comparator === undefined ? {} : { comparator }) },
    ...(own === undefined ? {} : { unit: own }),
  };
}

function earlierLab(earlier: QuantityRead, system: UnitSystem | undefined, context: SentenceContext): Lab {
  const finding = context.vocabulary.findings.get(earlier.findingId);
  const outcome = outcomeOf(earlier, false, finding, context.patient, system);
  return labOf(earlier, 'problem' in outcome ? {} : outcome, context);
}

/** Scopes in which a value is not the patient's. */
export const NOT_OF_PATIENT = ['family', 'other-person', 'conditional', 'planned'] as const;

/** The laboratory lines of a quantity: its earlier values, then the value itself. */
function collectLabs(
  quantity: QuantityRead,
  told: Partial<Told>,
  daysAgo: number | undefined,
  place: ScopedSentence,
  context: SentenceContext,
  into: Collected,
): void {
  const { hoursAfter, isLater, read } = quantity;
  const [ofFirst, ofLast] = isLater === true && daysAgo !== undefined ? [daysAgo, 0] : [undefined, daysAgo];
  for (const [index, earlier] of (read.earlier ?? []).entries()) {
    const lab = earlierLab(earlierQuantity(earlier, quantity), place.system, context);
    into.labs.push({ lab: index === 0 ? withDays(lab, ofFirst) : lab });
  }
  into.labs.push({
    lab: withDays(labOf(quantity, told, context), ofLast),
    ...(hoursAfter === undefined ? {} : { hoursAfter }),
  });
}

const withDays = (lab: Lab, daysAgo: number | undefined): Lab =>
  daysAgo === undefined ? lab : { ...lab, daysAgo };

/**
 * Whether a number is listed although nothing is known of what it means for this patient: its unit is asked for, no
 * finding stands for it, or it is a share of cells of which the whole is not told. A gram of albumin is a dose.
 */
function isLineOfItsOwn(
  problem: WarningCode,
  { read, unit }: QuantityRead,
  finding: VocabularyFinding | undefined,
): boolean {
  if (read.number === undefined || read.upTo !== undefined || problem === 'value-impossible') return false;
  if (finding === undefined || finding.decidedBy !== undefined) return true;
  if (finding.unit === undefined || finding.kind !== 'lab') return false;
  return problem !== 'unit-not-convertible' || (unit === '%' && finding.shareOf !== undefined);
}

/** What governs a value: what has a number or a level has been measured, a limit may be one that is waited for. */
const scopeOf = ({ nameTo, read: { comparator, upTo } }: QuantityRead, { scopes }: ScopedSentence): Scope =>
  comparator === undefined && upTo === undefined ? scopes.ofValueAt(nameTo - 1) : scopes.at(nameTo - 1);

/** Adds what a quantity says of the patient now, of all findings that its name stands for; a value that cannot be used is reported. */
export function collectQuantity(
  quantity: QuantityRead,
  place: ScopedSentence,
  context: SentenceContext,
  into: Collected,
): void {
  const { further, ...first } = quantity;
  if (further === undefined) return collectOne(first, place, context, into, true);
  const named = [first, ...further.map((other): QuantityRead => ({ ...first, ...other }))];
  const told = named.filter((one) => presenceOf(one, place, context) !== undefined);
  // it is listed once, under what it says to be there
  const listed = told.find((one) => presenceOf(one, place, context) !== 'absent') ?? told[0] ?? first;
  collectOne(listed, place, context, into, true);
  for (const other of told) if (other !== listed) collectOne(other, place, context, into, false);
}

/** What a number says of its finding: a state, whether it is there, or nothing. */
function presenceOf(
  quantity: QuantityRead,
  { system }: ScopedSentence,
  { vocabulary, patient }: SentenceContext,
): string | undefined {
  const finding = vocabulary.findings.get(quantity.findingId);
  const outcome = finding && outcomeOf(quantity, false, finding, patient, system);
  return outcome === undefined || 'problem' in outcome ? undefined : (outcome.presence ?? outcome.state);
}

/** What a part of the record says of its values: a limit in a plan is one to be kept. */
function ofSection({ read }: QuantityRead, { section }: Sentence): 'family' | 'planned' | undefined {
  if (section === 'family') return 'family';
  return section === 'plan' && read.comparator !== undefined ? 'planned' : undefined;
}

/** The numbers of a vital sign: its earlier values, then the value itself. */
function collectMeasurements(
  { findingId, from, to, read, circumstances }: QuantityRead,
  { value, state }: Told,
  daysAgo: number | undefined,
  { measurements }: Collected,
): void {
  if (value === undefined || !('number' in value)) return;
  for (const { number } of read.earlier ?? [])
    measurements.push({ from, to, measurement: { findingId, value: { ...value, number } } });
  measurements.push({
    from,
    to,
    measurement: {
      findingId,
      value,
      ...(state !== undefined && { state }),
      ...circumstances,
      ...(daysAgo !== undefined && { daysAgo }),
    },
  });
}

/** "IOP L 54, R 17": the side that is worse counts, and one that is well says nothing of the other. */
function specificityOf(
  { isOfOneSide }: QuantityRead,
  { presence, state }: Told,
  finding: VocabularyFinding | undefined,
): number {
  if (isOfOneSide !== true) return 1;
  if (state === undefined || finding === undefined) return presence === 'present' ? 2 : 1;
  const placeOf = (one: string | undefined): number => finding.states?.indexOf(one ?? '') ?? 0;
  return 1 + Math.abs(placeOf(state) - placeOf(normalStateOf(finding)));
}

function collectOne(
  quantity: QuantityRead,
  place: ScopedSentence,
  context: SentenceContext,
  into: Collected,
  isFirst: boolean,
): void {
  const { reading, vocabulary, patient } = context;
  const { sentence } = place;
  for (let position = quantity.from; position < quantity.to; position += 1) into.understood.add(position);
  const scope = scopeOf(quantity, place);
  const { from, to } = quantity;
  const notOfPatient =
    ofSection(quantity, sentence) ?? place.others.get(from) ?? NOT_OF_PATIENT.find((kind) => scope.has(kind));
  if (notOfPatient !== undefined) {
    if (isFirst) into.setAside.push({ from, to, reason: notOfPatient });
    return;
  }
  const finding = vocabulary.findings.get(quantity.findingId);
  const negated = scope.has('negated') || place.scopes.at(quantity.to - 1).has('negated');
  const outcome = outcomeOf(quantity, negated, finding, patient, place.system);
  const isPast = scope.has('historical');
  const where = reading.quote(quantity.from, quantity.to);
  if ('problem' in outcome) {
    if (!isPast && finding !== undefined)
      into.warnings.push(warn(outcome.problem, where, quantity.findingId));
    const reason = isPast ? 'historical' : reasonOfWarning(outcome.problem);
    const isLine = isLineOfItsOwn(outcome.problem, quantity, finding);
    if (isLine)
      collectLabs(quantity, {}, daysAgoOf(reading.tokens, place.past, quantity), place, context, into);
    const isSaidByLine = isLine && (outcome.problem === 'interval-missing' || isPast);
    if (reason !== undefined && !isSaidByLine) into.setAside.push({ from, to, reason });
    return;
  }
  const daysAgo = daysAgoOf(reading.tokens, place.past, quantity);
  const isListed =
    finding?.kind === 'lab' || (finding?.decidedBy !== undefined && quantity.read.number !== undefined);
  if (isListed && isFirst) collectLabs(quantity, outcome, daysAgo, place, context, into);
  if (isVitalSign(finding)) collectMeasurements(quantity, outcome, daysAgo, into);
  if (isPast) {
    if (!isListed && isFirst) into.setAside.push({ from, to, reason: 'historical' });
    return;
  }
  if (outcome.asks === true) into.warnings.push(warn('unit-missing', where, quantity.findingId));
  const { presence, value, state, certainty } = outcome;
  into.statements.push({
    findingId: quantity.findingId,
    ...(presence === undefined ? {} : { presence }),
    ...(value === undefined ? {} : { value }),
    ...(state === undefined ? {} : { state }),
    ...(quantity.read.number === undefined || outcome.asks === true ? {} : { isMeasured: true }),
    certainty,
    kind: 'text',
    from: quantity.from,
    to: quantity.to,
    ...(isProvoked(quantity.circumstances ?? {}) && { isProvoked: true }),
    specificity: specificityOf(quantity, outcome, finding),
    daysAgo: quantity.isLater === true ? 0 : (daysAgo ?? 0),
    section: sentence.section,
  });
}
