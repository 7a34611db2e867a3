/**
 * Texts by term; `lengths` are weighed token counts, in the order in which the texts were given. The postings of all
 * terms lie in two arrays, one term after another: as objects they would take four times the memory.
 */
export interface InvertedIndex {
  /** Place of each term in `starts`. */
  readonly terms: ReadonlyMap<string, number>;
  /** Where the postings of a term begin; those of the next begin where they end. */
  readonly starts: Uint32Array;
  readonly texts: Uint32Array;
  /** How often the term stands in the text, its fields weighed. */
  readonly frequencies: Float32Array;
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
  const terms = new Map<string, number>();
  const rows = texts.map((fields) => {
    const counts = new Map<number, number>();
    for (const { terms: words, weight } of fields)
      for (const word of words) {
        const term = terms.get(word) ?? terms.size;
        terms.set(word, term);
        counts.set(term, (counts.get(term) ?? 0) + weight);
      }
    return counts;
  });
  const lengths = texts.map((fields) =>
    fields.reduce((sum, { terms: words, weight }) => sum + weight * words.length, 0),
  );
  return { terms, ...packed(rows, terms.size), lengths, meanLength: meanOf(lengths) };
}

/** Where the postings of a term lie in `texts` and `frequencies`: from here until there. */
export interface PostingRange {
  readonly from: number;
  readonly until: number;
}

/** The postings of a term, by the order of the texts; an empty range for a term that no text has. */
export function postingsOf({ terms, starts }: InvertedIndex, term: string): PostingRange {
  const place = terms.get(term);
  if (place === undefined) return { from: 0, until: 0 };
  return { from: starts[place] ?? 0, until: starts[place + 1] ?? 0 };
}

/**
 * The same index with further texts after those that it has. The texts that it was made of are not read again: it costs
 * a copy, and the splitting of the new ones.
 */
export function append(index: InvertedIndex, texts: readonly (readonly Field[])[]): InvertedIndex {
  const more = invert(texts);
  const before = index.lengths.length;
  const terms = new Map(index.terms);
  for (const term of more.terms.keys()) if (!terms.has(term)) terms.set(term, terms.size);
  const starts = new Uint32Array(terms.size + 1);
  const joined = new Uint32Array(index.texts.length + more.texts.length);
  const frequencies = new Float32Array(joined.length);
  let at = 0;
  for (const [term, place] of terms) {
    starts[place] = at;
    const old = postingsOf(index, term);
    joined.set(index.texts.subarray(old.from, old.until), at);
    frequencies.set(index.frequencies.subarray(old.from, old.until), at);
    at += old.until - old.from;
    const added = postingsOf(more, term);
    for (let each = added.from; each < added.until; each += 1, at += 1) {
      joined[at] = before + (more.texts[each] ?? 0);
      frequencies[at] = more.frequencies[each] ?? 0;
    }
  }
  starts[terms.size] = at;
  const lengths = [...index.lengths, ...more.lengths];
  return { terms, starts, texts: joined, frequencies, lengths, meanLength: meanOf(lengths) };
}

const meanOf = (lengths: readonly number[]): number =>
  lengths.length === 0 ? 0 : lengths.reduce((sum, length) => sum + length, 0) / lengths.length;

/** Counts of terms by text → postings by term. */
function packed(rows: readonly ReadonlyMap<number, number>[], terms: number) {
  const starts = new Uint32Array(terms + 1);
  for (const row of rows) for (const term of row.keys()) starts[term + 1] = (starts[term + 1] ?? 0) + 1;
  for (let term = 0; term < terms; term += 1)
    starts[term + 1] = (starts[term + 1] ?? 0) + (starts[term] ?? 0);
  const next = starts.slice();
  const texts = new Uint32Array(starts[terms] ?? 0);
  const frequencies = new Float32Array(texts.length);
  rows.forEach((row, text) => {
    for (const [term, frequency] of row) {
      const at = next[term] ?? 0;
      texts[at] = text;
      frequencies[at] = frequency;
      next[term] = at + 1;
    }
  });
  return { starts, texts, frequencies };
}
