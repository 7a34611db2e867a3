import type { CaseBody, Finding, Lab } from '../api/types';

/** A text as its author writes it, in one language or both; what is empty is not there. */
export type BilingualText = CaseBody['title'];
export type CaseStage = CaseBody['stages'][number];
export type StageKind = CaseStage['stage'];
export type CaseKey = CaseBody['key'];
export type Alternative = NonNullable<CaseKey['alternatives']>[number];
export type Question = NonNullable<CaseBody['questions']>[number];
export type CaseFact = NonNullable<CaseStage['findings']>[string];
export type CaseChoice = NonNullable<CaseBody['choices']>[number][number];
export type StageKeys = NonNullable<CaseKey['perStage']>;

/** A case while it is written: like one that is stored, but anything may be empty, also the age. */
export interface CaseForm extends Omit<CaseBody, 'patient'> {
  readonly patient: Omit<CaseBody['patient'], 'ageYears'> & { readonly ageYears: number | null };
}

export const STAGE_KINDS = [
  'history',
  'examination',
  'laboratory',
  'imaging',
] as const satisfies readonly StageKind[];

/** As in a vote: the best first. */
export const VERDICTS = [
  'best',
  'acceptable',
  'poor',
  'harmful',
] as const satisfies readonly CaseChoice['verdict'][];
/** Of one stage, as the contract has it. */
export const MOST_CHOICES = 12;

export const emptyStage = (stage: StageKind): CaseStage => ({ stage, text: {}, findings: {} });

export const EMPTY_CASE: CaseForm = {
  title: {},
  licence: 'CC BY 4.0',
  author: '',
  origin: 'fictional',
  presentingProblem: '',
  setting: 'emergency',
  patient: { ageYears: null, sex: 'female' },
  stages: [emptyStage('history'), emptyStage('examination')],
  key: { diagnosis: '' },
  teachingPoints: [{}],
};

export const isEmptyText = ({ en = '', zh = '' }: BilingualText): boolean =>
  en.trim() === '' && zh.trim() === '';

const LANGUAGES = ['en', 'zh'] as const;

/** A text without the languages in which nothing is written. */
function trimmed(text: BilingualText): BilingualText {
  return Object.fromEntries(
    LANGUAGES.flatMap((language) => {
      const written = text[language];
      return written === undefined || written.trim() === '' ? [] : [[language, written]];
    }),
  );
}

const ifWritten = <Key extends string>(
  key: Key,
  text: BilingualText | undefined,
): Partial<Record<Key, BilingualText>> =>
  text === undefined || isEmptyText(text)
    ? {}
    : ({ [key]: trimmed(text) } as Partial<Record<Key, BilingualText>>);

/**
 * The case as the server takes it. Optional texts that are empty are left out; all else goes out as it is, so that
 * what the server says is missing is missing at the same place in the form.
 */
export function bodyOf(form: CaseForm): CaseBody {
  const { teaser, questions, choices, ...rest } = form;
  const { ageYears, ...patient } = form.patient;
  const body = {
    ...rest,
    title: trimmed(form.title),
    ...ifWritten('teaser', teaser),
    patient: { ...patient, ...(ageYears !== null && { ageYears }) },
    stages: form.stages.map(({ title, text, ...stage }) => ({
      ...stage,
      ...ifWritten('title', title),
      text: trimmed(text),
    })),
    key: keyOf(form.key),
    teachingPoints: form.teachingPoints.map(trimmed),
    ...(choices !== undefined && {
      choices: choices.map((list) =>
        list.map(({ why, ...choice }) => ({ ...choice, ...ifWritten('why', why) })),
      ),
    }),
    ...(questions !== undefined && {
      questions: questions.map(({ ask, answer, options, ...question }) => ({
        ...question,
        ask: trimmed(ask),
        ...ifWritten('answer', answer),
        ...(options !== undefined && {
          options: options.map((option) => ({ ...option, text: trimmed(option.text) })),
        }),
      })),
    }),
  };
  // An age that is missing is for the server to name.
  return body as CaseBody;
}

function keyOf({ alternatives, ...key }: CaseKey): CaseKey {
  return {
    ...key,
    ...(alternatives !== undefined && {
      alternatives: alternatives.map(({ id, why }) => ({ id, why: trimmed(why) })),
    }),
  };
}

export const sameCase = (a: CaseForm, b: CaseForm): boolean => canonical(bodyOf(a)) === canonical(bodyOf(b));

/** JSON with sorted keys: what differs in the order of its fields only is the same. Lists that are empty are not there. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, each: unknown) => {
    if (Array.isArray(each) || typeof each !== 'object' || each === null) return each;
    const known = Object.entries(each).filter(([, inner]) => !(Array.isArray(inner) && inner.length === 0));
    return Object.fromEntries(known.toSorted(([a], [b]) => (a < b ? -1 : 1)));
  });
}

export const outcomeOf = (fact: CaseFact): string => (typeof fact === 'string' ? fact : fact.is);
export const certaintyOf = (fact: CaseFact): number => (typeof fact === 'string' ? 1 : fact.certainty);

/** @param certainty more than 0.5, at most 1 */
export const factOf = (outcome: string, certainty: number): CaseFact =>
  certainty === 1 ? outcome : { is: outcome, certainty };

/** Less sure than this nothing can be told as a fact of a case. */
const LEAST_CERTAIN = 0.5;

/**
 * What the reader understood of a stage's text, as facts of the case: only what is said of the patient now. A number
 * is told by the state that the laboratory read from it; where there is none the teacher says it, and the outcome is
 * empty.
 */
export function factsRead(
  findings: readonly Finding[],
  labs: readonly Pick<Lab, 'findingId' | 'state'>[],
): Record<string, CaseFact> {
  const states = new Map(labs.map(({ findingId, state }) => [findingId, state]));
  const told = findings.filter(
    ({ assertion = 'current', certainty = 1, presence }) =>
      assertion === 'current' && certainty > LEAST_CERTAIN && presence !== 'unknown',
  );
  return Object.fromEntries(
    told.map(({ findingId, presence, value, certainty = 1 }) => {
      if (value === undefined) return [findingId, factOf(presence ?? 'present', certainty)];
      const outcome = 'code' in value ? value.code : states.get(findingId);
      // How sure the reader is of a number is about the number's place, not about the patient.
      return [findingId, outcome ?? ''];
    }),
  );
}

/** What a teacher's list leaves for Other after a stage, in per cent; negative where it says more than 100. */
export const otherPercent = (list: StageKeys[number]): number =>
  100 - list.reduce((sum, { percent }) => sum + percent, 0);

/**
 * A teacher's percentage of a disease after a stage; null takes it out. Stages without a list get an empty one, so
 * that the lists stay beside their stages.
 */
export function withPercent(
  perStage: StageKeys | undefined,
  stages: number,
  { stage, diseaseId, percent }: { stage: number; diseaseId: string; percent: number | null },
): StageKeys {
  return Array.from({ length: stages }, (_, place) => {
    const list = perStage?.[place] ?? [];
    if (place !== stage) return list;
    const known = list.some((each) => each.diseaseId === diseaseId);
    if (percent === null) return list.filter((each) => each.diseaseId !== diseaseId);
    if (!known) return [...list, { diseaseId, percent }];
    return list.map((each) => (each.diseaseId === diseaseId ? { diseaseId, percent } : each));
  });
}

/**
 * The case with the tests that may be chosen after one stage. Stages without any get an empty list, so that the lists stay
 * beside their stages; where no stage has any there are no lists.
 */
export function withChoices(form: CaseForm, place: number, choices: readonly CaseChoice[]): CaseForm {
  const { choices: before = [], ...rest } = form;
  const lists = form.stages.map((_, at) => (at === place ? [...choices] : (before[at] ?? [])));
  return lists.every((list) => list.length === 0) ? rest : { ...rest, choices: lists };
}

/** The case with the findings without which nobody should decide; none are no list. */
export function withEssential(form: CaseForm, ids: readonly string[]): CaseForm {
  const { essential: _before, ...rest } = form;
  return ids.length === 0 ? rest : { ...rest, essential: [...ids] };
}

/** The diseases of a key, the right one first, each once. */
export function diseasesOf({
  diagnosis,
  acceptable = [],
  alternatives = [],
  perStage = [],
}: CaseKey): string[] {
  const named = [
    diagnosis,
    ...acceptable,
    ...alternatives.map(({ id }) => id),
    ...perStage.flatMap((list) => list.map(({ diseaseId }) => diseaseId)),
  ];
  return [...new Set(named.filter((id) => id !== ''))];
}

/** The drill of a case that loses a stage: the list of that stage goes with it, and so does the kind that needs a list. */
function drillWithout(
  { drill, kind }: Pick<CaseForm, 'drill' | 'kind'>,
  place: number,
): Pick<CaseForm, 'drill' | 'kind'> {
  if (drill?.stageNo === place + 1) return { kind: kind === 'find-the-error' ? undefined : kind };
  const moved = drill && { ...drill, stageNo: drill.stageNo - (drill.stageNo > place + 1 ? 1 : 0) };
  return { ...(moved !== undefined && { drill: moved }), kind };
}

/** The case without one of its stages; what the key, the choices and the drill say of a stage goes with it. */
export function withoutStage(form: CaseForm, place: number): CaseForm {
  const { perStage } = form.key;
  const { drill, kind, ...rest } = form;
  return {
    ...rest,
    ...drillWithout({ drill, kind }, place),
    stages: form.stages.toSpliced(place, 1),
    ...(form.choices !== undefined && { choices: form.choices.toSpliced(place, 1) }),
    key: { ...form.key, ...(perStage !== undefined && { perStage: perStage.toSpliced(place, 1) }) },
  };
}
