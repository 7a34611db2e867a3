import { type CaseInput, type FindingInput } from '@openrounds/contracts';
import { type GoldMap } from '@openrounds/evaluation';
import {
  type CodedCase,
  type CodedFacts,
  factsOfStages,
  type KnowledgeBundle,
  lookupOf,
  observedFacts,
  type ToldCase,
} from '@openrounds/knowledge';
import { loadCases, type LoadedCases } from '@openrounds/knowledge/authoring';
import { type z } from 'zod';
import { type Line } from '../io/lines';
import { UnusableArgument } from '../surroundings';

/** The cases of the knowledge folder: coded ones, teaching cases with all that is coded in their stages, told ones. */
export const OWN_CASES = ['coded', 'teaching', 'told'] as const;
export type OwnCaseKind = (typeof OWN_CASES)[number];

export const HALVES = ['development', 'frozen'] as const;

/** Which of our own cases; only those told in words come in halves. */
export interface OwnCaseChoice {
  readonly kind: OwnCaseKind;
  readonly half: ToldCase['half'] | undefined;
}

/** Cases as lines of an evaluation file, and what their labels, which are disease ids, stand for. */
export interface OwnCases {
  readonly lines: readonly Line[];
  readonly gold: GoldMap;
}

/**
 * Reads the cases of our own from the knowledge folder.
 *
 * @throws UnusableArgument where a case cannot be read
 */
export function readOwnCases(knowledgeDir: string, choice: OwnCaseChoice, bundle: KnowledgeBundle): OwnCases {
  const cases = loadCases(knowledgeDir);
  const [first] = cases.problems;
  if (first) throw new UnusableArgument(`${first.file}:${String(first.line)}: ${first.message}`);
  return {
    lines: evaluationLines(cases, choice, bundle).map((line) => ({ text: JSON.stringify(line) })),
    gold: goldOfDiseases(bundle),
  };
}

function evaluationLines(
  { codedCases, teachingCases, toldCases }: LoadedCases,
  { kind, half }: OwnCaseChoice,
  bundle: KnowledgeBundle,
): object[] {
  switch (kind) {
    case 'coded':
      return codedCases.map(({ value }) => evaluationLine(value, bundle));
    case 'teaching':
      return teachingCases.map(({ value }) =>
        evaluationLine({ ...value, findings: factsOfStages(value) }, bundle),
      );
    case 'told':
      return toldCases.flatMap(({ value }) =>
        half === undefined || value.half === half ? [toldLine(value)] : [],
      );
  }
}

function toldLine({ id, language, patient, text, key }: ToldCase) {
  const input: z.input<typeof CaseInput> = {
    language,
    narrative: text,
    patient: { age: patient.age ?? null, sex: patient.sex ?? 'unknown' },
  };
  return { id, ...input, gold: [key.diagnosis, ...key.acceptable] };
}

function evaluationLine({ id, patient, setting, findings, key }: CodedCase, bundle: KnowledgeBundle) {
  const input: z.input<typeof CaseInput> = {
    patient: {
      age: { value: patient.ageYears, unit: 'a' },
      sex: patient.sex,
      ...(patient.pregnant === undefined ? {} : { pregnant: patient.pregnant }),
    },
    setting,
    findings: findingInputs(findings, bundle),
  };
  return { id, ...input, gold: [key.diagnosis, ...key.acceptable] };
}

function findingInputs(facts: CodedFacts, bundle: KnowledgeBundle): z.input<typeof FindingInput>[] {
  return observedFacts(facts, lookupOf(bundle).findings).map(({ state, ...observed }) => ({
    ...observed,
    ...(state === undefined ? {} : { value: { code: state } }),
  }));
}

/** Every disease of the bundle as the label of itself. */
export const goldOfDiseases = ({ diseases }: KnowledgeBundle): GoldMap =>
  Object.fromEntries(diseases.map(({ id, name }) => [id, goldEntry(name)]));

/** By name alone: codes are shared between diseases that a teacher tells apart. */
const goldEntry = ({ en, zh }: { readonly en: string; readonly zh: string }): GoldMap[string] => ({
  icd10: [],
  names_en: [en],
  names_zh: [zh],
  broader_ok: [],
});
