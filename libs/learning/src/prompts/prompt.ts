/** A question to a student about the way of thinking, with the numbers behind it; points are of 100. */
export type Prompt =
  | {
      readonly code: 'danger-missed';
      /** Must-consider diseases that were never named in time. */
      readonly diseaseIds: readonly string[];
    }
  | {
      readonly code: 'premature-closure';
      readonly stageNo: number;
      readonly diseaseId: string;
      readonly stated: number;
      readonly moved: number;
    }
  | { readonly code: 'premature-closure'; readonly stageNo: number; readonly dropped: readonly string[] }
  | {
      readonly code: 'anchoring';
      readonly stageNo: number;
      readonly diseaseId: string;
      readonly before: number;
      readonly stated: number;
      readonly moved: number;
    }
  | {
      readonly code: 'base-rate-neglect';
      readonly stageNo: number;
      readonly diseaseIds: readonly [string, string];
      /** How many times likelier the first than the second: as stated, by the findings alone, and with the setting. */
      readonly stated: number;
      readonly byFindings: number;
      readonly withSetting: number;
    }
  | {
      readonly code: 'test-choice';
      readonly stageNo: number;
      readonly optionId: string;
      readonly bits: number;
      readonly better: { readonly optionId: string; readonly bits: number };
    }
  | {
      readonly code: 'overconfidence';
      readonly pairs: number;
      /** Mean points, and hits of 100. */
      readonly stated: number;
      readonly observed: number;
    };

export type PromptCode = Prompt['code'];

/** Most prompts for one person. */
export const MOST_PROMPTS = 3;

/** Which are kept when more fire than can be asked: what endangers a patient first. */
export const PROMPT_ORDER: readonly PromptCode[] = [
  'danger-missed',
  'premature-closure',
  'anchoring',
  'base-rate-neglect',
  'test-choice',
  'overconfidence',
];
