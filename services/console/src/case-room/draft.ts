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
  Span,
} from '../api/types';

type StageInput = NonNullable<CaseInput['stages']>[number];

/** The contract's limit, in UTF-16 units as the server counts them. */
export const MAX_NARRATIVE = 20_000;
/** What "possible" counts for, here as on the server. */
const UNCERTAIN = 0.7;

/** A finding as the teacher states it; what is stated beats what is read from the text. */
export interface CodedFinding extends FindingInput {
  readonly name: string;
  /** Where in the text the teacher has found it; lost when the text is changed. */
  readonly at?: Span;
  /** What was read is right as it is. */
  readonly accepted?: true;
  /** Who proposed what the teacher has accepted. */
  readonly proposedBy?: 'language-model';
}

/** What came to light later, under a title of the teacher's own. */
export interface DraftStage {
  readonly name: string;
  readonly narrative: string;
  /** Coded findings and values that came with it, kept as they are. */
  readonly given?: Pick<StageInput, 'findings' | 'labs'>;
}
/** The contract takes twelve, and what was told first is one of them. */
export const MOST_STAGES = 11;
/** The title of what was told first; what no stage names counts there. */
const AT_FIRST: Readonly<Record<Language, string>> = { en: 'At first', zh: '起初' };

/** A case as it stands in the form: it lives in memory only, never in the browser's storage. */
export interface Draft {
  readonly title: string;
  readonly narrative: string;
  readonly stages: readonly DraftStage[];
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
  stages: [],
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

/** What was read of a finding, confirmed. */
export function accepted(finding: Finding, name: string): CodedFinding {
  const { findingId, presence, value } = finding;
  return {
    findingId,
    name,
    ...(presence !== undefined && { presence }),
    ...(value !== undefined && { value }),
    certainty: 1,
    accepted: true,
  };
}

const withoutPlace = ({ at: _at, ...finding }: CodedFinding): CodedFinding => finding;

export function draftReducer(draft: Draft, action: DraftAction): Draft {
  switch (action.type) {
    case 'write': {
      const written = { ...draft, ...action.draft };
      return written.narrative === draft.narrative
        ? written
        : { ...written, findings: draft.findings.map(withoutPlace) };
    }
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

/** All that the draft tells in words, as one text: what came first, then stage after stage. */
export const textOf = ({ narrative, stages }: Pick<Draft, 'narrative' | 'stages'>): string =>
  [narrative, ...stages.map((stage) => stage.narrative)].filter((text) => text.trim() !== '').join('\n\n');

const tellsNothing = ({ narrative, given }: DraftStage): boolean =>
  narrative.trim() === '' && given === undefined;

export type DraftFault = 'empty' | 'too-long';

/** Why this draft cannot be ranked yet, or null. */
export function faultOf(draft: Draft): DraftFault | null {
  const text = textOf(draft);
  if (text.length > MAX_NARRATIVE) return 'too-long';
  if (text === '' && draft.findings.length === 0 && draft.labs.length === 0) return 'empty';
  return null;
}

const HAN = /\p{Script=Han}/gu;

/** Chinese if a tenth of the letters are Han: reports in Chinese are full of Latin abbreviations. */
export function languageOf(narrative: string): Language {
  const han = narrative.match(HAN)?.length ?? 0;
  const letters = narrative.match(/\p{Letter}/gu)?.length ?? 0;
  return han > 0 && han >= letters / 10 ? 'zh' : 'en';
}

/** Stages that tell something; one without a title has its number for one. */
function stagesInput({ narrative, stages, ...draft }: Draft): Pick<CaseInput, 'stages'> {
  const told = stages.filter((stage) => !tellsNothing(stage));
  if (told.length === 0) return {};
  const isFirst = narrative.trim() !== '' || draft.findings.length > 0 || draft.labs.length > 0;
  const first = { name: AT_FIRST[languageOf(textOf({ narrative, stages }))] };
  const later = told.map(({ name, narrative: text, given }, place) => ({
    name: name.trim() === '' ? String(place + 1) : name.trim(),
    ...(text.trim() !== '' && { narrative: text }),
    ...given,
  }));
  return { stages: isFirst ? [first, ...later] : later };
}

/** The draft as the server takes it: what was not given is left out, not sent as empty. */
export function toCaseInput(draft: Draft): CaseInput {
  const narrative = draft.narrative.trim() === '' ? undefined : draft.narrative;
  const title = draft.title.trim();
  return {
    ...(title !== '' && { title }),
    ...(narrative !== undefined && { narrative }),
    ...(textOf(draft) !== '' && { language: languageOf(textOf(draft)) }),
    patient: { age: draft.age, sex: draft.sex, ...(draft.pregnant !== null && { pregnant: draft.pregnant }) },
    ...(draft.setting !== null && { setting: draft.setting }),
    ...(draft.findings.length > 0 && {
      findings: draft.findings.map(
        ({ name: _name, at: _at, accepted: _accepted, proposedBy: _proposedBy, ...finding }) => finding,
      ),
    }),
    ...(draft.labs.length > 0 && { labs: [...draft.labs] }),
    ...stagesInput(draft),
  };
}

const isCoded = ({ source }: Finding): boolean => source === undefined || source.kind === 'coded';

type StoredContent = Pick<
  Case,
  'title' | 'narrative' | 'patient' | 'setting' | 'findings' | 'labs' | 'stages' | 'corrections'
>;

/** What a correction leaves of a finding that the case does not show: rejected, or said of somebody else. */
function hiddenByCorrection({ corrections, findings }: StoredContent): CodedFinding[] {
  const shown = new Set(findings.map(({ findingId }) => findingId));
  return corrections
    .filter(({ findingId }) => !shown.has(findingId))
    .map(({ action, findingId, name = findingId, presence, value, certainty, assertion }) =>
      action === 'reject'
        ? stated({ findingId, name }, 'not-a-finding')
        : {
            findingId,
            name,
            ...(presence !== undefined && { presence }),
            ...(value !== undefined && { value }),
            ...(certainty !== undefined && { certainty }),
            ...(assertion !== undefined && { assertion }),
          },
    );
}

/** What was coded in a stage is sent again as it is; what was read from its text is left to be read again. */
function draftStage({ name, narrative = '', findings = [], labs = [] }: Case['stages'][number]): DraftStage {
  const coded = findings
    .filter(isCoded)
    .map(({ source: _source, note: _note, name: _name, ...finding }) => finding);
  const values = labInputs(labs);
  const given = {
    ...(coded.length > 0 && { findings: coded }),
    ...(values.length > 0 && { labs: values }),
  };
  return { name, narrative, ...(Object.keys(given).length > 0 && { given }) };
}

const labInputs = (labs: Case['labs']): LabInput[] =>
  labs.flatMap(({ name, value, unit, source }) =>
    source?.kind !== 'text' && name !== undefined && typeof value === 'number' && unit !== undefined
      ? [{ name, value, unit }]
      : [],
  );

/** A stored case as a draft again. What was read from its text is left to be read again. */
export function draftOfCase(stored: StoredContent): Draft {
  return {
    title: stored.title ?? '',
    narrative: stored.narrative ?? '',
    // What was told first has no text of its own there.
    stages: stored.stages.map(draftStage).filter((stage) => !tellsNothing(stage)),
    age: stored.patient.age,
    sex: stored.patient.sex,
    pregnant: stored.patient.pregnant ?? null,
    setting: stored.setting,
    findings: [
      ...stored.findings.filter(isCoded).map(({ source: _source, note: _note, ...finding }) => ({
        ...finding,
        name: finding.name ?? finding.findingId,
      })),
      ...hiddenByCorrection(stored),
    ],
    labs: labInputs(stored.labs),
  };
}

export type ListedFinding = Finding & { readonly pending: boolean };

export const saysTheSame = (a: FindingInput, b: FindingInput): boolean =>
  a.presence === b.presence &&
  JSON.stringify(a.value) === JSON.stringify(b.value) &&
  (a.certainty ?? 1) === (b.certainty ?? 1) &&
  (a.assertion ?? 'current') === (b.assertion ?? 'current');

const placeOf = ({ at }: CodedFinding, read: Finding | undefined): Pick<Finding, 'source'> => {
  if (at !== undefined) return { source: { kind: 'coded', ...at } };
  return read?.source === undefined ? {} : { source: read.source };
};

function pendingFinding(said: CodedFinding, read: Finding | undefined): ListedFinding {
  const { at: _at, accepted: _accepted, ...finding } = said;
  return { ...finding, ...placeOf(said, read), pending: true };
}

/** Whether a statement adds nothing to what was read. A reading that is confirmed is more than a reading. */
const isCounted = (said: CodedFinding, read: Finding): boolean =>
  saysTheSame(said, read) && (said.accepted !== true || isCoded(read));

/**
 * The findings to list: what was understood, overlaid with what the teacher has stated since. A statement that
 * the run does not know yet is `pending`.
 *
 * @param counted statements that the run knows, though they show no finding: of what was rejected, of a relative
 */
export function listedFindings(
  understood: readonly Finding[],
  draft: readonly CodedFinding[],
  counted: readonly CodedFinding[] = [],
): ListedFinding[] {
  const byId = new Map(draft.map((finding) => [finding.findingId, finding]));
  const known = understood.map((finding): ListedFinding => {
    const said = byId.get(finding.findingId);
    byId.delete(finding.findingId);
    return said === undefined || isCounted(said, finding)
      ? { ...finding, pending: false }
      : pendingFinding(said, finding);
  });
  const isKnown = (said: CodedFinding): boolean =>
    counted.some((each) => each.findingId === said.findingId && saysTheSame(each, said));
  const unheard = [...byId.values()].filter(
    (said) => said.presence !== ('unknown' satisfies Presence) && !isKnown(said),
  );
  return [...known, ...unheard.map((said) => pendingFinding(said, undefined))];
}

/** Whether the draft says something that the ranked case does not. */
export const differs = (draft: Draft, ranked: Draft): boolean =>
  JSON.stringify(toCaseInput(draft)) !== JSON.stringify(toCaseInput(ranked));
