import { FEWEST_SHOWN } from '../calibration/calibration-curve';
import { type Prompt, PROMPT_ORDER, type PromptCode } from './prompt';

/** How much of a class a question was asked of. */
export interface PromptShare {
  readonly code: PromptCode;
  /** 0–1. */
  readonly share: number;
}

/**
 * What the teacher sees of prompts: shares of a class of at least five, never whose they are.
 *
 * @param prompts of each person, those without any among them
 * @returns null for fewer than five persons
 */
export function promptShares(prompts: readonly (readonly Prompt[])[]): PromptShare[] | null {
  if (prompts.length < FEWEST_SHOWN) return null;
  return PROMPT_ORDER.map((code) => ({
    code,
    share: prompts.filter((own) => own.some((prompt) => prompt.code === code)).length / prompts.length,
  }));
}
