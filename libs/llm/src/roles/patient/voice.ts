/** A fact of the case that is released: a sentence of it, or a line of a form. */
export interface ReleasedStatement {
  readonly id: string;
  readonly text: string;
}

/** What the voice of a patient is told: what may be said, and what was asked. */
export interface LlmVoiceRequest {
  readonly language: 'en' | 'zh';
  readonly patient: {
    readonly ageYears: number | null;
    readonly sex: 'female' | 'male' | 'unknown';
  };
  readonly statements: readonly ReleasedStatement[];
  /** What a student asks; null: the patient says why they came. */
  readonly question: string | null;
  /** Names that must not be said, such as those of the diagnosis. The model is not told them. */
  readonly withheld: readonly string[];
}

/** Why a sentence of the voice is not said. */
export type VoiceDrop = 'no-statement' | 'number' | 'withheld' | 'not-plain';

/** What the voice says: each sentence from released statements. Without any, the statements say it as they are written. */
export interface LlmVoice {
  readonly sentences: readonly { readonly text: string; readonly statementIds: readonly string[] }[];
  readonly dropped: Readonly<Partial<Record<VoiceDrop, number>>>;
}
