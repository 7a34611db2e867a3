import { type CharacterRange } from './claim';

/** A stop ends a sentence before a space or the end (not in 2.2 mmol/L); semicolons part statements that stand by themselves. */
const END = /[.!?](?=["”’)]*(?:\s|$))["”’)]*|[;。；！？]["”’）]*/gu;

/** Text between two stops, without the space around it; a text without a stop is one sentence. */
export function sentencesOf(text: string): CharacterRange[] {
  const ends = Array.from(text.matchAll(END), (end) => end.index + end[0].length);
  const bounds = [0, ...ends, text.length];
  return bounds.slice(1).flatMap((to, i) => {
    const from = bounds[i] ?? 0;
    const piece = text.slice(from, to);
    const start = from + (piece.length - piece.trimStart().length);
    return piece.trim() === '' ? [] : [{ from: start, to: start + piece.trim().length }];
  });
}
