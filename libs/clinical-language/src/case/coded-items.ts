import { type CaseInput } from '@openrounds/contracts';
import { codeKey, type Terminology } from '../vocabulary/terminology';
import { phraseKeys } from '../normalise/phrases';
import { type VocabularyFinding } from '../model/vocabulary';

/** A coded finding and a coded laboratory result as they are sent in. */
export type FindingInput = NonNullable<CaseInput['findings']>[number];
export type LabInput = NonNullable<CaseInput['labs']>[number];

const LOINC_CODE = /^\d{1,6}-\d$/;

/** The stage of what is given with the case itself: known before the first of its stages. */
export const BEFORE_STAGES = -1;

/** A coded fact with the place it stands in the case (RFC 6901) and the stage that gives it. */
export interface Placed<T> {
  readonly pointer: string;
  /** Place of the stage, from 0, or `BEFORE_STAGES`. */
  readonly stage: number;
  readonly item: T;
}

/** Every coded finding of a case and its stages, in order. */
export const codedFindings = (input: CaseInput): Placed<FindingInput>[] => placed(input, 'findings');

/** Every coded laboratory result of a case and its stages, in order. */
export const codedLabs = (input: CaseInput): Placed<LabInput>[] => placed(input, 'labs');

type Coded = { readonly [K in 'findings' | 'labs']?: CaseInput[K] };
type Item<K extends keyof Coded> = NonNullable<CaseInput[K]>[number];

function placed<K extends 'findings' | 'labs'>(input: CaseInput, kind: K): Placed<Item<K>>[] {
  const place = (given: Coded, stage: number, base: string): Placed<Item<K>>[] =>
    ((given[kind] ?? []) as readonly Item<K>[]).map((item, index) => ({
      pointer: `${base}/${kind}/${String(index)}`,
      stage,
      item,
    }));
  const stages = (input.stages ?? []).flatMap((each, stage) =>
    place(each, stage, `/stages/${String(stage)}`),
  );
  return [...place(input, BEFORE_STAGES, ''), ...stages];
}

/** The code of another terminology that stands in place of an id. */
export function codingOf(item: FindingInput): { system: string; code: string } | undefined {
  if (item.findingId !== undefined || item.system === undefined || item.code === undefined) return undefined;
  return { system: item.system, code: item.code };
}

/** The finding that a coded entry names, by id or by code. */
export function findingOf(item: FindingInput, vocabulary: Terminology): VocabularyFinding | undefined {
  const coding = codingOf(item);
  const id =
    coding === undefined ? item.findingId : vocabulary.byCode.get(codeKey(coding.system, coding.code));
  return id === undefined ? undefined : vocabulary.findings.get(id);
}

const NORMAL = 'normal';

/**
 * A code may name a state: "fever" is a body temperature. Present, the finding is in that state; absent, it is
 * normal, as it is when a text denies the state.
 */
export function withStateNamed(item: FindingInput, vocabulary: Terminology): FindingInput {
  const coding = codingOf(item);
  const named = coding && vocabulary.stateByCode.get(codeKey(coding.system, coding.code));
  const finding = findingOf(item, vocabulary);
  if (named === undefined || finding === undefined || item.value !== undefined) return item;
  const { presence, system: _system, code: _code, ...rest } = item;
  const state = presence === 'present' ? named : presence === 'absent' ? NORMAL : undefined;
  if (state === undefined || !finding.states?.includes(state)) return item;
  return { ...rest, findingId: finding.id, value: { code: state } };
}

/** The finding of a laboratory result: by id or LOINC code, else by name or synonym in either language. */
export function findingOfLab(lab: LabInput, vocabulary: Terminology): VocabularyFinding | undefined {
  for (const label of [lab.code, lab.name]) {
    if (label === undefined) continue;
    const trimmed = label.trim();
    const id = LOINC_CODE.test(trimmed)
      ? vocabulary.byCode.get(`LOINC|${trimmed}`)
      : vocabulary.findings.has(trimmed)
        ? trimmed
        : vocabulary.byName.get(phraseKeys(trimmed).join(' '));
    const finding = id === undefined ? undefined : vocabulary.findings.get(id);
    if (finding !== undefined) return finding;
  }
  return undefined;
}
