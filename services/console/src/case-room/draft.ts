import type {
  Age,
  Case,
  CaseInput,
  Finding,
  FindingInput,
  LabInput,
  Language,
  Presence,
  Setting,
  Sex,
} from '../api/types';

/** The contract's limit, in UTF-16 units as the server counts them. */
export const MAX_NARRATIVE = 20_000;
/** What "possible" counts for, here as on the server. */
export const UNCERTAIN = 0.7;

/** A finding as the teacher states it; what is stated beats what is read from the text. */
export interface CodedFinding extends FindingInput {
  readonly name: string;
}

/** A case as it stands in the form: it lives in memory only, never in the browser's storage. */
export interface Draft {
  readonly title: string;
  readonly narrative: string;
  readonly age: Age | null;
  readonly sex: Sex;
  readonly pregnant: boolean | null;
  readonly setting: Setting | null;
  readonly findings: readonly CodedFinding[];
  readonly labs: readonly LabInput[];
}

export const EMPTY_DRAFT: Draft = {
  title: '',
  narrative: '',
  age: null,
  sex: 'unknown',
  pregnant: null,
  setting: null,
  findings: [],
  labs: [],
};

export type DraftAction =
  | { type: 'write'; draft: Partial<Omit<Draft, 'findings' | 'labs'>> }
  | { type: 'state-finding'; finding: CodedFinding }
  | { type: 'withdraw-finding'; findingId: string }
  | { type: 'add-lab'; lab: LabInput }
  | { type: 'remove-lab'; index: number }
  | { type: 'load'; draft: Draft };

/** What the teacher can say of one finding. `not-a-finding` leaves it out, whatever the text says. */
export type Statement = 'present' | 'absent' | 'uncertain' | 'family' | 'not-a-finding';

const STATED: Readonly<Record<Statement, Pick<FindingInput, 'presence' | 'certainty' | 'assertion'>>> = {
  present: { presence: 'present' },
  absent: { presence: 'absent' },
  uncertain: { presence: 'present', certainty: UNCERTAIN },
  family: { presence: 'present', assertion: 'family' },
  // Unknown is the same as not asked, and a coded statement beats the text.
  'not-a-finding': { presence: 'unknown' },
};

export function stated(finding: { findingId: string; name: string }, statement: Statement): CodedFinding {
  return { findingId: finding.findingId, name: finding.name, ...STATED[statement] };
}

export function draftReducer(draft: Draft, action: DraftAction): Draft {
  switch (action.type) {
    case 'write':
      return { ...draft, ...action.draft };
    case 'state-finding': {
      const others = draft.findings.filter(({ findingId }) => findingId !== action.finding.findingId);
      return { ...draft, findings: [...others, action.finding] };
    }
    case 'withdraw-finding':
      return { ...draft, findings: draft.findings.filter(({ findingId }) => findingId !== action.findingId) };
    case 'add-lab':
      return { ...draft, labs: [...draft.labs, action.lab] };
    case 'remove-lab':
      return { ...draft, labs: draft.labs.toSpliced(action.index, 1) };
    case 'load':
      return action.draft;
  }
}

export type DraftFault = 'empty' | 'too-long';

/** Why this draft cannot be ranked yet, or null. */
export function faultOf(draft: Draft): DraftFault | null {
  if (draft.narrative.length > MAX_NARRATIVE) return 'too-long';
  if (draft.narrative.trim() === '' && draft.findings.length === 0 && draft.labs.length === 0) return 'empty';
  return null;
}

const HAN = /\p{Script=Han}/gu;

/** Chinese if a tenth of the letters are Han: reports in Chinese are full of Latin abbreviations. */
export function languageOf(narrative: string): Language {
  const han = narrative.match(HAN)?.length ?? 0;
  const letters = narrative.match(/\p{Letter}/gu)?.length ?? 0;
  return han > 0 && han >= letters / 10 ? 'zh' : 'en';
}

/** The draft as the server takes it: what was not given is left out, not sent as empty. */
export function toCaseInput(draft: Draft): CaseInput {
  const narrative = draft.narrative.trim() === '' ? undefined : draft.narrative;
  const title = draft.title.trim();
  return {
    ...(title !== '' && { title }),
    ...(narrative !== undefined && { narrative, language: languageOf(narrative) }),
    patient: { age: draft.age, sex: draft.sex, ...(draft.pregnant !== null && { pregnant: draft.pregnant }) },
    ...(draft.setting !== null && { setting: draft.setting }),
    ...(draft.findings.length > 0 && {
      findings: draft.findings.map(({ name: _name, ...finding }) => finding),
    }),
    ...(draft.labs.length > 0 && { labs: [...draft.labs] }),
  };
}

const isCoded = ({ source }: Finding): boolean => source === undefined || source.kind === 'coded';

type StoredContent = Pick<Case, 'title' | 'narrative' | 'patient' | 'setting' | 'findings' | 'labs'>;

/** A stored case as a draft again. What was read from its text is left to be read again. */
export function draftOfCase(stored: StoredContent): Draft {
  return {
    title: stored.title ?? '',
    narrative: stored.narrative ?? '',
    age: stored.patient.age,
    sex: stored.patient.sex,
    pregnant: stored.patient.pregnant ?? null,
    setting: stored.setting,
    findings: stored.findings.filter(isCoded).map(({ source: _source, note: _note, ...finding }) => ({
      ...finding,
      name: finding.name ?? finding.findingId,
    })),
    labs: stored.labs.flatMap(({ name, value, unit, source }) =>
      source?.kind !== 'text' && name !== undefined && typeof value === 'number' && unit !== undefined
        ? [{ name, value, unit }]
        : [],
    ),
  };
}

export type ListedFinding = Finding & { readonly pending: boolean };

const saysTheSame = (a: FindingInput, b: FindingInput): boolean =>
  a.presence === b.presence &&
  JSON.stringify(a.value) === JSON.stringify(b.value) &&
  (a.certainty ?? 1) === (b.certainty ?? 1) &&
  (a.assertion ?? 'current') === (b.assertion ?? 'current');

/**
 * The findings to list: what was understood, overlaid with what the teacher has stated since. A statement that
 * the run does not know yet is `pending`.
 */
export function listedFindings(
  understood: readonly Finding[],
  draft: readonly CodedFinding[],
): ListedFinding[] {
  const byId = new Map(draft.map((finding) => [finding.findingId, finding]));
  const known = understood.map((finding): ListedFinding => {
    const said = byId.get(finding.findingId);
    byId.delete(finding.findingId);
    if (said === undefined || saysTheSame(said, finding)) return { ...finding, pending: false };
    return { ...said, ...(finding.source && { source: finding.source }), pending: true };
  });
  const unheard = [...byId.values()].filter(({ presence }) => presence !== ('unknown' satisfies Presence));
  return [...known, ...unheard.map((finding) => ({ ...finding, pending: true }))];
}

/** Whether the draft says something that the ranked case does not. */
export const differs = (draft: Draft, ranked: Draft): boolean =>
  JSON.stringify(toCaseInput(draft)) !== JSON.stringify(toCaseInput(ranked));
