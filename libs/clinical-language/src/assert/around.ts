import { type KeptSoftmax, openedWhenAsked } from '@openrounds/classifier';
import { type ToldText } from '../frame/clues-around';
import { AROUND, type Around } from '../frame/words-around';
import { WORDS_AROUND } from '../lexicon/compiled/words-around';
import { type Stretch, type Token } from '../model/token';

/** Of fewer clues, which some fourteen words give, nothing is told: a plain statement is what cues say. */
const LEAST_AROUND = 64;
/** So likely must something else than present be, for the words around a finding to say it. */
const LEAST_LIKELY = 0.2;
/** A denial argues against diseases, and must be likelier still. */
const LEAST_LIKELY_DENIED = 0.4;
/** So many times as likely as what cues say must something else be to stand in its place. */
const REFUTES = 20;
/** Of what only a heading says, of all that stands below it. */
const REFUTES_HEADING = 5;
/** And so many times more than if nothing stood there: a relative is seldom spoken of, and believed all the same. */
const WORDS_TELL = 3;

/** What was learnt of both languages together; nothing before it was learnt for the first time. */
const learntOf = openedWhenAsked(WORDS_AROUND);

type Learnt = Pick<KeptSoftmax, 'tell'>;

/** "Haemoptysis." has no word about it: what other sentences say is not said of it. */
function standsAlone(tokens: readonly Token[], sentence: Stretch, { from, to }: Stretch): boolean {
  for (let at = sentence.from; at < sentence.to; at += 1) {
    const kind = tokens[at]?.kind;
    if ((at < from || at >= to) && kind !== 'mark' && kind !== 'line-end') return false;
  }
  return true;
}

/** What is said of a finding before the words around it are heard. */
export interface Cued {
  readonly cued: Around;
  /** No cue says so but the heading of the section: "FHx: mother MI. Pt gets chest tightness". */
  readonly isHeaded: boolean;
  /** It is denied in so many words (`Scopes.isPlainlyDenied`). */
  readonly isPlainlyDenied: boolean;
  /** An answer says that it is there: "allergies: yes". */
  readonly isAffirmed: boolean;
}

const isOfOthers = (said: Around): boolean => said === 'family' || said === 'other-person';

/** Whether both say the same: of whom else a finding is, cues need not know. */
const isSame = (one: Around, other: Around): boolean =>
  one === other || (isOfOthers(one) && isOfOthers(other));

/** How likely it is that a finding is what cues say. */
const likelihoodOf = (cued: Around, told: Float64Array): number =>
  told.reduce((sum, each, at) => (isSame(AROUND[at] ?? 'present', cued) ? sum + each : sum), 0);

/** What stands in place of what cues say: what is much likelier by the text around, and by the sentence alone as well. */
function insteadOf(
  { cued, isHeaded, isPlainlyDenied }: Cued,
  told: readonly Float64Array[],
  untold: Float64Array,
): Around {
  const [inText = untold] = told;
  const likeliest = inText.indexOf(Math.max(...inText));
  const said = AROUND[likeliest] ?? cued;
  if (isSame(said, cued) || (isPlainlyDenied && said === 'present')) return cued;
  const timesAsLikely = (each: Float64Array): number => (each[likeliest] ?? 0) / likelihoodOf(cued, each);
  const least = isHeaded ? REFUTES_HEADING : Math.max(REFUTES, WORDS_TELL * timesAsLikely(untold));
  return told.every((each) => timesAsLikely(each) > least) ? said : cued;
}

/** What is likeliest beside present, and how likely; whose else a finding may be counts together. */
function likeliestOther(told: Float64Array): [said: Around, likely: number] {
  const [, ...others] = AROUND.map((said, at) => ({
    said,
    alone: told[at] ?? 0,
    likely: likelihoodOf(said, told),
  }));
  const { said, likely } = others.reduce((most, each) =>
    each.likely > most.likely || (each.likely === most.likely && each.alone > most.alone) ? each : most,
  );
  return [said, likely];
}

/** What is said where no cue says anything: present, unless something else is likely. What is affirmed is neither denied nor doubted. */
function beyondCues(inText: Float64Array, inSentence: () => Float64Array, isAffirmed: boolean): Around {
  const [said, likely] = likeliestOther(inText);
  if (likely < LEAST_LIKELY) return 'present';
  if (isAffirmed && (said === 'absent' || said === 'possible')) return 'present';
  if (said !== 'absent') return said;
  const [, deniedInSentence = 0] = inSentence();
  return likely >= LEAST_LIKELY_DENIED && deniedInSentence >= LEAST_LIKELY ? 'absent' : 'present';
}

/**
 * What the words around a finding say of it (`docs/adr/0101-what-stands-around-a-finding.md`): where no cue says otherwise, present, unless
 * something else is likely; where cues say something, that, unless something else is much likelier
 * (`docs/adr/0105-what-refutes-a-cue.md`). A denial must be likely by the words of its own sentence as well:
 * in "No abdominal pain. She has jaundice" the other sentence denies nothing of this one.
 *
 * @param said what cues and headings say of it
 */
export function saidAround(
  text: ToldText,
  sentence: Stretch,
  finding: Stretch,
  said: Cued,
  learnt: Learnt | undefined = learntOf('all'),
): Around {
  const { cued, isAffirmed } = said;
  if (learnt === undefined || standsAlone(text.tokens, sentence, finding)) return cued;
  const tell = (clues: ArrayLike<number>): Float64Array => {
    const likely = new Float64Array(AROUND.length);
    learnt.tell(clues, likely);
    return likely;
  };
  const clues = text.cluesAround(sentence, finding);
  if (clues.inText.length < LEAST_AROUND) return cued;
  const inText = tell(clues.inText);
  const inSentence = (): Float64Array => tell(clues.inSentence);
  return cued === 'present'
    ? beyondCues(inText, inSentence, isAffirmed)
    : insteadOf(said, [inText, inSentence()], tell([]));
}
