import { type Lab, type LaboratoryValue, type ReferenceInterval } from '@openrounds/contracts';
import { type CompiledVocabulary } from '../vocabulary/compile';
import { type EnginePatient } from '../model/understanding';
import { type VocabularyFinding } from '../model/vocabulary';
import { bandsFor, isReferenceState, placeOfState, referenceLimits } from '../measure/bands';
import { sideByReport } from '../measure/report-judgement';
import { convert } from '../measure/units';
import { type CauseContext, commonCauses } from './causes';
import { REPORT, sourceOf } from './source';

type Direction = LaboratoryValue['direction'];

/** The report's own range in the finding's unit, if it can be told in it. */
function reportInterval({ referenceRange }: Lab, finding: VocabularyFinding): ReferenceInterval | undefined {
  const { unit } = finding;
  if (referenceRange === undefined || unit === undefined) return undefined;
  const limit = (value: number | undefined): number | undefined =>
    value === undefined ? undefined : convert(value, referenceRange.unit, unit, finding);
  const [low, high] = [limit(referenceRange.low), limit(referenceRange.high)];
  if (low === undefined && high === undefined) return undefined;
  return {
    ...(low === undefined ? {} : { low }),
    ...(high === undefined ? {} : { high }),
    unit,
    source: REPORT,
  };
}

/** The interval that the value is held against: the report's own, else that of the knowledge base for the patient. */
function intervalFor(
  lab: Lab,
  finding: VocabularyFinding,
  patient: EnginePatient,
): ReferenceInterval | undefined {
  const own = reportInterval(lab, finding);
  if (own !== undefined || finding.unit === undefined) return own;
  const limits = referenceLimits(bandsFor(finding, patient));
  return limits === undefined
    ? undefined
    : { ...limits, unit: finding.unit, source: sourceOf(finding.intervalSource) };
}

function comparatorOf({ value }: Lab): Pick<NonNullable<LaboratoryValue['quantity']>, 'comparator'> {
  return typeof value === 'object' && 'comparator' in value ? { comparator: value.comparator } : {};
}

interface Judgement {
  readonly direction: Direction;
  readonly marked: boolean;
}

/** What a yes-or-no result says. */
function directionOfPresence({ state }: Lab): Direction {
  if (state === 'present') return 'positive';
  return state === 'absent' ? 'negative' : 'unknown';
}

function judge(lab: Lab, finding: VocabularyFinding, patient: EnginePatient): Judgement {
  const { state, quantity, flag } = lab;
  if (finding.domain === 'binary') return { direction: directionOfPresence(lab), marked: false };
  if (state === 'positive' || state === 'negative') return { direction: state, marked: false };
  const place = state === undefined ? undefined : placeOfState(finding, patient, state);
  const marks = {
    ...(lab.referenceRange === undefined ? {} : { range: lab.referenceRange }),
    ...(flag === undefined ? {} : { flag: flag === 'high' ? ('raised' as const) : ('lowered' as const) }),
  };
  const isExact = typeof lab.value === 'number';
  const reported =
    quantity === undefined || !isExact
      ? undefined
      : sideByReport(finding, quantity.number, quantity.unit, marks);
  return {
    direction: reported ?? place?.side ?? 'unknown',
    marked: place !== undefined && place.steps > 1 && (reported ?? place.side) === place.side,
  };
}

/** The result whose causes are asked for; none for what is normal, negative or not read. */
function resultOf({ state }: Lab, { direction }: Judgement, finding: VocabularyFinding): string | undefined {
  const isAbnormal = direction === 'low' || direction === 'high' || direction === 'positive';
  if (!isAbnormal || state === undefined) return undefined;
  return finding.domain === 'categorical' && isReferenceState(state) ? undefined : state;
}

/**
 * Explains one laboratory value: in the unit of the knowledge base, with the interval that it is held against (the
 * report's own where it prints one), on which side of it it lies, and what commonly causes that.
 * @param place place of the value among the labs
 * @returns undefined where the value belongs to no finding of the vocabulary or says no state
 */
export function interpretValue(
  lab: Lab,
  place: number,
  context: CauseContext,
  vocabulary: CompiledVocabulary,
): LaboratoryValue | undefined {
  const finding = lab.findingId === undefined ? undefined : vocabulary.findings.get(lab.findingId);
  if (finding === undefined) return undefined;
  const judgement = judge(lab, finding, context.patient);
  const interval = intervalFor(lab, finding, context.patient);
  if (judgement.direction === 'unknown' && lab.quantity === undefined) return undefined;
  const result = resultOf(lab, judgement, finding);
  return {
    lab: place,
    findingId: finding.id,
    ...(lab.quantity === undefined ? {} : { quantity: { ...lab.quantity, ...comparatorOf(lab) } }),
    ...(interval === undefined ? {} : { interval }),
    ...judgement,
    ...(lab.state === undefined ? {} : { state: lab.state }),
    latest: lab.superseded !== true,
    causes: result === undefined ? [] : commonCauses(finding.id, result, context, vocabulary),
  };
}
