/** Marks that could end a text before its end, or look like the turn of a chat. */
const MARKS = /<(?=\/?\s*text\b|\|)/giu;

/** Looks the same to a reader, and ends nothing. */
const HARMLESS = '‹';

/** A text between marks that it cannot close itself: data, whatever it says. */
export function asData(text: string, number: number): string {
  return `<text ${String(number)}>\n${text.replace(MARKS, HARMLESS)}\n</text ${String(number)}>`;
}
