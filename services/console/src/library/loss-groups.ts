import type { QuestionLosses } from '../api/types';

/** A loss that several questions have in common. */
export interface LossGroup {
  readonly code: string;
  readonly message: string;
  readonly titles: readonly string[];
}

/** Losses by what was lost, in the order in which they first come. */
export function lossGroups(losses: QuestionLosses['losses']): LossGroup[] {
  const groups = new Map<string, LossGroup>();
  for (const { code, message, title } of losses)
    groups.set(code, { code, message, titles: [...(groups.get(code)?.titles ?? []), title] });
  return [...groups.values()];
}
