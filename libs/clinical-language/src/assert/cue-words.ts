import { DETERMINERS } from '../normalise/function-words';
import { gather } from '../normalise/lists-by-key';
import { normalise } from '../normalise/normalise';
import { tokenise } from '../normalise/tokens';
import { type Token } from '../model/token';

/** Stands for any year in the words of a cue. */
const YEAR = '<year>';
export const A_YEAR = '1900';
/** Stands for any number, in figures or in words. */
const NUMBER = '<number>';
export const A_NUMBER = '777';
/** Between the two parts of a cue. */
const GAP = '…';

/** What two spellings of a cue have in common: lower case, determiners left out. */
export type Keys = readonly string[];

export const isPassedOver = ({ kind, text }: Pick<Token, 'kind' | 'text'>): boolean =>
  kind === 'word' && DETERMINERS.has(text);

/** "This morning", "is this": words that point at something are a part of the cue; so is what ends one ("found her"). */
const POINTS = /^(?:this|these|those)$/;
const JOINS = 'that';

/** A mark in brackets: (-), [+]. */
const MARK_IN_BRACKETS = /^[(（[【]([^()（）[\]【】\p{L}\p{N}\s]+)[)）\]】]$/u;

/** A mark means the same in brackets of any kind. */
function inBrackets(phrase: string): string[] {
  const [, mark] = MARK_IN_BRACKETS.exec(phrase) ?? [];
  return mark === undefined ? [phrase] : [`(${mark})`, `[${mark}]`, `【${mark}】`];
}

/** A word of a piece of a phrase. */
interface Word {
  readonly text: string;
  readonly isPassedOver: boolean;
}
type Words = readonly Word[];

const wordsOf = (piece: string): Words =>
  tokenise(normalise(piece.replace(YEAR, A_YEAR).replace(NUMBER, A_NUMBER)))
    .filter(({ kind }) => kind !== 'line-end')
    .map((token) => ({
      text: token.text,
      isPassedOver: isPassedOver(token) && !POINTS.test(token.text),
    }));

const keysOf = (words: Words): Keys =>
  words
    .filter(({ text, isPassedOver: isLeftOut }, at, { length }) => {
      const isEnd = at === length - 1 && text !== JOINS;
      return !isLeftOut || isEnd;
    })
    .map(({ text }) => text);

const GROUP = /(\{[^}]*\})/;

/** The words that may stand in each place of a phrase: two and three of `{could not|cannot} be {felt|heard|seen}`. */
const placesOf = (phrase: string): Words[][] =>
  phrase
    .split(GROUP)
    .filter((piece) => piece.trim() !== '')
    .map((piece) => (piece.startsWith('{') ? piece.slice(1, -1).split('|') : [piece]).map(wordsOf));

/** All ways to write a phrase, or a part of it. */
const waysOf = (phrase: string): Keys[] =>
  placesOf(phrase)
    .reduce<Words[]>(
      (ways, choices) => gather(ways, (way) => choices.map((words) => [...way, ...words])),
      [[]],
    )
    .map(keysOf);

/** The phrases of a cue by their keys, each in the parts between which a gap stands: `{could not|cannot} be {felt|heard}` stands for four. */
export const phrasesOf = (word: string): Keys[][] =>
  gather(inBrackets(word), (phrase) =>
    phrase
      .split(GAP)
      .map(waysOf)
      .reduce<Keys[][]>((ways, parts) => gather(ways, (way) => parts.map((part) => [...way, part])), [[]]),
  );
