const LONGEST = 400;

/** What would be more than words where it is shown: tags, links, pictures, code, addresses. */
const MORE_THAN_WORDS = /<[a-z/!]|\]\(|```|\b(?:https?|ftp|javascript|data|file):|\bwww\./iu;

/**
 * A sentence of a model as it may be shown: one line, without control characters, not endless.
 *
 * @returns undefined where it holds markup or an address, or nothing at all: such a sentence is dropped whole
 */
export function plainSentence(text: string): string | undefined {
  const line = text
    .normalize('NFC')
    .replace(/[\p{C}\s]+/gu, ' ')
    .trim();
  if (line === '' || MORE_THAN_WORDS.test(line) || Array.from(line).length > LONGEST) return undefined;
  return line;
}
