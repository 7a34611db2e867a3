import { type Stretch, type Token } from '../model/token';
import { type Atom } from '../recognise/atoms';
import { grammar } from '../recognise/grammar';

/** What was spoken of so many sentences before is taken up at most. */
const SENTENCES_BACK = 3;
/** So many words may stand between "my" and the part of the body that it opens: "my poor eye". */
const OPENS = 2;

const isSite = (feature: string): boolean => feature.startsWith('sites:');
const namesSite = ({ features }: Atom): boolean => features.some(isSite);
/** Can be said of a part of the body that is not named again. */
const saysWhatIsWrong = ({ features }: Atom): boolean =>
  features.some((feature) => /^(?:heads|colours):/.test(feature));
/** May stand before the part of the body that a Chinese phrase is about: 这几天[右]耳. */
const standsBeforeTopic = ({ features }: Atom): boolean =>
  features.every((feature) => /^(?:sides|sites|times|counts|people|degrees):/.test(feature));

/** What stands between two dividers of a sentence, and what it says. */
interface Phrase extends Stretch {
  readonly atoms: readonly Atom[];
}

function phrasesOf(tokens: readonly Token[], { from, to }: Stretch, atoms: readonly Atom[]): Phrase[] {
  const { dividers } = grammar();
  const phrases: Phrase[] = [];
  let start = from;
  let own: Atom[] = [];
  let next = 0;
  for (let at = from; at <= to; at += 1) {
    // 及 in 触及 divides nothing
    const isWithin = at < (own.at(-1)?.to ?? 0);
    if (at === to || (!isWithin && dividers.has(tokens[at]?.text ?? ''))) {
      if (own.length > 0) phrases.push({ from: start, to: at, atoms: own });
      start = at + 1;
      own = [];
    }
    const atom = atoms[next];
    if (atom?.from !== at) continue;
    own.push(atom);
    next += 1;
  }
  return phrases;
}

/** Goes through a text and keeps what was spoken of last. */
class Topic {
  private features: readonly string[] = [];
  private sentence = 0;

  constructor(private readonly tokens: readonly Token[]) {}

  /** What a phrase says, with the part of the body of which it says it where that was named before. */
  read(phrase: Phrase, sentence: number): readonly Atom[] {
    const isKnown = this.features.length > 0 && sentence - this.sentence <= SENTENCES_BACK;
    const place = isKnown ? this.leftOutIn(phrase) : undefined;
    this.take(phrase, sentence);
    if (place === undefined) return phrase.atoms;
    const { atoms } = phrase;
    const next = atoms.findIndex(({ from }) => from >= place.from);
    const taken = { ...place, features: this.features };
    return next < 0 ? [...atoms, taken] : [...atoms.slice(0, next), taken, ...atoms.slice(next)];
  }

  /** Where a phrase takes up what was spoken of: at its pronoun, and in Chinese, which leaves it out, at its beginning. */
  private leftOutIn(phrase: Phrase): Stretch | undefined {
    const { from, atoms } = phrase;
    const place = this.tokens[from]?.kind === 'han' ? { from, to: from } : this.pronounIn(phrase);
    if (place === undefined) return undefined;
    const isNamed = atoms.some((atom) => atom.from >= place.from && namesSite(atom));
    return !isNamed && (place.to > place.from || atoms.some(saysWhatIsWrong)) ? place : undefined;
  }

  /** "It hurts", but not "I left it": a pronoun that stands for what is spoken of. */
  private pronounIn({ from, to }: Phrase): Stretch | undefined {
    const { pronouns, joining } = grammar();
    for (let at = from; at < to; at += 1) {
      const isSubject = at === from || joining.has(this.tokens[at - 1]?.text ?? '');
      if (isSubject && pronouns.has(this.tokens[at]?.text ?? '')) return { from: at, to: at + 1 };
    }
    return undefined;
  }

  /** Takes the last part of the body of a phrase that can be spoken of further. */
  private take(phrase: Phrase, sentence: number): void {
    let isBeginning = true;
    for (const atom of phrase.atoms) {
      if (namesSite(atom)) {
        const isHan = this.tokens[atom.from]?.kind === 'han';
        const isOpen = isHan ? isBeginning : this.isThing(atom, phrase);
        if (isOpen) {
          this.features = atom.features.filter(isSite);
          this.sentence = sentence;
        } else if (isHan) this.features = [];
      }
      isBeginning &&= standsBeforeTopic(atom);
    }
  }

  /** "My back", but not "came back". */
  private isThing({ from }: Atom, phrase: Phrase): boolean {
    const { determiners } = grammar();
    for (let at = from - 1; at >= Math.max(phrase.from, from - OPENS); at -= 1)
      if (determiners.has(this.tokens[at]?.text ?? '')) return true;
    return false;
  }
}

/**
 * "My right knee went at football. *It* has swollen up", 右耳进水以后不舒服，流黄水: what is said without naming the part of the body
 * is said of the one that was spoken of last.
 *
 * @param atoms of each sentence, in order
 * @returns the atoms of each sentence, and for each part of the body that is taken up an atom at its pronoun; without a pronoun it has no tokens
 */
export function withTopic(
  tokens: readonly Token[],
  sentences: readonly Stretch[],
  atoms: readonly (readonly Atom[])[],
): (readonly Atom[])[] {
  const topic = new Topic(tokens);
  return sentences.map((sentence, index) =>
    phrasesOf(tokens, sentence, atoms[index] ?? []).flatMap((phrase) => topic.read(phrase, index)),
  );
}
