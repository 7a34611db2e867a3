/** So many can matter; a prompt of all diseases is read by no small model. */
export const MOST_CANDIDATES = 60;

/**
 * Ids of the diseases that a language model chooses from: every danger that was raised, and the most probable of the rest.
 *
 * @param ranked - the engine's list, most probable first.
 * @param raised - must-not-miss diseases that the engine shows; all are taken.
 * @returns in the order of the list, so that the same case gives the same prompt.
 */
export function candidatesOf(
  ranked: readonly { readonly diseaseId: string }[],
  raised: readonly string[],
): string[] {
  const chosen = new Set(raised);
  for (const { diseaseId } of ranked) {
    if (chosen.size >= MOST_CANDIDATES) break;
    chosen.add(diseaseId);
  }
  return ranked.flatMap(({ diseaseId }) => (chosen.has(diseaseId) ? [diseaseId] : []));
}
