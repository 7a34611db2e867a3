import { type Scope } from '../assert/governed';
import { type Scopes, scopesOf } from '../assert/scope';
import { type Mention } from '../resolve/mention';
import { matchConcepts } from '../resolve/concepts';
import { type People, peopleOf } from '../recognise/people';
import { type EnginePatient, type Span } from '../model/understanding';
import { type VocabularyFinding } from '../model/vocabulary';
import { STOP_STEMS } from '../normalise/function-words';
import { PhraseReader } from '../normalise/phrases';
import { unifyWords } from '../normalise/unify-words';
import { readText } from '../segment/read-text';
import { type Reading } from '../segment/reading';
import { type SectionKind } from '../segment/sections';
import { type CompiledVocabulary } from '../vocabulary/compile';
import { bothLanguages, wordingsOf } from '../vocabulary/terminology';

/** What the clause of a quotation says of a finding. */
export interface ClauseSays {
  /** How many of the words that carry it are denied. */
  readonly denied: 'all' | 'some' | 'none';
  readonly doubted: boolean;
  /** Categories of cues that govern any of them. */
  readonly kinds: Scope;
  readonly section: SectionKind;
}

interface ClauseSentence {
  readonly from: number;
  readonly to: number;
  readonly section: SectionKind;
  readonly mentions: readonly Mention[];
  readonly scopes: Scopes;
}

/** The clauses of one text, asserted as the rules assert them: once, however many quotations are looked at. */
export class Clauses {
  private readonly reading: Reading;
  private readonly spans: readonly Span[];
  private readonly mentions: readonly Mention[][];
  private readonly people: People;
  private readonly asserted = new Map<number, ClauseSentence>();
  private readonly phrases = new PhraseReader();

  constructor(text: string, vocabulary: CompiledVocabulary, patient: EnginePatient) {
    const asWritten = readText(text);
    this.reading = { ...asWritten, tokens: unifyWords(asWritten.tokens, vocabulary.spelling) };
    const { tokens, source, sentences } = this.reading;
    this.spans = tokens.map(({ start, end }) => source.toOriginal(start, end));
    this.mentions = matchConcepts(this.reading, sentences, vocabulary, patient);
    this.people = peopleOf(this.reading);
  }

  /** @returns undefined where no word stands there */
  says(finding: VocabularyFinding, span: Span): ClauseSays | undefined {
    const within = this.spans.flatMap(({ start, end }, at) =>
      start < span.end && end > span.start ? [at] : [],
    );
    const parts = this.reading.sentences.flatMap((_, index) => {
      const sentence = this.sentence(index);
      const here = within.filter((at) => at >= sentence.from && at < sentence.to);
      return here.length === 0 ? [] : [{ sentence, here }];
    });
    const carried = parts.flatMap((part) => this.carriers(finding, part));
    if (carried.length === 0) return undefined;
    const denied = carried.filter(({ isDenied }) => isDenied).length;
    const kinds = new Set(carried.flatMap(({ scope }) => [...scope]));
    return {
      denied: denied === 0 ? 'none' : denied === carried.length ? 'all' : 'some',
      doubted: kinds.has('possible'),
      kinds,
      section: carried[0]?.section ?? 'narrative',
    };
  }

  private sentence(index: number): ClauseSentence {
    const known = this.asserted.get(index);
    if (known !== undefined) return known;
    const { tokens, sentences } = this.reading;
    const sentence = sentences[index] ?? { from: 0, to: 0, section: 'narrative' as const };
    const mentions = this.mentions[index] ?? [];
    const scopes = scopesOf(tokens, sentence, mentions, this.people.in(sentence));
    const asserted = { ...sentence, mentions, scopes };
    this.asserted.set(index, asserted);
    return asserted;
  }

  /**
   * The words of a quotation that carry a finding: those by which the rules find it there; else those that its wordings
   * have; else all that carry meaning.
   */
  private carriers(
    finding: VocabularyFinding,
    { sentence, here }: { readonly sentence: ClauseSentence; readonly here: readonly number[] },
  ): { readonly isDenied: boolean; readonly scope: Scope; readonly section: SectionKind }[] {
    const { scopes, mentions, section } = sentence;
    const isHere = new Set(here);
    const own = mentions.filter(
      ({ senses, used }) =>
        senses.some((sense) => 'findingId' in sense && sense.findingId === finding.id) &&
        used.every((at) => isHere.has(at)),
    );
    if (own.length > 0)
      return own.map(({ used, isOpposite, denies }) => {
        const scope = scopes.over(used);
        const isDenied = scope.has('negated') && !scope.has('possible');
        return { isDenied: isDenied !== (isOpposite === true || denies === true), scope, section };
      });
    const { tokens } = this.reading;
    const telling = here.filter((at) => {
      const token = tokens[at];
      return (
        token !== undefined &&
        token.kind !== 'mark' &&
        token.kind !== 'line-end' &&
        !scopes.cueTokens.has(at) &&
        !STOP_STEMS.has(token.key)
      );
    });
    const words = this.wordsOf(finding);
    const worded = telling.filter((at) => words.has(tokens[at]?.key ?? ''));
    return (worded.length > 0 ? worded : telling).map((at) => {
      const scope = scopes.at(at);
      return { isDenied: scope.has('negated') && !scope.has('possible'), scope, section };
    });
  }

  private wordsOf(finding: VocabularyFinding): ReadonlySet<string> {
    const states = Object.values(finding.stateSynonyms ?? {}).flatMap(bothLanguages);
    return new Set([...wordingsOf(finding), ...states].flatMap((wording) => this.phrases.classKeys(wording)));
  }
}
