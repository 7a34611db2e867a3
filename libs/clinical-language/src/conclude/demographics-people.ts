import { classOf, PEOPLE, type PersonRow, phraseAt, type Phrases, type Piece } from './demographics-lexicon';

/** Somebody named in a sentence. */
export interface Mention {
  readonly from: number;
  readonly to: number;
  readonly row: PersonRow;
  readonly word: string;
  /** Whose relative it is, as the text says it. */
  readonly possessor?: 'self' | 'third';
  /** Named as one who brings or accompanies. */
  readonly isCompanion: boolean;
  /** Named as one who tells. */
  readonly informs: boolean;
}

const isIn = (phrases: Phrases<string>, pieces: readonly Piece[], at: number): boolean =>
  phrases.get(pieces[at]?.text ?? '')?.some(({ words }) => words.length === 1) ?? false;

const FAR = 9;

/** Steps back over ages and adjectives: "my [dear 34-year-old] wife", 我[家的小]儿子. */
function beforeAdjectives(pieces: readonly Piece[], from: number): number {
  let at = from - 1;
  while (
    from - at < FAR &&
    (isIn(classOf('beside-relatives'), pieces, at) || /^\d/.test(pieces[at]?.text ?? ''))
  )
    at -= 1;
  return at;
}

/** Whose somebody or something is that stands at a place. */
export function possessorBefore(pieces: readonly Piece[], from: number): Mention['possessor'] {
  const at = beforeAdjectives(pieces, from);
  const isVerb = pieces[at]?.text === "'s" && isIn(classOf('subjects'), pieces, at - 1);
  if (isVerb) return undefined;
  if (isIn(classOf('possessor-self'), pieces, at)) return 'self';
  return isIn(classOf('possessor-third'), pieces, at) ? 'third' : undefined;
}

/** 患者的弟弟 has an owner, 中班的弟弟 has none. */
const isOwned = (pieces: readonly Piece[], from: number, last: Mention | undefined): boolean =>
  isIn(classOf('possessor-of-kin'), pieces, from - 1) &&
  (!isIn(classOf('possessive'), pieces, from - 1) || last?.to === from - 1 || pieces[from - 2]?.text === ']');

function possessorOf(
  pieces: readonly Piece[],
  from: number,
  row: PersonRow,
  last: Mention | undefined,
): Mention['possessor'] {
  const own = row.is === 'pronoun' ? undefined : possessorBefore(pieces, from);
  const isAdult = row.is === 'patient' && row.child !== true;
  const isHan = /\p{Script=Han}/u.test(pieces[from]?.text ?? '');
  if (own !== undefined) return isAdult && (isHan || own === 'self') ? undefined : own;
  return row.is === 'kin' && isOwned(pieces, from, last) ? 'third' : undefined;
}

function isCompanionAt(pieces: readonly Piece[], from: number): boolean {
  const at = beforeAdjectives(pieces, from);
  const article = isIn(classOf('articles'), pieces, at) ? at - 1 : at;
  return isIn(classOf('companions'), pieces, article);
}

/** "Her son, a man of forty", "his wife, a nurse": an apposition tells of the relative who stands before it. */
function isApposition(
  pieces: readonly Piece[],
  from: number,
  row: PersonRow,
  last: Mention | undefined,
): boolean {
  const article = beforeAdjectives(pieces, from);
  return (
    last !== undefined &&
    (row.is === 'patient' || row.is === 'other') &&
    (last.possessor !== undefined || last.isCompanion) &&
    isIn(classOf('articles'), pieces, article) &&
    pieces[article - 1]?.text === ',' &&
    last.to === article - 1
  );
}

/** "My wife says", "my husband drove me": who tells, or does something to the teller, is not the patient. */
function informsAt(pieces: readonly Piece[], to: number): boolean {
  if (phraseAt(classOf('informs'), pieces, to) !== undefined) return true;
  return pieces.slice(to + 1, to + 3).some(({ text }) => text === 'me' || text === 'us');
}

/** Everybody whom a sentence names, in order. */
export function mentionsIn(pieces: readonly Piece[]): Mention[] {
  const found: Mention[] = [];
  for (let from = 0; from < pieces.length; from += 1) {
    const match = phraseAt(PEOPLE, pieces, from);
    if (match === undefined) continue;
    const { row, to } = match;
    const last = found.at(-1);
    const possessor = possessorOf(pieces, from, row, last);
    const word = pieces
      .slice(from, to)
      .map(({ text }) => text)
      .join(' ');
    const isCompanion =
      (row.is !== 'pronoun' && isCompanionAt(pieces, from)) || isApposition(pieces, from, row, last);
    if (possessor === 'self' && last?.row.is === 'self' && from - last.to < FAR) found.pop();
    if (row.is !== 'none')
      found.push({
        from,
        to,
        row,
        word,
        isCompanion,
        informs: informsAt(pieces, to),
        ...(possessor && { possessor }),
      });
    from = to - 1;
  }
  return found;
}

/** How a text is told: of the teller, or of another for whom she asks. */
export interface Telling {
  readonly tellsOfSelf: boolean;
  /** The word by which a teller calls the patient: "my son". */
  readonly proxy?: Mention;
}

const OPENING = 3;

/** Who tells, from the first and third persons of the whole text. */
export function tellingOf(sentences: readonly (readonly Mention[])[]): Telling {
  const all = sentences.flat();
  const count = (is: PersonRow['is']): number => all.filter(({ row }) => row.is === is).length;
  const [first, third] = [count('self'), count('pronoun')];
  const opening = sentences.slice(0, OPENING).flat();
  const named = opening.find(
    ({ row, possessor, isCompanion, informs }) =>
      possessor === 'self' && !isCompanion && !informs && row.is !== 'other',
  );
  const opensWithIt = opening[0] !== undefined && opening[0] === named;
  const asks = named !== undefined && (first === 0 || third >= first || opensWithIt);
  return asks ? { tellsOfSelf: false, proxy: named } : { tellsOfSelf: first > 0 && first >= third };
}

/** "42-year-old mother", "mother of three", 42岁母亲: kinship that introduces the patient. */
function introduces(pieces: readonly Piece[], { from, to }: Mention): boolean {
  return (
    phraseAt(classOf('of-number'), pieces, to) !== undefined ||
    isIn(classOf('ends-age'), pieces, from - 1) ||
    (isIn(classOf('ends-age'), pieces, from - 2) && /^\p{L}+$/u.test(pieces[from - 1]?.text ?? ''))
  );
}

/** Whether somebody named is not the patient. */
export function isOther(
  pieces: readonly Piece[],
  mention: Mention,
  { proxy, tellsOfSelf }: Telling,
): boolean {
  const { row, possessor, isCompanion, informs, word } = mention;
  if (row.is === 'pronoun' || row.is === 'self') return false;
  if (proxy !== undefined && proxy.word === word) return possessor === 'third';
  if (informs && tellsOfSelf) return true;
  if (row.is === 'title') return isCompanion;
  if (possessor !== undefined || isCompanion) return true;
  if (row.is === 'patient') return false;
  return row.is === 'other' || !introduces(pieces, mention);
}
