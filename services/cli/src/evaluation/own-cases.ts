import { type CaseInput, type FindingInput } from '@openrounds/contracts';
import { type GoldMap } from '@openrounds/evaluation';
import {
  type CodedCase,
  type CodedFacts,
  factsOfStages,
  type KnowledgeBundle,
  loadCases,
  lookupOf,
  observedFacts,
} from '@openrounds/knowledge';
import { type z } from 'zod';
import { type Line } from '../io/lines';
import { UnusableArgument } from '../surroundings';

/** The cases of the knowledge folder: coded ones, or teaching cases with all that is coded in their stages. */
export const OWN_CASES = ['coded', 'teaching'] as const;
export type OwnCaseKind = (typeof OWN_CASES)[number];

/** Cases as lines of an evaluation file, and what their labels, which are disease ids, stand for. */
export interface OwnCases {
  readonly lines: readonly Line[];
  readonly gold: GoldMap;
}

/**
 * Reads the cases that the authors of the knowledge coded by hand.
 *
 * @throws UnusableArgument where a case cannot be read
 */
export function readOwnCases(knowledgeDir: string, kind: OwnCaseKind, bundle: KnowledgeBundle): OwnCases {
  const cases = codedCasesIn(knowledgeDir, kind);
  return {
    lines: cases.map((one) => ({ text: JSON.stringify(evaluationLine(one, bundle)) })),
    gold: Object.fromEntries(bundle.diseases.map(({ id, name }) => [id, goldEntry(name)])),
  };
}

function codedCasesIn(knowledgeDir: string, kind: OwnCaseKind): CodedCase[] {
  const { codedCases, teachingCases, problems } = loadCases(knowledgeDir);
  const [first] = problems;
  if (first) throw new UnusableArgument(`${first.file}:${String(first.line)}: ${first.message}`);
  if (kind === 'coded') return codedCases.map(({ value }) => value);
  return teachingCases.map(({ value }) => ({ ...value, findings: factsOfStages(value) }));
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

/** By name alone: codes are shared between diseases that a teacher tells apart. */
const goldEntry = ({ en, zh }: { readonly en: string; readonly zh: string }): GoldMap[string] => ({
  icd10: [],
  names_en: [en],
  names_zh: [zh],
  broader_ok: [],
});
