import { type Finding, type Lab } from '@openrounds/contracts';
import { warn } from '../merge/warnings';
import { type WarningCode } from '../model/understanding';
import { stateOfLevel, stateOfValue } from '../quantities/intervals';
import { type QuantityRead } from '../quantities/quantities';
import { type Level } from '../quantities/read-value';
import { type Collected, daysAgoAt, type ScopedSentence, type SentenceContext } from './sentence-context';

/** "Not raised" is normal, "not positive" negative; "not normal" says no state. */
const DENIED_LEVEL: Partial<Record<Level, Level>> = {
  raised: 'normal',
  'very-raised': 'normal',
  lowered: 'normal',
  'very-lowered': 'normal',
  positive: 'negative',
};

type Outcome =
  | { readonly value: NonNullable<Finding['value']>; readonly state?: string; readonly certainty: number }
  | { readonly problem: WarningCode };

function stateFor(
  quantity: QuantityRead,
  negated: boolean,
  { vocabulary, patient }: SentenceContext,
): Outcome {
  const finding = vocabulary.findings.get(quantity.findingId);
  const { number, comparator, level, titre } = quantity.read;
  if (finding === undefined) return { problem: 'lab-unmapped' };
  const amount = number ?? (titre === undefined ? undefined : Number(titre.slice(2)));
  if (amount === undefined) {
    const meant = level !== undefined && negated ? DENIED_LEVEL[level] : level;
    const state = meant === undefined ? undefined : stateOfLevel(finding, meant);
    return state === undefined
      ? { problem: 'interval-missing' }
      : { value: { code: state }, state, certainty: 1 };
  }
  const unit = titre === undefined ? quantity.unit : (finding.unit ?? '{titer}');
  if (unit === undefined) return { problem: 'unit-missing' };
  const known = stateOfValue(finding, patient, amount, unit, comparator);
  if ('problem' in known) return known;
  const plain = comparator === undefined && titre === undefined;
  return {
    value: plain ? { number: amount, unit } : { code: known.state },
    state: known.state,
    certainty: known.certainty,
  };
}

function labOf(quantity: QuantityRead, state: string | undefined, { reading }: SentenceContext): Lab {
  const { number, comparator, titre } = quantity.read;
  const name = reading.quote(quantity.from, Math.max(quantity.nameTo, quantity.from + 1)).quote;
  const value: Lab['value'] =
    titre !== undefined
      ? { titre }
      : number === undefined
        ? { code: state ?? 'unknown' }
        : comparator === undefined
          ? number
          : { comparator, number };
  return {
    name,
    value,
    ...(quantity.unit === undefined || number === undefined ? {} : { unit: quantity.unit }),
    findingId: quantity.findingId,
    ...(state === undefined ? {} : { state }),
    source: { kind: 'text', ...reading.quote(quantity.from, quantity.to) },
  };
}

/** Scopes in which a value is not the patient's present one. */
const NOT_NOW = ['family', 'other-person', 'conditional', 'planned', 'historical'] as const;

/** Adds what a quantity says of the patient now; a value that cannot be used is reported. */
export function collectQuantity(
  quantity: QuantityRead,
  place: ScopedSentence,
  context: SentenceContext,
  into: Collected,
): void {
  const { reading, vocabulary } = context;
  const { sentence } = place;
  for (let position = quantity.from; position < quantity.to; position += 1) into.understood.add(position);
  const scope = place.scopes.at(quantity.nameTo - 1);
  if (sentence.section === 'family' || NOT_NOW.some((kind) => scope.has(kind))) return;
  const negated = scope.has('negated') || place.scopes.at(quantity.to - 1).has('negated');
  const outcome = stateFor(quantity, negated, context);
  if ('problem' in outcome) {
    into.warnings.push(warn(outcome.problem, reading.quote(quantity.from, quantity.to), quantity.findingId));
    return;
  }
  const isLab = vocabulary.findings.get(quantity.findingId)?.kind === 'lab';
  into.statements.push({
    findingId: quantity.findingId,
    value: outcome.value,
    ...(outcome.state === undefined ? {} : { state: outcome.state }),
    ...(isLab ? { lab: labOf(quantity, outcome.state, context) } : {}),
    certainty: outcome.certainty,
    kind: 'text',
    from: quantity.from,
    to: quantity.to,
    specificity: 1,
    daysAgo: daysAgoAt(place, quantity.from),
    section: sentence.section,
  });
}
