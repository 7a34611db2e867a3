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
import { codedTexts } from '../first-contact/coded-texts';
import { type StrangersCase } from '../first-contact/sets';
import { type Line } from '../io/lines';
import { UnusableArgument } from '../surroundings';
import { type SampledCase, sampleOf } from './sample';

/**
 * The cases of the knowledge folder: coded ones, teaching cases with all that is coded in their stages, told ones; and
 * the texts of first contact in which a second person coded what they tell.
 */
export const OWN_CASES = ['coded', 'teaching', 'told', 'first-contact'] as const;
export type OwnCaseKind = (typeof OWN_CASES)[number];

export const HALVES = ['development', 'frozen'] as const;

/** Which of our own cases; only those told in words come in halves. */
export interface OwnCaseChoice {
  readonly kind: OwnCaseKind;
  readonly half: ToldCase['half'] | undefined;
  /** Only so many, chosen by `sampleOf`. */
  readonly sample?: number | undefined;
}

/** Cases as lines of an evaluation file, and what their labels, which are disease ids, stand for. */
export interface OwnCases {
  readonly lines: readonly Line[];
  readonly gold: GoldMap;
}

/**
 * Reads the cases of our own, from the knowledge folder or from beside it.
 *
 * @throws UnusableArgument where a case cannot be read, or a half is asked of cases that have none
 */
export async function readOwnCases(
  knowledgeDir: string,
  choice: OwnCaseChoice,
  bundle: KnowledgeBundle,
): Promise<OwnCases> {
  if (choice.half !== undefined && choice.kind !== 'told')
    throw new UnusableArgument('only told cases come in halves');
  const lines =
    choice.kind === 'first-contact'
      ? (await codedTexts(knowledgeDir)).map(firstContactLine)
      : knowledgeLines(loadedCases(knowledgeDir), choice.kind, choice.half, bundle);
  const chosen = choice.sample === undefined ? lines : sampleOf(lines, choice.sample);
  return {
    lines: chosen.map((line) => ({ text: JSON.stringify(line) })),
    gold: goldOfDiseases(bundle),
  };
}

function loadedCases(knowledgeDir: string): LoadedCases {
  const cases = loadCases(knowledgeDir);
  const [first] = cases.problems;
  if (first) throw new UnusableArgument(`${first.file}:${String(first.line)}: ${first.message}`);
  return cases;
}

function knowledgeLines(
  { codedCases, teachingCases, toldCases }: LoadedCases,
  kind: Exclude<OwnCaseKind, 'first-contact'>,
  half: OwnCaseChoice['half'],
  bundle: KnowledgeBundle,
): SampledCase[] {
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

/** The text alone, as it is scored at first contact, with what a second person coded in it. */
const firstContactLine = ({ id, language, style, text, keys, coded }: StrangersCase) => ({
  id,
  language,
  style,
  narrative: text,
  gold: keys,
  coded,
});

/** The setting that a text tells of is for grouping alone: it stands beside the case, not in it. */
function toldLine({ id, language, setting, patient, text, key }: ToldCase) {
  const input: z.input<typeof CaseInput> = {
    language,
    narrative: text,
    patient: { age: patient.age ?? null, sex: patient.sex ?? 'unknown' },
  };
  return {
    id,
    ...input,
    ...(setting === undefined ? {} : { groupedAs: { setting } }),
    gold: [key.diagnosis, ...key.acceptable],
  };
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
