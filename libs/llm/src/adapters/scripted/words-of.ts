const SHORTEST_WORD = 4;

/** Longer words, and in Chinese each two neighbours. */
export function wordsOf(text: string): Set<string> {
  const words = text.toLowerCase().match(/[a-z]+/gu) ?? [];
  const chinese = (text.match(/\p{Script=Han}+/gu) ?? []).flatMap((run) =>
    Array.from(run, (_, place) => run.slice(place, place + 2)).filter((pair) => pair.length === 2),
  );
  return new Set([...words.filter((word) => word.length >= SHORTEST_WORD), ...chinese]);
}
