import { type Stretch, type Token } from '../model/token';
import { positionsBetween, standsAt, textAt } from '../normalise/at-position';

type Tokens = readonly Token[];
/** Phrases, each word a token, by their first. */
export type Phrases = ReadonlyMap<string, readonly (readonly string[])[]>;

/** What an examination question asks with, and what a patient is asked with. */
export interface AskingWords {
  readonly questions: Phrases;
  readonly ofPatient: Phrases;
}

/** What numbers options, in its order. */
const SERIES = [
  ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'],
  ['1', '2', '3', '4', '5', '6', '7', '8'],
] as const;
/** Fewer are none: "A: patent, B: RR 18" may go on with anything. */
const FEWEST = 3;
/** A question stands at most so many tokens before its first option. */
const MOST_OF_QUESTION = 40;
const MOST_OF_OPTION = 60;

const BEHIND_LETTER = /^[.):、,]$/;
/** What an option without such a mark begins behind: "A Ultrasound / B Stool culture", "□A 尿频". */
const BEFORE_LETTER = /^[/:;?。□☐◻○●]$/;

/** "A.", "B)", "(C)", "D、", and "E" at the start of a line. */
function opensOption(tokens: Tokens, at: number): boolean {
  const [before, letter, after] = [tokens[at - 1], tokens[at], tokens[at + 1]];
  if (letter === undefined || letter.text.length > 1 || after === undefined) return false;
  if (before?.text === '(' || before?.text === '[') return /^[)\]]$/.test(after.text);
  const isApart = before === undefined || before.end !== letter.start || before.kind === 'mark';
  if (BEHIND_LETTER.test(after.text)) return isApart || before.kind !== 'word';
  const isWide = before !== undefined && letter.start - before.end > 1;
  const isStart =
    before === undefined || before.kind === 'line-end' || BEFORE_LETTER.test(before.text) || isWide;
  return isStart && letter.capitals === true && (after.kind === 'word' || after.kind === 'han');
}

/** Runs of options, A, B, C and so on, each by the places of their letters. */
function runsOf(tokens: Tokens, series: readonly string[]): number[][] {
  const runs: number[][] = [];
  let run: number[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const text = textAt(tokens, at);
    const isNext = text === series[run.length] && at - (run.at(-1) ?? at) <= MOST_OF_OPTION;
    if ((!isNext && text !== series[0]) || !opensOption(tokens, at)) continue;
    if (isNext) run.push(at);
    else run = [at];
    if (run.length === FEWEST) runs.push(run);
  }
  return runs;
}

/** Circles that open a line each: "○ Norovirus⏎● Salmonella". */
const CIRCLE = /^[○●◯]$/;

function circledFrom(tokens: Tokens, at: number): number[] {
  const places = [at];
  for (let next = at + 1; next < tokens.length; next += 1) {
    if (next - (places.at(-1) ?? at) > MOST_OF_OPTION) break;
    if (tokens[next - 1]?.kind !== 'line-end') continue;
    if (!CIRCLE.test(textAt(tokens, next))) break;
    places.push(next);
  }
  return places;
}

const ENDS_SENTENCE = /^[.。?!;]$/;

/** Whether one of some phrases begins at a position. */
export const opensPhrase = (phrases: Phrases, tokens: Tokens, at: number): boolean =>
  phrases.get(textAt(tokens, at))?.some((keys) => standsAt(tokens, at, keys)) === true;

function opensSentence(tokens: Tokens, at: number): boolean {
  const before = tokens[at - 1];
  return before === undefined || before.kind === 'line-end' || ENDS_SENTENCE.test(before.text);
}

/** Where the question before an option begins, or the option itself, where its words end a statement; undefined where nothing asks. */
function questionBefore(tokens: Tokens, option: number, questions: Phrases): number | undefined {
  let isAsked = false;
  for (let at = option - 1; at >= option - MOST_OF_QUESTION && at >= 0; at -= 1) {
    if (!opensPhrase(questions, tokens, at)) continue;
    isAsked = true;
    if (opensSentence(tokens, at)) return at;
  }
  return isAsked ? option : undefined;
}

/** "Which of these do you have?": what is chosen is then told of the patient. */
const asksPatient = (tokens: Tokens, option: number, { ofPatient }: AskingWords): boolean =>
  positionsBetween(Math.max(0, option - MOST_OF_QUESTION), option).some((at) =>
    opensPhrase(ofPatient, tokens, at),
  );

/** A question is so short, and what is longer tells of the patient as well. */
const MOST_OF_SHORT = 10;

/** "First-line drug? A Lithium": a question that no words tell, but its mark. */
function shortQuestion(tokens: Tokens, option: number): number | undefined {
  if (!isBehindMark(tokens, option)) return undefined;
  for (let at = option - 1; at >= Math.max(0, option - MOST_OF_SHORT); at -= 1) {
    const isWord = tokens[at]?.kind !== 'line-end' && textAt(tokens, at) !== '?';
    if (isWord && opensSentence(tokens, at)) return at;
  }
  return option;
}

/** What stands between a question and its first option, and how much of it. */
const BEFORE_FIRST = /^[()[\]□☐◻○]$/;
const MOST_BEFORE_FIRST = 6;

/** Numbers and circles stand for much else: right behind the mark of a question only. */
function isBehindMark(tokens: Tokens, at: number): boolean {
  let before = at - 1;
  while (
    before > at - MOST_BEFORE_FIRST &&
    (tokens[before]?.kind === 'line-end' || BEFORE_FIRST.test(textAt(tokens, before)))
  )
    before -= 1;
  return textAt(tokens, before) === '?';
}

/** Where the line of a position ends. */
export function endOfLine(tokens: Tokens, from: number): number {
  let to = from;
  while (to < tokens.length && tokens[to]?.kind !== 'line-end') to += 1;
  return to;
}

/** From where its question begins to the end of the line of the last option. */
function optionsFrom(tokens: Tokens, places: readonly number[], from: number | undefined): Stretch[] {
  const [first = 0] = places;
  if (from === undefined) return [];
  const to = endOfLine(tokens, places.at(-1) ?? first);
  const isBracketed = from === first && /^[([]$/.test(textAt(tokens, first - 1));
  return [{ from: isBracketed ? first - 1 : from, to }];
}

/**
 * The options of examination questions, each stretch from the question, or the first of them, to the end of the line of the last:
 * what is to be chosen from is not told of the patient.
 */
export function examOptions(tokens: Tokens, words: AskingWords): readonly Stretch[] {
  const [letters, numbers] = SERIES;
  const circled = tokens.flatMap(({ text }, at) =>
    CIRCLE.test(text) && tokens[at - 1]?.kind === 'line-end' && isBehindMark(tokens, at)
      ? [circledFrom(tokens, at)].filter(({ length }) => length >= FEWEST)
      : [],
  );
  const numbered = runsOf(tokens, numbers).filter(([first = 0]) => isBehindMark(tokens, first));
  const isOfExam = ([first = 0]: readonly number[]): boolean => !asksPatient(tokens, first, words);
  const asked = ([first = 0]: readonly number[]): number | undefined =>
    questionBefore(tokens, first, words.questions);
  return [
    ...runsOf(tokens, letters)
      .filter(isOfExam)
      .flatMap((places) =>
        optionsFrom(tokens, places, asked(places) ?? shortQuestion(tokens, places[0] ?? 0)),
      ),
    ...[...numbered, ...circled]
      .filter(isOfExam)
      .flatMap((places) => optionsFrom(tokens, places, asked(places))),
  ];
}
