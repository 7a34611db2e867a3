import { type EngineReadyCase } from '@openrounds/clinical-language';
import { ageInYears, CaseInput, Patient } from '@openrounds/contracts';
import { type Retrieval, sumOfRetrievals } from '@openrounds/evaluation';
import { z } from 'zod';

const ids = z.array(z.string());

/** A vignette as a teacher pastes it, and what a careful reader makes of it. */
export const vignetteSchema = z.object({
  id: z.string(),
  language: z.enum(['en', 'zh']),
  form: z.string(),
  text: z.string(),
  patient: Patient,
  expected: z.object({ present: ids, absent: ids, states: z.record(z.string(), z.string()) }),
  /** Numbers behind states, in the unit as written (UCUM). */
  values: z.record(z.string(), z.object({ number: z.number(), unit: z.string() })),
  /** Findings whose number has no unit and must be asked for. */
  asks: ids,
  /** What may be read or left out without fault. */
  acceptable: ids,
  /** What the text says of someone else, of the past, of a plan or a condition, or denies. */
  never: z.array(z.object({ findingId: z.string(), because: z.string() })),
});
export type Vignette = z.output<typeof vignetteSchema>;

/** Intake as the product does it: a case in, what was understood out. */
export type Understand = (input: CaseInput) => EngineReadyCase;

/** How the vignettes of one language were read. */
export interface VignetteFigures {
  readonly vignettes: number;
  /** Those without a single fault. */
  readonly right: number;
  readonly present: Retrieval;
  /** What is denied or normal. */
  readonly absent: Retrieval;
  readonly values: Tally;
  /** Age, sex and pregnancy, each once for every vignette that tells it. */
  readonly patient: Tally;
  /** Read as present although another person, the past, a plan or a condition has it. */
  readonly misattributed: number;
}

export interface Tally {
  readonly of: number;
  readonly right: number;
}

/** One vignette against what was understood of it; no faults: it came out right. */
export interface VignetteVerdict extends Omit<VignetteFigures, 'vignettes' | 'right'> {
  readonly faults: readonly string[];
}

/** Reads a vignette as the narrative of a case about which nothing else was entered. */
export function judgeVignette(vignette: Vignette, understand: Understand): VignetteVerdict {
  const ready = understand(CaseInput.parse({ narrative: vignette.text }));
  const sides = sidesOf(vignette, ready);
  const values = valueFaults(vignette, ready);
  const patient = patientFaults(vignette, ready);
  const misattributed = misattributions(vignette, ready);
  return {
    present: retrievalOf(sides.present),
    absent: retrievalOf(sides.absent),
    values: tally(Object.keys(vignette.values).length, values),
    patient: tally(patientFacts(vignette).length, patient),
    misattributed: misattributed.length,
    faults: [
      ...Object.entries(sides).flatMap(([side, compared]) => sideFaults(side, compared)),
      ...values,
      ...patient,
      ...unasked(vignette, ready),
      ...misattributed,
    ],
  };
}

/** Figures by language, and every fault with its vignette. */
export interface VignettesReport {
  readonly figures: Readonly<Record<string, VignetteFigures>>;
  readonly faults: readonly string[];
}

/** The vignettes of each language together. */
export function judgeVignettes(vignettes: readonly Vignette[], understand: Understand): VignettesReport {
  const judged = vignettes.map((vignette) => ({ vignette, verdict: judgeVignette(vignette, understand) }));
  const languages = [...new Set(vignettes.map(({ language }) => language))].sort();
  return {
    figures: Object.fromEntries(
      languages.map((language) => [
        language,
        together(judged.flatMap((each) => (each.vignette.language === language ? [each.verdict] : []))),
      ]),
    ),
    faults: judged.flatMap(({ vignette: { id }, verdict: { faults } }) =>
      faults.map((fault) => `${id} ${fault}`),
    ),
  };
}

function together(verdicts: readonly VignetteVerdict[]): VignetteFigures {
  const tallies = (which: 'values' | 'patient'): Tally => ({
    of: verdicts.reduce((sum, verdict) => sum + verdict[which].of, 0),
    right: verdicts.reduce((sum, verdict) => sum + verdict[which].right, 0),
  });
  return {
    vignettes: verdicts.length,
    right: verdicts.filter(({ faults }) => faults.length === 0).length,
    present: sumOfRetrievals(verdicts.map(({ present }) => present)),
    absent: sumOfRetrievals(verdicts.map(({ absent }) => absent)),
    values: tallies('values'),
    patient: tallies('patient'),
    misattributed: verdicts.reduce((sum, { misattributed }) => sum + misattributed, 0),
  };
}

const tally = (of: number, faults: readonly string[]): Tally => ({ of, right: of - faults.length });

/** Facts as text, so that they can be compared and shown: an id, or an id with its state. */
interface Compared {
  readonly wanted: readonly string[];
  readonly read: readonly string[];
}

/** States in which nothing is wrong belong with the denials. */
const NOTHING_WRONG: ReadonlySet<string> = new Set(['normal', 'negative', 'below-lod']);

function sidesOf(
  { expected, acceptable, asks }: Vignette,
  { observed }: EngineReadyCase,
): Readonly<Record<'present' | 'absent', Compared>> {
  const states = Object.entries(expected.states);
  const wanted = [
    ...expected.present.map((id) => ({ id, fact: id, absent: false })),
    ...expected.absent.map((id) => ({ id, fact: id, absent: true })),
    ...states.map(([id, state]) => ({ id, fact: `${id} = ${state}`, absent: NOTHING_WRONG.has(state) })),
  ];
  const tolerated = new Set([...acceptable, ...asks]);
  const read = observed
    .filter(({ findingId, presence }) => !tolerated.has(findingId) && presence !== 'unknown')
    .map(({ findingId, presence, state }) => ({
      fact: state === undefined ? findingId : `${findingId} = ${state}`,
      absent: state === undefined ? presence === 'absent' : NOTHING_WRONG.has(state),
    }));
  const side = (absent: boolean): Compared => ({
    wanted: wanted.filter((each) => each.absent === absent).map(({ fact }) => fact),
    read: read.filter((each) => each.absent === absent).map(({ fact }) => fact),
  });
  return { present: side(false), absent: side(true) };
}

function retrievalOf({ wanted, read }: Compared): Retrieval {
  return {
    proposed: read.length,
    proposedRight: read.filter((fact) => wanted.includes(fact)).length,
    wanted: wanted.length,
    wantedFound: wanted.filter((fact) => read.includes(fact)).length,
  };
}

const sideFaults = (side: string, { wanted, read }: Compared): string[] => [
  ...wanted.filter((fact) => !read.includes(fact)).map((fact) => `missed ${side}: ${fact}`),
  ...read.filter((fact) => !wanted.includes(fact)).map((fact) => `unfounded ${side}: ${fact}`),
];

function valueFaults({ values }: Vignette, { understood }: EngineReadyCase): string[] {
  return Object.entries(values).flatMap(([findingId, { number, unit }]) => {
    const same = understood.findings.some(
      ({ findingId: id, value }) =>
        id === findingId &&
        value !== undefined &&
        'number' in value &&
        value.number === number &&
        value.unit === unit,
    );
    return same ? [] : [`value not read: ${findingId} ${String(number)} ${unit}`];
  });
}

type PatientFact = 'age' | 'sex' | 'pregnant';

function patientFacts({ patient }: Vignette): PatientFact[] {
  return [
    ...(patient.age === null ? [] : ['age' as const]),
    ...(patient.sex === 'unknown' ? [] : ['sex' as const]),
    ...(typeof patient.pregnant === 'boolean' ? ['pregnant' as const] : []),
  ];
}

/** Ages that differ by less count as the same: 27 months and two years and a quarter. */
const SAME_AGE_YEARS = 0.01;

function patientFaults(vignette: Vignette, { understood: { patient: read } }: EngineReadyCase): string[] {
  const { patient } = vignette;
  const isRight: Readonly<Record<PatientFact, () => boolean>> = {
    age: () =>
      patient.age !== null &&
      read.age !== null &&
      Math.abs(ageInYears(patient.age) - ageInYears(read.age)) < SAME_AGE_YEARS,
    sex: () => patient.sex === read.sex,
    pregnant: () => patient.pregnant === read.pregnant,
  };
  return patientFacts(vignette).flatMap((fact) => (isRight[fact]() ? [] : [`patient misread: ${fact}`]));
}

const unasked = ({ asks }: Vignette, { understood, observed }: EngineReadyCase): string[] =>
  asks
    .filter(
      (id) =>
        observed.some(({ findingId }) => findingId === id) ||
        !understood.warnings.some(({ code, findingId }) => code === 'unit-missing' && findingId === id),
    )
    .map((id) => `unit not asked for: ${id}`);

const misattributions = ({ never }: Vignette, { observed }: EngineReadyCase): string[] =>
  never
    .filter(({ findingId: id }) =>
      observed.some(
        ({ findingId, presence, state }) =>
          findingId === id && (presence === 'present' || (state !== undefined && !NOTHING_WRONG.has(state))),
      ),
    )
    .map(({ findingId, because }) => `must not be read as present (${because}): ${findingId}`);
