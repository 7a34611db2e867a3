import { type Lab, type Laboratory, type Setting } from '@openrounds/contracts';
import { type CompiledVocabulary } from '../vocabulary/compile';
import { warn } from '../model/warnings';
import { type EnginePatient, type UnderstandingWarning } from '../model/understanding';
import { laboratoryReport } from './laboratory-report';
import { inOrderOfTime } from './series';
import { given } from '../normalise/lists-by-key';

/** Laboratory values with those that others supersede marked, the report explained, and what should be known of it. */
export interface ExplainedLabs {
  readonly labs: Lab[];
  /** Left out where there is no value. */
  readonly laboratory?: Laboratory;
  readonly warnings: UnderstandingWarning[];
}

const keyOf = ({ findingId, value, unit, daysAgo, collectedAt, source }: Lab): string =>
  JSON.stringify([findingId, value, unit, daysAgo, collectedAt, source?.kind === 'coded']);

/** Finding and state of what a text has measured: the same in words ("anaemia, Hb 72 g/L") says nothing more. */
const measuredIn = (labs: readonly Lab[]): Set<string> =>
  new Set(labs.filter(({ quantity }) => quantity !== undefined).map(stateOf));

const stateOf = ({ findingId = '', state = '' }: Lab): string => `${findingId} ${state}`;

/** A text may say the same value of the same test twice; what was entered stays as it is. */
function withoutRepeats(labs: readonly Lab[]): Lab[] {
  const seen = new Set<string>();
  const measured = measuredIn(labs);
  return labs.filter((lab) => {
    const key = keyOf(lab);
    const isWord = lab.quantity === undefined && typeof lab.value === 'object' && 'code' in lab.value;
    const isRepeat = seen.has(key) || (isWord && measured.has(stateOf(lab)));
    seen.add(key);
    return lab.source?.kind === 'coded' || lab.findingId === undefined || !isRepeat;
  });
}

interface Placed {
  readonly lab: Lab;
  readonly place: number;
}

function byFinding(labs: readonly Lab[]): Map<string, Placed[]> {
  const groups = new Map<string, Placed[]>();
  for (const [place, lab] of labs.entries()) {
    if (lab.findingId === undefined || lab.state === undefined) continue;
    const group = groups.get(lab.findingId);
    if (group === undefined) groups.set(lab.findingId, [{ lab, place }]);
    else group.push({ lab, place });
  }
  return groups;
}

/**
 * The value of a test that counts: what was entered counts for more than what the text says, a measurement for more
 * than a word, and a later value for more than an earlier one.
 */
function latestOf(values: readonly Placed[]): Placed | undefined {
  const coded = values.filter(({ lab }) => lab.source?.kind === 'coded');
  const among = coded.length > 0 ? coded : values;
  const measured = among.filter(({ lab }) => lab.quantity !== undefined);
  return inOrderOfTime(measured.length > 0 ? measured : among).at(-1);
}

/** An earlier measurement said something else: the reader has to know which one counts. */
function warningOf(values: readonly Placed[], { lab: latest }: Placed): UnderstandingWarning[] {
  const other = values.find(
    ({ lab }) =>
      lab.state !== latest.state && lab.quantity !== undefined && lab.source?.kind === latest.source?.kind,
  );
  if (other === undefined || latest.quantity === undefined) return [];
  const { start, end, quote } = other.lab.source ?? {};
  const where =
    start === undefined || end === undefined || quote === undefined ? undefined : { start, end, quote };
  return [warn('latest-value-kept', where, latest.findingId)];
}

/** A value that a later one supersedes contradicts nothing. */
export function withoutSerial(warnings: readonly UnderstandingWarning[]): UnderstandingWarning[] {
  const serial = new Set(
    given(warnings, ({ code, findingId }) => (code === 'latest-value-kept' ? findingId : undefined)),
  );
  return warnings.filter(
    ({ code, findingId }) =>
      code !== 'contradiction-resolved' || findingId === undefined || !serial.has(findingId),
  );
}

/**
 * What the laboratory values of a case say together: which of several counts, and the report explained.
 * @param setting whose patients the common causes are reckoned for; the mean of both where it is not known
 */
export function explainLabs(
  given: readonly Lab[],
  patient: EnginePatient,
  vocabulary: CompiledVocabulary,
  setting?: Setting,
): ExplainedLabs {
  const labs = withoutRepeats(given);
  const superseded = new Set<number>();
  const warnings: UnderstandingWarning[] = [];
  for (const values of byFinding(labs).values()) {
    const latest = latestOf(values);
    if (latest === undefined || values.length < 2) continue;
    for (const { place } of values) if (place !== latest.place) superseded.add(place);
    warnings.push(...warningOf(values, latest));
  }
  const marked = labs.map(({ superseded: _earlier, ...lab }, place): Lab =>
    superseded.has(place) ? { ...lab, superseded: true } : lab,
  );
  const laboratory = laboratoryReport(marked, patient, vocabulary, setting);
  const isEmpty = laboratory.values.length === 0 && laboratory.changes.length === 0;
  return { labs: marked, ...(isEmpty ? {} : { laboratory }), warnings };
}
