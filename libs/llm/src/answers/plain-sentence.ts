const LONGEST = 400;

/** Nothing that a page would make a link, a picture or an element of. */
export const MARKUP = /https?:|www\.|[<>`]|\]\(|\*\*|!\[|\[\[|:\/\//i;

/** A text on one line, without control characters. */
export const oneLine = (text: string): string => text.replace(/[\p{C}\s]+/gu, ' ').trim();

/**
 * A sentence of a model as it may be shown: one line, not endless.
 *
 * @returns undefined where it holds markup or an address, or nothing at all: such a sentence is dropped whole
 */
export function plainSentence(text: string): string | undefined {
  const line = oneLine(text);
  return line === '' || line.length > LONGEST || MARKUP.test(line) ? undefined : line;
}
