import { contentLabelText } from '@openrounds/contracts';

/** What led to an explanation, by ids, versions, hashes and times; nothing of what the patient said. */
export interface Lineage {
  readonly runId: string;
  readonly caseId: string;
  readonly caseVersion: number | null;
  /** ISO 8601, when the run was accepted and when it was done. */
  readonly startedAt: string;
  readonly endedAt: string;
  readonly versions: {
    readonly engine: string;
    /** SHA-256, hexadecimal, as the two that follow. */
    readonly knowledge: string;
    readonly calibration: string;
    readonly guidelines: string;
    /** The language model, where one was configured. */
    readonly llm: string | null;
  };
  /** Passages of documents that the institution imported, which no hash of `versions` covers. */
  readonly ownPassages: readonly { readonly title: string; readonly sha256: string }[];
  /** Whether the language model took part. */
  readonly llmUsed: boolean;
  /** The run that it revises; null for one that revises none. */
  readonly revisionOf: string | null;
  /** Ids of findings that a language model read and that count, merged or accepted by a person. */
  readonly findingsOfModel: readonly string[];
  /** Where the record stands in the log; null where it is not there yet. */
  readonly logEntry: { readonly index: number; readonly leafHash: string } | null;
  /** Said of every clinical answer. */
  readonly notice: string;
  readonly language: 'en' | 'zh';
}

/** The three inputs that are files, named by their bytes. */
export const HASHED_INPUTS = ['knowledge', 'calibration', 'guidelines'] as const;

/** What is said of a finding that a language model read. */
export const READ_BY_MODEL = {
  en: 'AI-generated: finding that a language model read',
  zh: '由人工智能生成：语言模型读出的表现',
} as const;

/** What is said of all that a language model wrote. */
export const AI_GENERATED = {
  en: 'AI-generated: second opinion of a language model',
  zh: '由人工智能生成：语言模型的第二意见',
} as const;

const HEX_BYTE = /[0-9a-f]{2}/gi;

/** The digest in the form of RFC 6920 names: base64url without padding. */
export const digestOf = (hex: string): string =>
  btoa(String.fromCharCode(...(hex.match(HEX_BYTE) ?? []).map((byte) => parseInt(byte, 16))))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');

/** A file by its SHA-256 (RFC 6920). */
export const hashUri = (hex: string): string => `ni:///sha-256;${digestOf(hex)}`;

export const runUrl = (origin: string, { runId }: Pick<Lineage, 'runId'>): string =>
  new URL(`/v1/runs/${runId}`, origin).href;

/** A finding that a language model added to a run. */
export const findingUrl = (origin: string, lineage: Lineage, findingId: string): string =>
  `${runUrl(origin, lineage)}#finding-${findingId}`;

/** Whether a language model had a part in it: by its opinion or by what it read. */
export const isByModel = ({ llmUsed, findingsOfModel }: Lineage): boolean =>
  llmUsed || findingsOfModel.length > 0;

/** The label that GB 45438-2025 asks of generated content. */
export const labelTextOf = ({ runId, versions: { engine } }: Lineage): string =>
  contentLabelText(runId, engine);

/** A case in one of its versions. */
export const caseUrl = (origin: string, { caseId, caseVersion }: Lineage): string =>
  new URL(`/v1/cases/${caseId}${caseVersion === null ? '' : `?version=${String(caseVersion)}`}`, origin).href;
