/** When or in whom a concept counts: in the past, in a blood relative, in somebody the patient has met. */
export type SenseContext = 'historical' | 'family' | 'contact';

/** What a phrase of the dictionary stands for. */
export type Sense =
  | {
      readonly kind: 'finding';
      readonly findingId: string;
      /** A wording narrower than the finding ("saddle embolus"): denied it says nothing of it. */
      readonly affirmsOnly?: true;
      /** A bare name ("falls", 淋巴结) tells the finding only where it is denied, or also where it was asked for and the answer is yes. */
      readonly toldBy?: 'denial' | 'answer';
    }
  | { readonly kind: 'state'; readonly findingId: string; readonly state: string }
  | {
      readonly kind: 'quantity';
      readonly findingId: string;
      /** g/mol of what is weighed under this name, where that is not the finding's own molecule. */
      readonly molecularWeight?: number;
      /** Which of the tests that decide the finding it names. */
      readonly test?: number;
    }
  | { readonly kind: 'panel'; readonly panelId: string }
  | {
      readonly kind: 'context';
      readonly findingId: string;
      readonly context: SenseContext;
      /** An attack ("MI was ruled out"): denied it says nothing of the illness. */
      readonly affirmsOnly?: true;
    }
  | { readonly kind: 'disease'; readonly diseaseId: string };

const KEYS = new WeakMap<Sense, string>();

/** The same for senses that mean the same. */
export function senseKey(sense: Sense): string {
  const known = KEYS.get(sense);
  if (known !== undefined) return known;
  const key = JSON.stringify(sense);
  KEYS.set(sense, key);
  return key;
}

/** A sense with what look-up must check beyond the keys. */
export interface Entry {
  readonly sense: Sense;
  /** Abbreviations that are ordinary words in lower case ("ALL", "US") count only in capitals. */
  readonly capitalsOnly: boolean;
  /** The wording itself, which counts for more than others of its class (下肢无力 and 腿没劲). */
  readonly wording: string;
  /** English wordings that deny something say so only as written: "no stool" is not "no faecal incontinence". */
  readonly asWritten: boolean;
  /** Keys at the end of the wording that are no part of the concept: the 阴性 of 克氏征阴性, which denies it. */
  readonly leaves?: number;
}

/** A wording and what it means. */
export interface PhraseSense {
  readonly phrase: string;
  readonly sense: Sense;
  /** As in {@link Entry}. */
  readonly leaves?: number;
  /** The finding's own name, not one of its other wordings. */
  readonly isName?: true;
}
