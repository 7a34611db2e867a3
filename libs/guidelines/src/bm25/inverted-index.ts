/** How often a term stands in a text, its fields weighed. */
export interface Posting {
  readonly text: number;
  readonly frequency: number;
}

/** Texts by term; `lengths` are weighed token counts, in the order in which the texts were given. */
export interface InvertedIndex {
  readonly postings: ReadonlyMap<string, readonly Posting[]>;
  readonly lengths: readonly number[];
  readonly meanLength: number;
}

/** Part of a text whose terms count `weight` times: a word in a heading says more than one in the body. */
export interface Field {
  readonly terms: readonly string[];
  readonly weight: number;
}

/** Indexes texts, each given as its fields. */
export function invert(texts: readonly (readonly Field[])[]): InvertedIndex {
  const postings = new Map<string, Posting[]>();
  const lengths = texts.map((fields, text) => {
    for (const [term, frequency] of frequencies(fields)) {
      const list = postings.get(term);
      if (list) list.push({ text, frequency });
      else postings.set(term, [{ text, frequency }]);
    }
    return fields.reduce((sum, { terms, weight }) => sum + weight * terms.length, 0);
  });
  const total = lengths.reduce((sum, length) => sum + length, 0);
  return { postings, lengths, meanLength: lengths.length === 0 ? 0 : total / lengths.length };
}

function frequencies(fields: readonly Field[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { terms, weight } of fields) {
    for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + weight);
  }
  return counts;
}
