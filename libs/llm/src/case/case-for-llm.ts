/** One coded fact of the case, by its name in the language of the request: never a sentence of the narrative. */
export interface FactForLlm {
  readonly findingId: string;
  readonly name: string;
  readonly presence: 'present' | 'absent' | 'unknown';
  /** Name of the state of a categorical finding, e.g. "above the 99th percentile". */
  readonly value?: string;
  /** 0.5 (as good as unknown) to 1 (certain; the default). */
  readonly certainty?: number;
}

/** What a language model is told of a case. */
export interface CaseForLlm {
  readonly language: 'en' | 'zh';
  readonly patient: {
    readonly ageYears: number | null;
    readonly sex: 'female' | 'male' | 'unknown';
    readonly pregnant: boolean | null;
  };
  readonly setting: 'primary-care' | 'emergency' | 'inpatient' | null;
  readonly facts: readonly FactForLlm[];
}

/** A disease of the knowledge base, by its name in the language of the request. */
export interface DiseaseForLlm {
  readonly diseaseId: string;
  readonly name: string;
}
