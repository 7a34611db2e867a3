import { type VocabularyFinding } from '../model/vocabulary';
import { type Terminology } from './terminology';

const BACKGROUND: ReadonlySet<VocabularyFinding['kind']> = new Set(['history', 'risk-factor', 'exposure']);

/** Kinds of finding that are about the past or the person's background by nature. */
export function isBackgroundKind(finding: VocabularyFinding | undefined): boolean {
  return finding !== undefined && BACKGROUND.has(finding.kind);
}

/** The state that says "nothing wrong" of a categorical finding. */
export function normalStateOf(finding: VocabularyFinding): string | undefined {
  return ['normal', 'none', 'absent', 'negative', 'not-raised'].find((state) =>
    finding.states?.includes(state),
  );
}

/** Whether a state says "nothing wrong" of a finding; undefined: the finding is not known, or has no such state. */
export function isNormalState(
  { findingId, state }: { readonly findingId: string; readonly state: string },
  findings: { get(findingId: string): VocabularyFinding | undefined },
): boolean | undefined {
  const finding = findings.get(findingId);
  const normal = finding && normalStateOf(finding);
  return normal === undefined ? undefined : normal === state;
}

/** What is known of findings as far as kinds of kinds go. */
interface Kinds {
  readonly findings: { get(findingId: string): Pick<VocabularyFinding, 'parent'> | undefined };
}

/** All findings that a finding is a kind of, nearest first. */
export function ancestorsOf(findingId: string, vocabulary: Kinds): string[] {
  const ancestors: string[] = [];
  let parent = vocabulary.findings.get(findingId)?.parent;
  while (parent !== undefined && !ancestors.includes(parent)) {
    ancestors.push(parent);
    parent = vocabulary.findings.get(parent)?.parent;
  }
  return ancestors;
}

/** Ancestors whose absence denies the finding. */
export function deniersOf(findingId: string, vocabulary: Terminology): string[] {
  return ancestorsOf(findingId, vocabulary).filter(
    (id) => vocabulary.findings.get(id)?.impliesAbsence !== false,
  );
}
