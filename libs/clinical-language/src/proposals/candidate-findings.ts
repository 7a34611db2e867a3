import { type Language } from '@openrounds/contracts';
import { canBeSaidOf } from '../conclude/whom-it-fits';
import { type CandidateFinding } from '../model/proposal';
import { type Token } from '../model/token';
import { type EnginePatient } from '../model/understanding';
import { type VocabularyFinding } from '../model/vocabulary';
import { unifyWords } from '../normalise/unify-words';
import { matchConcepts } from '../resolve/concepts';
import { readText } from '../segment/read-text';
import { type Sentence } from '../segment/sentences';
import { type CompiledVocabulary } from '../vocabulary/compile';
import { wordWeight } from '../vocabulary/stored/stored-wordings';

/** Most findings that are offered to another reader: what a prompt has room for. */
export const MAX_CANDIDATES = 200;

/** Of the words of a wording, by weight, this share stands in one sentence; below it the likeness is chance. */
const LEAST_SHARE = 0.4;

/**
 * The findings that texts may be speaking of: those that the vocabulary finds named in them, then those with a wording
 * of whose words most stand in one sentence, the likeliest first. Words weigh as they tell: `ln(wordings / wordings with
 * it)`; a wording counts as the weight found, times its share of the wording's weight.
 *
 * @param language in which the findings are named
 * @param patient whom the texts are about: what cannot be said of them is not named
 * @returns at most {@link MAX_CANDIDATES}, the same for the same texts
 */
export function candidateFindings(
  texts: readonly string[],
  language: Language,
  vocabulary: CompiledVocabulary,
  patient: EnginePatient,
): CandidateFinding[] {
  const likeness = new Likeness(vocabulary);
  const named = new Set<string>();
  for (const text of texts) {
    const asWritten = readText(text);
    const reading = { ...asWritten, tokens: unifyWords(asWritten.tokens, vocabulary.spelling) };
    for (const mentions of matchConcepts(reading, reading.sentences, vocabulary, patient))
      for (const { senses } of mentions)
        for (const sense of senses) if ('findingId' in sense) named.add(sense.findingId);
    for (const sentence of reading.sentences) likeness.add(wordsOf(reading.tokens, sentence));
  }
  return [...new Set([...named, ...likeness.findings()])]
    .flatMap((findingId) => vocabulary.findings.get(findingId) ?? [])
    .filter((finding) => canBeSaidOf(finding, patient))
    .slice(0, MAX_CANDIDATES)
    .map((finding) => candidateOf(finding, language));
}

const candidateOf = (
  { id, name, domain, states }: VocabularyFinding,
  language: Language,
): CandidateFinding => ({
  findingId: id,
  name: name[language],
  ...(domain === 'categorical' && states !== undefined && { states }),
});

const wordsOf = (tokens: readonly Token[], { from, to }: Sentence): Set<string> =>
  new Set(
    tokens.slice(from, to).flatMap(({ kind, key }) => (kind === 'word' || kind === 'han' ? [key] : [])),
  );

/** How like the sentences of a text are to the wordings of findings. */
class Likeness {
  private readonly best = new Map<string, number>();
  /** Weight found of each wording in the sentence at hand. */
  private readonly found: Float64Array;

  constructor(private readonly vocabulary: Pick<CompiledVocabulary, 'wordings'>) {
    this.found = new Float64Array(vocabulary.wordings.size);
  }

  add(words: ReadonlySet<string>): void {
    const { wordings } = this.vocabulary;
    const met: number[] = [];
    for (const word of words) {
      const holding = wordings.holding(word);
      const weight = wordWeight(wordings.size, holding.length);
      for (const wording of holding) {
        if (this.found[wording] === 0) met.push(wording);
        this.found[wording] = (this.found[wording] ?? 0) + weight;
      }
    }
    for (const wording of met) {
      this.note(wording, this.found[wording] ?? 0);
      this.found[wording] = 0;
    }
  }

  /** The likeliest first, ties by id. */
  findings(): string[] {
    return [...this.best]
      .sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1))
      .map(([findingId]) => findingId);
  }

  private note(wording: number, weight: number): void {
    const { wordings } = this.vocabulary;
    const share = weight / Math.max(weight, wordings.weightOf(wording));
    if (!(share >= LEAST_SHARE)) return;
    const findingId = wordings.findingOf(wording);
    this.best.set(findingId, Math.max(this.best.get(findingId) ?? 0, weight * share));
  }
}
