import { ageInYears, CaseInput, type Finding } from '@openrounds/contracts';
import { type EngineReadyCase, keptAge } from '@openrounds/clinical-language';
import { lookupOf } from '@openrounds/knowledge';
import { type Tally } from '../intake-evaluation/vignettes';
import { type CaseRanker } from '../ranking/case-ranker';
import { type SameLine, sameLineOf } from '../evaluation/same-line';
import { saysNothingWrong } from '../evaluation/nothing-wrong';
import { type StrangersSentences, type ToldPatient } from './sets';

/** How the sentences of one construction in one language were read. */
export interface SentenceFigures {
  readonly texts: number;
  /** Concepts that are the patient's now and that the vocabulary has: read as present or absent at all. */
  readonly found: Tally;
  /** Of concepts found, or that are not to count, those whose assertion is right. */
  readonly asserted: Tally;
  /** Present concepts that were found: read as absent. */
  readonly presentAsAbsent: Tally;
  /** Concepts that are absent, past, of others, planned …: read as present and certain. */
  readonly notPresentAsPresent: Tally;
  /** Values found with the right number and the right finding, if one stands for the test; words for a value with the right direction. */
  readonly values: Tally;
  /** Onset, duration and course of the illness, each where it is told. */
  readonly illness: Tally;
  /** Age, sex and pregnancy all right. */
  readonly patients: Tally;
}

/** Figures by language and construction, and by language. */
export type SentencesReport = Readonly<Record<string, SentenceFigures>>;

/** Reads every text as the narrative of a case about which nothing else was entered. */
export function judgeSentences(texts: readonly StrangersSentences[], ranker: CaseRanker): SentencesReport {
  const { findings } = lookupOf(ranker.bundle);
  const line = sameLineOf(ranker.bundle);
  const isBackground: IsBackground = (id) => BACKGROUND.has(findings.get(id)?.kind ?? '');
  const groups = new Map<string, SentenceFigures[]>();
  for (const each of texts) {
    const read = ranker.understand(CaseInput.parse({ narrative: each.text })).ready;
    const figures = figuresOf(each, read, { line, isBackground });
    for (const group of [each.language, `${each.language} ${each.construction}`])
      groups.set(group, [...(groups.get(group) ?? []), figures]);
  }
  return Object.fromEntries(
    [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([group, all]) => [group, together(all)]),
  );
}

type TallyKey = Exclude<keyof SentenceFigures, 'texts'>;
const TALLIES: readonly TallyKey[] = [
  'found',
  'asserted',
  'presentAsAbsent',
  'notPresentAsPresent',
  'values',
  'illness',
  'patients',
];

function together(all: readonly SentenceFigures[]): SentenceFigures {
  const sum = (key: TallyKey): Tally => ({
    of: all.reduce((total, each) => total + each[key].of, 0),
    right: all.reduce((total, each) => total + each[key].right, 0),
  });
  const tallies = Object.fromEntries(TALLIES.map((key) => [key, sum(key)])) as Record<TallyKey, Tally>;
  return { texts: all.length, ...tallies };
}

const share = (judged: readonly boolean[]): Tally => ({
  of: judged.length,
  right: judged.filter(Boolean).length,
});

function figuresOf(text: StrangersSentences, read: EngineReadyCase, known: Known): SentenceFigures {
  const concepts = text.concepts
    .filter(({ findings }) => findings.length > 0)
    .map(({ assertion, findings }) => ({ assertion, said: saidOf(findings, assertion, read, known) }));
  const current = concepts.filter(({ assertion }) => assertion === 'present' || assertion === 'absent');
  const others = concepts.filter(({ assertion }) => assertion !== 'present');
  const judged = concepts.flatMap(({ assertion, said }) => {
    if (assertion === 'present') return said === 'nothing' ? [] : [said === 'present'];
    if (assertion === 'absent') return said === 'nothing' ? [] : [said === 'absent'];
    if (assertion === 'possible') return [said !== 'present'];
    return [said === 'nothing' || said === 'absent'];
  });
  const present = concepts.filter(({ assertion, said }) => assertion === 'present' && said !== 'nothing');
  return {
    texts: 1,
    found: share(current.map(({ said }) => said !== 'nothing')),
    asserted: share(judged),
    presentAsAbsent: share(present.map(({ said }) => said === 'absent')),
    notPresentAsPresent: share(others.map(({ said }) => said === 'present')),
    values: share(text.values.map((value) => isRightValue(value, read))),
    illness: share(illnessFacts(text, read)),
    patients: share(text.patient === undefined ? [] : [isRightPatient(text.patient, read)]),
  };
}

/** Kinds of finding that tell of the past, of the family and of how one lives. */
const BACKGROUND: ReadonlySet<string> = new Set(['history', 'risk-factor', 'exposure']);
type IsBackground = (findingId: string) => boolean;

/** What the judge knows of the vocabulary. */
interface Known {
  readonly line: SameLine;
  readonly isBackground: IsBackground;
}

/** Assertions that a finding of the background tells truly: a stroke of 2015 is a known stroke. */
const TOLD_BY_BACKGROUND: ReadonlySet<string> = new Set(['past', 'family', 'other-person']);

type Said = 'present' | 'absent' | 'doubted' | 'nothing';

/** What was read of a concept, whichever of its findings says it: a certain presence counts most. */
function saidOf(
  findings: readonly string[],
  assertion: string,
  { observed }: EngineReadyCase,
  { line, isBackground }: Known,
): Said {
  const counts = (id: string): boolean => !TOLD_BY_BACKGROUND.has(assertion) || !isBackground(id);
  const read = observed
    .filter(({ findingId }) => counts(findingId) && findings.some((id) => line(id, findingId)))
    .map(({ presence, state, certainty }): Said => {
      const isThere = state === undefined ? presence === 'present' : !saysNothingWrong(state);
      if (!isThere) return presence === 'unknown' ? 'nothing' : 'absent';
      return certainty < CERTAIN ? 'doubted' : 'present';
    });
  return (['present', 'absent', 'doubted'] as const).find((said) => read.includes(said)) ?? 'nothing';
}

/** What the text calls possible is present with a certainty of 0.7. */
const CERTAIN = 0.75;

type Age = NonNullable<ToldPatient['age']>;
type Value = StrangersSentences['values'][number];

function isRightValue({ value, flag, findings }: Value, { understood, observed }: EngineReadyCase): boolean {
  const isOne = (id: string | undefined): boolean => id !== undefined && findings.includes(id);
  // A test that no finding stands for is read where its value is listed.
  const isListed = (id: string | undefined): boolean => findings.length === 0 || isOne(id);
  if (value === null) {
    const read = observed.filter(({ findingId }) => isOne(findingId));
    return read.some(
      ({ state, presence }) =>
        (flag === 'normal') === (state === undefined ? presence === 'absent' : saysNothingWrong(state)),
    );
  }
  const isNumber = (number: number | undefined): boolean =>
    number !== undefined && Math.abs(number - value) <= 1e-9 * Math.max(1, Math.abs(value));
  const ofFinding = ({ findingId, value: told }: Finding): boolean =>
    isOne(findingId) && told !== undefined && 'number' in told && isNumber(told.number);
  return (
    understood.findings.some(ofFinding) ||
    understood.labs.some((lab) => isListed(lab.findingId) && isNumber(numberOf(lab.value)))
  );
}

const numberOf = (value: unknown): number | undefined =>
  typeof value === 'number'
    ? value
    : typeof value === 'object' && value !== null && 'number' in value && typeof value.number === 'number'
      ? value.number
      : undefined;

function illnessFacts({ illness }: StrangersSentences, { observed }: EngineReadyCase): boolean[] {
  if (illness === undefined) return [];
  const stateOf = (id: string): string | undefined =>
    observed.find(({ findingId }) => findingId === id)?.state;
  return (['onset', 'duration', 'course'] as const).flatMap((part) => {
    const wanted = illness[part];
    return wanted === null ? [] : [stateOf(`illness-${part}`) === wanted];
  });
}

/** Ages told by count of days or months may differ by rounding. */
const SAME_AGE_YEARS = 0.01;
const keptYears = (age: Age): number => ageInYears(keptAge(age));

/** Of somebody who is seven and a half the age in years is seven. */
function isSameAge(told: Age, read: Age): boolean {
  const [wanted, years] = [keptYears(told), keptYears(read)];
  return Math.abs(wanted - years) < SAME_AGE_YEARS || (told.unit === 'a' && Math.floor(years) === told.value);
}

/** "In her sixties" tells no age; a reading that says so, and goes on with 60, takes it for none either. */
function isRightPatient(
  told: ToldPatient,
  { understood: { patient: read, warnings } }: EngineReadyCase,
): boolean {
  const isRough = warnings.some(({ code }) => code === 'age-told-roughly');
  const sameAge =
    told.age === null ? read.age === null || isRough : read.age !== null && isSameAge(told.age, read.age);
  const sameSex = (told.sex ?? 'unknown') === read.sex;
  const samePregnancy = (told.pregnant ?? false) === (read.pregnant ?? false);
  return sameAge && sameSex && samePregnancy;
}
