import { ageInYears, type CaseInput } from '@openrounds/contracts';
import { type Terminology } from '../vocabulary/terminology';
import { deniersOf } from '../vocabulary/findings';
import { type ClinicalIssue, type ClinicalIssueCode } from '../model/issue';
import { type EnginePatient } from '../model/understanding';
import { type VocabularyFinding } from '../model/vocabulary';
import { isImpossible, stateOfValue } from '../measure/intervals';
import { convert, isUcum } from '../measure/units';
import { enginePatient } from '../conclude/patient';
import { readLab } from './lab-state';
import {
  codedFindings,
  codedLabs,
  codingOf,
  type FindingInput,
  findingOf,
  findingOfLab,
  type LabInput,
  type Placed,
  withStateNamed,
} from './coded-items';

const OLDEST_YEARS = 130;

type Issues = ClinicalIssue[];

function issue(pointer: string, code: ClinicalIssueCode, message: string): ClinicalIssue {
  return { pointer, code, message };
}

function checkPatient({ patient }: CaseInput): Issues {
  const issues: Issues = [];
  const years = patient.age === null ? undefined : ageInYears(patient.age);
  if (years !== undefined && !(years >= 0 && years <= OLDEST_YEARS)) {
    issues.push(
      issue(
        '/patient/age/value',
        'age-impossible',
        `an age must lie between 0 and ${String(OLDEST_YEARS)} years`,
      ),
    );
  }
  return issues;
}

/** Why a coded entry names no finding. */
export function identityIssue(
  { pointer, item }: Placed<FindingInput>,
  vocabulary: Terminology,
): ClinicalIssue {
  const coding = codingOf(item);
  if (coding !== undefined) {
    return issue(
      `${pointer}/code`,
      'unmapped-code',
      `${coding.system} ${coding.code} is not mapped to a finding`,
    );
  }
  const id = item.findingId;
  const at = `${pointer}/findingId`;
  if (id === undefined)
    return issue(at, 'finding-missing', 'a findingId, or a system and a code, is required');
  return vocabulary.otherIds.has(id)
    ? issue(at, 'not-a-finding', `${id} is an id of the knowledge base but not of a finding`)
    : issue(at, 'unknown-finding', `${id} is not in the vocabulary`);
}

function unitIssue(pointer: string, unit: string, finding: VocabularyFinding): ClinicalIssue | undefined {
  if (!isUcum(unit))
    return issue(
      pointer,
      'unit-unknown',
      `${unit} is not a UCUM unit; ${finding.id} is measured in ${finding.unit ?? '1'}`,
    );
  if (convert(1, unit, finding.unit ?? unit, finding) === undefined) {
    return issue(
      pointer,
      'unit-not-convertible',
      `${unit} cannot be converted to ${finding.unit ?? '1'}, the unit of ${finding.id}`,
    );
  }
  return undefined;
}

function checkNumber(
  pointer: string,
  value: { number: number; unit: string },
  finding: VocabularyFinding,
  patient: EnginePatient,
): Issues {
  if (finding.unit === undefined)
    return [issue(pointer, 'not-a-quantity', `${finding.id} takes one of its states, not a number`)];
  const wrongUnit = unitIssue(`${pointer}/unit`, value.unit, finding);
  if (wrongUnit !== undefined) return [wrongUnit];
  const own = convert(value.number, value.unit, finding.unit, finding);
  if (own === undefined || isImpossible(finding, own)) {
    return [issue(pointer, 'value-impossible', impossibleMessage(finding))];
  }
  const state = stateOfValue(finding, patient, value.number, value.unit);
  return 'problem' in state && patient.sex !== 'unknown' && patient.ageYears !== null
    ? [issue(pointer, 'value-out-of-intervals', `${finding.id} has no interval for this value and patient`)]
    : [];
}

function impossibleMessage({ id, plausible, unit }: VocabularyFinding): string {
  if (plausible === undefined) return `${id} must be a finite number`;
  return `${id} must lie between ${String(plausible.low)} and ${String(plausible.high)} ${unit ?? ''}`.trim();
}

function checkValue(
  { pointer, item }: Placed<FindingInput>,
  finding: VocabularyFinding,
  patient: EnginePatient,
): Issues {
  if (finding.domain === 'binary') {
    const issues: Issues = [];
    if (item.value !== undefined)
      issues.push(
        issue(
          `${pointer}/value`,
          'value-not-allowed',
          `${finding.id} is present or absent; it takes no value`,
        ),
      );
    if (item.presence === undefined)
      issues.push(issue(`${pointer}/presence`, 'presence-missing', `${finding.id} needs a presence`));
    return issues;
  }
  if (item.presence !== undefined)
    return [
      issue(`${pointer}/presence`, 'presence-not-allowed', `${finding.id} takes a value, not a presence`),
    ];
  const { value } = item;
  if (value === undefined) return [issue(`${pointer}/value`, 'value-missing', `${finding.id} needs a value`)];
  if ('number' in value) return checkNumber(`${pointer}/value`, value, finding, patient);
  return finding.states?.includes(value.code)
    ? []
    : [
        issue(
          `${pointer}/value/code`,
          'unknown-state',
          `${value.code} is no state of ${finding.id}: ${(finding.states ?? []).join(', ')}`,
        ),
      ];
}

/** What is wrong with one coded finding for this patient. */
export function checkFinding(
  given: Placed<FindingInput>,
  vocabulary: Terminology,
  patient: EnginePatient,
): Issues {
  const placed = { ...given, item: withStateNamed(given.item, vocabulary) };
  const finding = findingOf(placed.item, vocabulary);
  const { certainty } = placed.item;
  const range =
    certainty !== undefined && !(certainty >= 0.5 && certainty <= 1)
      ? [issue(`${placed.pointer}/certainty`, 'certainty-out-of-range', 'a certainty lies between 0.5 and 1')]
      : [];
  if (finding === undefined) return [identityIssue(placed, vocabulary), ...range];
  return [...checkValue(placed, finding, patient), ...range];
}

/** A laboratory name is free text: one that the vocabulary does not hold is reported as not understood, not refused. */
function checkLab(
  { pointer, item }: Placed<LabInput>,
  vocabulary: Terminology,
  patient: EnginePatient,
): Issues {
  const finding = findingOfLab(item, vocabulary);
  if (finding === undefined) {
    return item.code === undefined
      ? []
      : [issue(`${pointer}/code`, 'unknown-lab', `${item.code} is no laboratory test of the vocabulary`)];
  }
  const isCode = typeof item.value === 'object' && 'code' in item.value;
  if (!isCode && item.unit !== undefined && finding.unit !== undefined) {
    const wrongUnit = unitIssue(`${pointer}/unit`, item.unit, finding);
    if (wrongUnit !== undefined) return [wrongUnit];
  }
  const rangeUnit = item.referenceRange?.unit;
  if (rangeUnit !== undefined && finding.unit !== undefined) {
    const wrongRange = unitIssue(`${pointer}/referenceRange/unit`, rangeUnit, finding);
    if (wrongRange !== undefined) return [wrongRange];
  }
  const read = readLab(item, finding, patient);
  return 'problem' in read ? labProblem(pointer, read.problem, finding, patient) : [];
}

function labProblem(
  pointer: string,
  problem: Extract<ReturnType<typeof readLab>, { problem: string }>['problem'],
  finding: VocabularyFinding,
  patient: EnginePatient,
): Issues {
  if (problem === 'unit-missing')
    return [
      issue(`${pointer}/unit`, 'unit-missing', `${finding.id} needs a unit, such as ${finding.unit ?? '1'}`),
    ];
  if (problem === 'unit-not-convertible')
    return [issue(`${pointer}/unit`, 'unit-not-convertible', `the unit does not fit ${finding.id}`)];
  if (problem === 'value-impossible')
    return [issue(`${pointer}/value`, 'value-impossible', impossibleMessage(finding))];
  if (problem === 'unknown-state')
    return [issue(`${pointer}/value/code`, 'unknown-state', `no such state of ${finding.id}`)];
  if (problem === 'value-not-allowed')
    return [issue(`${pointer}/value`, 'lab-value-not-allowed', `${finding.id} takes a code, not a number`)];
  const known = patient.sex !== 'unknown' && patient.ageYears !== null;
  return known
    ? [
        issue(
          `${pointer}/value`,
          'value-out-of-intervals',
          `${finding.id} has no interval for this value and patient`,
        ),
      ]
    : [];
}

/** A coded statement about the patient now, with what it says in comparable form. */
interface Claim {
  readonly pointer: string;
  readonly findingId: string;
  readonly says: string;
}

const isCurrent = ({ assertion }: FindingInput): boolean =>
  assertion === undefined || assertion === 'current';

function findingClaims(input: CaseInput, vocabulary: Terminology, patient: EnginePatient): Claim[] {
  return codedFindings(input).flatMap(({ pointer, item: given }): Claim[] => {
    const item = withStateNamed(given, vocabulary);
    const finding = findingOf(item, vocabulary);
    if (finding === undefined || !isCurrent(item)) return [];
    const { presence, value } = item;
    if (finding.domain === 'binary') {
      return presence === 'present' || presence === 'absent'
        ? [{ pointer, findingId: finding.id, says: presence }]
        : [];
    }
    if (value === undefined) return [];
    if ('code' in value) return [{ pointer, findingId: finding.id, says: value.code }];
    const state =
      finding.unit === undefined || !isUcum(value.unit)
        ? undefined
        : stateOfValue(finding, patient, value.number, value.unit);
    return state !== undefined && 'state' in state
      ? [{ pointer, findingId: finding.id, says: state.state }]
      : [];
  });
}

/** Statements that cannot hold together: two of one finding, or of a finding and one that it is a kind of. */
export function contradictionsOf(
  claims: readonly Claim[],
  stages: readonly string[],
  vocabulary: Terminology,
): Issues {
  const issues: Issues = [];
  const first = new Map<string, Claim>();
  for (const claim of claims) {
    const before = first.get(claim.findingId);
    if (before === undefined) first.set(claim.findingId, claim);
    else if (
      before.says !== claim.says &&
      stageOf(before.pointer, stages) === stageOf(claim.pointer, stages)
    ) {
      const binary = vocabulary.findings.get(claim.findingId)?.domain === 'binary';
      const code = binary ? 'contradiction-presence' : 'contradiction-state';
      issues.push({
        ...issue(
          claim.pointer,
          code,
          `${claim.findingId} is ${claim.says} here and ${before.says} at ${before.pointer}`,
        ),
        conflictsWith: before.pointer,
      });
    }
  }
  for (const child of claims.filter(
    ({ says, findingId }) => says === 'present' && isBinary(findingId, vocabulary),
  )) {
    for (const ancestor of deniersOf(child.findingId, vocabulary)) {
      const denied = first.get(ancestor);
      if (denied?.says !== 'absent') continue;
      issues.push({
        ...issue(
          child.pointer,
          'contradiction-is-a',
          `${child.findingId} is present, but ${ancestor}, of which it is a kind, is absent at ${denied.pointer}`,
        ),
        conflictsWith: denied.pointer,
      });
    }
  }
  return issues;
}

const isBinary = (id: string, vocabulary: Terminology): boolean =>
  vocabulary.findings.get(id)?.domain === 'binary';

/** A quantity may change from one stage to the next; within a stage it may not. */
function stageOf(pointer: string, stages: readonly string[]): string {
  return stages.find((stage) => pointer.startsWith(`${stage}/`)) ?? '';
}

/**
 * Clinical sanity of everything coded in a case: ids, codes, states, units (UCUM), possible values, certainty, and
 * contradictions, also along is-a lines. Text is never judged here; a pregnancy that cannot be is not counted, with a
 * warning, where the case is read.
 * @returns all issues at once, each with its JSON pointer; empty when the case is sound
 */
export function clinicalIssuesOf(input: CaseInput, vocabulary: Terminology): ClinicalIssue[] {
  const patient = enginePatient(input.patient);
  const stages = (input.stages ?? []).map((_, index) => `/stages/${String(index)}`);
  return [
    ...checkPatient(input),
    ...codedFindings(input).flatMap((placed) => checkFinding(placed, vocabulary, patient)),
    ...codedLabs(input).flatMap((placed) => checkLab(placed, vocabulary, patient)),
    ...contradictionsOf(findingClaims(input, vocabulary, patient), stages, vocabulary),
  ];
}
