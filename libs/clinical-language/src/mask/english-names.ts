import { type Candidate } from './candidate';
import { isEponym, isMonth, isParticle, isSurname, type NameClass, opensNickname } from './english-classes';
import { type EnglishWord, englishWord, nextInName, opens } from './english-run';
import { hasClinicalEnding, isClipped, isEnglishWord } from './english-words';
import { CueTrie } from './cue-trie';
import { classesOf } from './mask-lexicon';
import { type Passage } from './passage';

const PHRASES = new CueTrie<true>();
for (const phrase of classesOf('en/proper-nouns').get('phrase') ?? []) PHRASES.add(phrase, true);

/** BP, HR: what is measured or where, not who. */
const NO_INITIALS: ReadonlySet<string> = new Set(classesOf('en/proper-nouns').get('abbreviation'));

/** How much a word speaks for a name by itself. */
const BY_CLASS: Readonly<Record<NameClass, number>> = {
  given: 3,
  'given-or-word': 2,
  surname: 2,
  'surname-or-word': 1,
  unknown: 2,
  company: -1.5,
  town: -1.5,
  eponym: 1,
  medical: -1.5,
  'wide-place': -2,
  word: -1,
  stop: -4,
};
/** Every further word that may be part of a name. */
const FURTHER = 1;
/** A capital in the middle of a sentence. */
const MID_SENTENCE = 1;
/** Written small, as chats write names. */
const SMALL = 2;
/** Behind a title whatever follows is a name; behind Mr or Dr also what is written small. */
const TITLE = 7;
const SMALL_TITLE = 8;
const ANNOUNCED = 3;
const CALLED = 4;
const LABEL = 5;
const IN_BED = 3.5;
const LONGEST = 5;
/** Capitals, a comma and a given name. */
const REGISTER = 3;

const isNamelike = ({ nameClass }: EnglishWord): boolean => BY_CLASS[nameClass] > 0;

const isGiven = ({ nameClass }: EnglishWord): boolean => nameClass.startsWith('given');

const RESULT_LETTERS: ReadonlySet<string> = new Set(classesOf('en/proper-nouns').get('result-letter'));
const isResultLetter = ({ shape, written }: EnglishWord): boolean =>
  shape === 'initial' && RESULT_LETTERS.has(written);

const ROMAN = /^(?:I{2,3}|IV|VI{1,3})$/u;

/** The words from one on that may be one name. */
function runFrom(passage: Passage, first: EnglishWord, announced: number): EnglishWord[] {
  const behindComma = opensRegister(passage, first) ? englishWord(passage, first.at + 2) : undefined;
  const run = behindComma === undefined ? [first] : [first, behindComma];
  for (let last = run.at(-1) ?? first; run.length < LONGEST && !last.possessive;) {
    const next = nextInName(passage, last.at);
    if (
      next === undefined ||
      (!passage.is(next.at - 1, '-') &&
        ((next.nameClass === 'stop' && !(isSurname(next.written) && run.some(isGiven))) ||
          next.nameClass === 'wide-place'))
    )
      break;
    // Weber B, Garden III: how bad it is
    if (ROMAN.test(next.written)) break;
    if (next.shape === 'initial' && announced < ANNOUNCED && run.every(({ written }) => isEponym(written)))
      break;
    // TSH N, PLR R: what was found, and on which side
    if (isResultLetter(next) && announced < ANNOUNCED && first.shape === 'capitals') break;
    const namelike = isNamelike(next) || (next.shape === 'initial' && run.length < 4);
    const certain = announced >= CALLED || run.some(({ nameClass }) => nameClass === 'given');
    const hyphened = passage.is(next.at - 1, '-');
    const isFamily = isSurname(next.written) && run.some(isGiven);
    if (!namelike && !hyphened && !isFamily && !(certain && next.shape === 'capital')) break;
    run.push(next);
    last = next;
  }
  // "Amara N" is a name, "Amara A" before a word may be an article
  while (run.length > 1 && run.at(-1)?.shape === 'initial' && run.at(-1)?.written === 'A') run.pop();
  return run;
}

/** What the words speak for by themselves. */
function formOf(passage: Passage, run: readonly EnglishWord[]): number {
  const best =
    Math.max(...run.map(formOfWord)) + (run[1] !== undefined && isComma(passage, run) ? REGISTER : 0);
  const further =
    run.filter((word, index) => isNamelike(word) || (index > 0 && word.shape === 'initial')).length - 1;
  const first = run[0];
  if (first === undefined) return 0;
  const mid = opens(passage, first.at) ? 0 : MID_SENTENCE;
  return best + Math.max(0, Math.min(2, further * FURTHER)) + (first.shape === 'lower' ? 0 : mid);
}

function formOfWord({ nameClass, shape, written }: EnglishWord): number {
  if (shape === 'initial') return 0;
  if (isMonth(written)) return 0;
  if (shape === 'capitals')
    return nameClass === 'given' ? 1.5 : BY_CLASS[nameClass] > 0 && written.length > 3 ? -0.5 : -3;
  if (shape === 'lower') {
    if (nameClass === 'given') return isEnglishWord(written) ? 0 : SMALL + (written.length > 4 ? 1 : 0);
    return nameClass === 'given-or-word' ? -1.5 : -2;
  }
  // Mg, Hib, Vestib: too like an abbreviation
  const isShort = written.length < 4 || isClipped(written.toLowerCase());
  return nameClass === 'unknown' && isShort ? 0.5 : BY_CLASS[nameClass];
}

const isComma = (passage: Passage, run: readonly EnglishWord[]): boolean =>
  passage.is((run[0]?.at ?? 0) + 1, ',');

/** WILLIAMS, Jarrah: as registers write a family name before a given one. */
function opensRegister(passage: Passage, first: EnglishWord): boolean {
  const given = englishWord(passage, first.at + 2);
  if (first.shape !== 'capitals' || !isNamelike(first) || given === undefined) return false;
  return (
    passage.is(first.at + 1, ',') &&
    passage.gap(first.at + 2).length < 2 &&
    (given.shape === 'capital' || given.shape === 'capitals') &&
    given.nameClass !== 'stop' &&
    (given.nameClass.startsWith('given') ||
      (first.nameClass.startsWith('surname') && given.shape === 'capital' && given.nameClass !== 'medical'))
  );
}

/** Aspirin, Trimbow, ramipril: commas join it to what medicine knows. */
const AMONG_THINGS = 2;
function isAmongThings(passage: Passage, at: number): boolean {
  const isThing = (other: number): boolean => {
    const word = englishWord(passage, other);
    return (
      word !== undefined && (word.nameClass === 'medical' || hasClinicalEnding(word.written.toLowerCase()))
    );
  };
  return (passage.is(at - 1, ',') && isThing(at - 2)) || (passage.is(at + 1, ',') && isThing(at + 2));
}

/** What stands before speaks for a person; against an unlisted word if medicines stand there. */
function beforeOf(passage: Passage, run: readonly EnglishWord[]): number {
  const { before } = passage;
  const first = run[0];
  if (first === undefined) return 0;
  const { person, thing, place, org } = before;
  const at = first.at;
  const announced = person[at] ?? 0;
  const alone =
    run.length === 1 &&
    (first.nameClass === 'unknown' ||
      first.nameClass === 'given-or-word' ||
      first.nameClass === 'surname' ||
      first.nameClass === 'medical' ||
      first.nameClass === 'eponym');
  const elsewhere = Math.min(0, place[at] ?? 0, org[at] ?? 0);
  const listed = alone && announced < 1 && isAmongThings(passage, at) ? AMONG_THINGS : 0;
  const ofThings = alone && announced < ANNOUNCED ? Math.max(thing[at] ?? 0, listed) : 0;
  return announced - ofThings + (first.nameClass === 'given' ? 0 : elsewhere);
}

/** What stands behind: what a person does, is or has; or a thing that a name lives on in. */
function behindOf(passage: Passage, run: readonly EnglishWord[], announced: number): number {
  const last = run.at(-1);
  if (last === undefined) return 0;
  const next = last.at + 1;
  const { person, thing, owner } = passage.after;
  const owns = last.possessive ? (owner[next] ?? 0) : 0;
  const isMedical = run.every(
    ({ nameClass, written }) => nameClass === 'medical' || nameClass === 'eponym' || isEponym(written),
  );
  if (last.possessive && owns === 0 && isMedical) return -4;
  const ofThings = owns > 0 && !isMedical ? 0 : (thing[next] ?? 0);
  const counted =
    run.length === 1 &&
    announced < ANNOUNCED &&
    last.nameClass !== 'given' &&
    passage.kind(next) === 'number' &&
    passage.gap(next) === ' '
      ? 2
      : 0;
  return (
    Math.max(person[next] ?? 0, owns, ageBehind(passage, next), givenBehind(passage, next)) -
    ofThings -
    counted
  );
}

/** Grace, 45, or Grace (45): an age, in a place where no dose stands. */
function ageBehind(passage: Passage, at: number): number {
  const mark = passage.tokens[at]?.text ?? '';
  if (mark !== ',' && mark !== '(')
    return /^\d{1,2}[MF]\b/u.test(passage.text.slice(passage.start(at), passage.start(at) + 5)) ? 3 : 0;
  return /^(?:an? )?\d{1,3}(?: ?[-,)./]| ?(?:y|m\b|f\b|M\b|F\b|weeks|months|days))/u.test(
    passage.text.slice(passage.start(at + 1), passage.start(at + 1) + 10),
  )
    ? 2
    : 0;
}

/** Paul-Bunnell, Tyrer-Cuzick: a hyphen joins it to what medicine knows, or two family names that nothing announces. */
function besideEponym(passage: Passage, run: readonly EnglishWord[]): number {
  if (run.length > 2 || (passage.before.person[run[0]?.at ?? 0] ?? 0) >= TITLE) return 0;
  const joined = (mark: number, other: number): EnglishWord | undefined => {
    const word = passage.is(mark, '-') && passage.gap(mark) === '' ? englishWord(passage, other) : undefined;
    return word?.shape === 'lower' ? undefined : word;
  };
  const others = run.map(({ at }) => joined(at + 1, at + 2) ?? joined(at - 1, at - 2));
  const known = others.some((word) => word?.nameClass === 'medical' || word?.nameClass === 'eponym');
  const pair =
    run.length === 2 && others.every((word) => word !== undefined && !word.nameClass.startsWith('given'));
  return known ? 3 : pair ? 1.5 : 0;
}

/** Vasquez, Marisol: a given name behind the comma. */
function givenBehind(passage: Passage, at: number): number {
  if (!passage.is(at, ',') || passage.gap(at + 1).length > 1) return 0;
  const word = englishWord(passage, at + 1);
  return word !== undefined && word.shape !== 'lower' && word.nameClass.startsWith('given') ? 1.5 : 0;
}

/** FAZEKAS Ilona. */
const isSurnameInCapitals = (
  { shape, written, nameClass }: EnglishWord,
  run: readonly EnglishWord[],
): boolean =>
  shape === 'capitals' &&
  written.length > 3 &&
  nameClass !== 'word' &&
  nameClass !== 'stop' &&
  run[0]?.nameClass === 'given' &&
  run[0].shape === 'capital';

/** "Van der Berg" opens with a capital where nothing stands before it. */
const asParticle = (written: string): string => (written.length > 1 ? written.toLowerCase() : written);

/** "DOE, Jane" and "F. Ogunleye": capitals or initials beside a name belong to it. */
function withInitials(passage: Passage, run: readonly EnglishWord[]): number {
  let first = run[0]?.at ?? 0;
  for (let back = 0; back < 4; back += 1) {
    if (passage.gap(first) === ' ' && isParticle(asParticle(passage.written(first - 1)))) {
      first -= 1;
      continue;
    }
    const stop = passage.is(first - 1, '.') ? 1 : 0;
    const before = englishWord(passage, first - 1 - stop);
    const touches =
      passage.gap(first).length <= 1 &&
      passage.gap(first - stop) !== '\n' &&
      (stop === 0 || passage.gap(first - 1) === '');
    if (
      !touches ||
      before === undefined ||
      (before.written === 'I' && stop === 0) ||
      (before.shape !== 'initial' && !opensNickname(before.written) && !isSurnameInCapitals(before, run))
    )
      break;
    // fol N. ANCA neg.
    if (isResultLetter(before) && run[0]?.shape === 'capitals') break;
    if (
      before.shape === 'initial' &&
      ((before.written === 'A' && stop === 0) ||
        (passage.is(before.at - 1, '-') && passage.gap(before.at) === ''))
    )
      break;
    first = before.at;
  }
  return first;
}

const isGlued = (passage: Passage, at: number): boolean =>
  passage.gap(at) === '' && passage.kind(at) === 'word' && passage.kind(at - 1) === 'word';

function candidateOf(passage: Passage, run: readonly EnglishWord[]): Candidate | undefined {
  const last = run.at(-1);
  const first = run[0];
  if (first === undefined || last === undefined) return undefined;
  const announced = passage.before.person[first.at] ?? 0;
  // GeneXpert: the tokens of one word that was written with a capital inside
  if (isGlued(passage, first.at) || isGlued(passage, last.at + 1)) return undefined;
  // her sister June
  const isMonthOfPerson = announced >= ANNOUNCED && isMonth(first.written) && first.written !== 'May';
  if (run.length === 1 && first.nameClass === 'stop' && announced < TITLE && !isMonthOfPerson)
    return undefined;
  const isUnknown = run.length === 1 && first.nameClass === 'unknown';
  // Hb, Ca: too short for a name that nobody has listed
  if (isUnknown && first.written.length < 3 && announced < LABEL) return undefined;
  const from = withInitials(passage, run);
  const initials = from === first.at || (isUnknown && first.shape === 'capitals') ? 0 : 1;
  const score =
    formOf(passage, run) +
    beforeOf(passage, run) +
    behindOf(passage, run, announced) +
    initials -
    // E. Marsh-Thorne is somebody, Marsh-Thorne may be a test
    (from < first.at ? 0 : besideEponym(passage, run));
  const end = passage.start(last.at) + last.written.length;
  return { start: passage.start(from), end, kind: 'name', score };
}

/** Whether a name may begin with a word; most words are small and none. */
function mayOpen(passage: Passage, word: EnglishWord): boolean {
  const announced = passage.before.person[word.at] ?? 0;
  // "Bed 12: Mr Okafor": a title opens no name, whatever announces it
  if (word.nameClass === 'stop' && (passage.before.person[word.at + 1] ?? 0) >= TITLE) return false;
  if (word.shape === 'lower') {
    if (word.written.length < 3 || word.nameClass === 'stop') return false;
    return announced >= SMALL_TITLE && passage.gap(word.at) !== ''
      ? !isEnglishWord(word.written) ||
          word.nameClass.startsWith('given') ||
          word.nameClass.startsWith('surname')
      : (announced >= IN_BED && passage.kind(word.at - 1) === 'number' && !isEnglishWord(word.written)) ||
          word.nameClass === 'given' ||
          (word.nameClass === 'given-or-word' && announced >= 1);
  }
  if (word.shape === 'initial') return announced >= TITLE && word.written !== 'I';
  return isNamelike(word) || announced >= ANNOUNCED;
}

/** K.L., 52; Pt S.K.B.: initials alone, where a person stands. */
function initialsAt(passage: Passage, at: number): Candidate | undefined {
  let end = at;
  while (
    isSingle(passage, end) &&
    passage.is(end + 1, '.') &&
    passage.gap(end + 1) === '' &&
    (end === at || passage.gap(end) === '')
  )
    end += 2;
  if (end > at && isSingle(passage, end) && passage.gap(end) === '') end += 1;
  const start = passage.start(at);
  const found = passage.text.slice(start, passage.end(end - 1));
  if (end < at + 3 || NO_INITIALS.has(found.replace(/\./gu, ''))) return undefined;
  const told = Math.max(passage.after.person[end] ?? 0, ageBehind(passage, end));
  return {
    start,
    end: start + found.length,
    kind: 'name',
    score: 1.5 + told + (passage.before.person[at] ?? 0),
  };
}

const isSingle = (passage: Passage, at: number): boolean => /^\p{Lu}$/u.test(passage.written(at));

/** Behind the last word of an eponym that begins at a token (Ivor Lewis, Marcus Gunn); 0 if none does. */
export function phraseAt({ tokens }: Passage, at: number): number {
  let end = 0;
  PHRASES.at(tokens, at, (_, to) => {
    end = to;
  });
  return end;
}

/** Names in Latin letters: words that a person may be called, weighed by what they are, how they are written and where they stand. */
export function englishNames(passage: Passage): Candidate[] {
  const found: Candidate[] = [];
  let past = -1;
  for (let at = 0; at < passage.tokens.length; at += 1) {
    const word = at > past ? englishWord(passage, at) : undefined;
    const initials =
      word?.shape === 'initial' && !passage.is(at - 1, '.') ? initialsAt(passage, at) : undefined;
    if (initials !== undefined) found.push(initials);
    if (word === undefined || !mayOpen(passage, word)) continue;
    const phrase = (passage.before.person[at] ?? 0) < TITLE ? phraseAt(passage, at) : 0;
    if (phrase > 0) past = phrase - 1;
    if (phrase > 0) continue;
    const run = word.shape === 'lower' ? [word] : runFrom(passage, word, passage.before.person[at] ?? 0);
    const candidate = candidateOf(passage, run);
    if (candidate === undefined || candidate.score <= 0) continue;
    found.push(candidate);
    past = run.at(-1)?.at ?? at;
  }
  return found;
}
