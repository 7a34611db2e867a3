/**
 * The form in which two phrases count as the same: compatibility characters unified, lower case, hyphens and
 * punctuation (but decimal points) as spaces, single spaces.
 */
export function normalisePhrase(phrase: string): string {
  return phrase
    .normalize('NFKC')
    .toLowerCase()
    .replace(/['’]/gu, '')
    .replace(/[^\p{L}\p{N}%+<>/.]+|\.(?!\d)/gu, ' ')
    .replace(/ +/gu, ' ')
    .trim();
}
