import { type CaseInput } from '@openrounds/contracts';
import { type CompiledVocabulary } from '../lexicon/compile';
import { phraseKeys } from '../lexicon/phrases';
import { type VocabularyFinding } from '../model/vocabulary';

/** A coded finding and a coded laboratory result as they are sent in. */
export type FindingInput = NonNullable<CaseInput['findings']>[number];
export type LabInput = NonNullable<CaseInput['labs']>[number];

const LOINC_CODE = /^\d{1,6}-\d$/;

/** A coded fact with the place it stands in the case (RFC 6901). */
export interface Placed<T> {
  readonly pointer: string;
  readonly item: T;
}

/** Every coded finding of a case and its stages, in order. */
export function codedFindings(input: CaseInput): Placed<FindingInput>[] {
  const place = (items: readonly FindingInput[] | undefined, base: string): Placed<FindingInput>[] =>
    (items ?? []).map((item, index) => ({ pointer: `${base}/findings/${String(index)}`, item }));
  const stages = (input.stages ?? []).flatMap((stage, index) =>
    place(stage.findings, `/stages/${String(index)}`),
  );
  return [...place(input.findings, ''), ...stages];
}

/** Every coded laboratory result of a case and its stages, in order. */
export function codedLabs(input: CaseInput): Placed<LabInput>[] {
  const place = (items: readonly LabInput[] | undefined, base: string): Placed<LabInput>[] =>
    (items ?? []).map((item, index) => ({ pointer: `${base}/labs/${String(index)}`, item }));
  const stages = (input.stages ?? []).flatMap((stage, index) =>
    place(stage.labs, `/stages/${String(index)}`),
  );
  return [...place(input.labs, ''), ...stages];
}

/** The code of another terminology that stands in place of an id. */
export function codingOf(item: FindingInput): { system: string; code: string } | undefined {
  if (item.findingId !== undefined || item.system === undefined || item.code === undefined) return undefined;
  return { system: item.system, code: item.code };
}

/** The finding that a coded entry names, by id or by code. */
export function findingOf(item: FindingInput, vocabulary: CompiledVocabulary): VocabularyFinding | undefined {
  const coding = codingOf(item);
  const id =
    coding === undefined
      ? item.findingId
      : vocabulary.byCode.get(`${coding.system}|${coding.code.toUpperCase()}`);
  return id === undefined ? undefined : vocabulary.findings.get(id);
}

/** The finding of a laboratory result: by id or LOINC code, else by name or synonym in either language. */
export function findingOfLab(lab: LabInput, vocabulary: CompiledVocabulary): VocabularyFinding | undefined {
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
