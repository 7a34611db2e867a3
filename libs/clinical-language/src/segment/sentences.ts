import { z } from 'zod';
import { lexiconRows } from '../lexicon/lexicon-rows';
import { surfaceKeys } from '../normalise/phrases';
import { joinedText, standsAt, textAt } from '../normalise/at-position';
import { byKey } from '../normalise/lists-by-key';
import { type Token } from '../model/token';
import { opensPhrase } from './exam-options';
import { findHeadings, type Heading, type SectionKind } from './sections';

/** A sentence: token positions, end exclusive, without its closing mark. */
export interface Sentence {
  readonly from: number;
  readonly to: number;
  readonly section: SectionKind;
}

/** Longer stretches are cut: real sentences end earlier, and what follows stays linear in the text. */
const MAX_SENTENCE_TOKENS = 160;

const words = z.array(z.string());
const LEXICON = ['en', 'zh'].map((language) =>
  lexiconRows(
    `${language}/sentences`,
    z.strictObject({
      abbreviations: words,
      present: words,
      'of-this-patient': words,
      'before-present': words,
      examination: words,
      answers: words,
      'before-answer': words,
    }),
  ),
);
const ABBREVIATIONS: ReadonlySet<string> = new Set(LEXICON.flatMap(({ abbreviations }) => abbreviations));
const HARD_ENDS: ReadonlySet<string> = new Set(['。', '!', '?']);

function isFullStop(tokens: readonly Token[], position: number): boolean {
  const dot = tokens[position];
  if (dot?.text !== '.') return false;
  const before = tokens[position - 1];
  const after = tokens[position + 1];
  const glued = after !== undefined && after.start === dot.end && after.kind === 'word';
  if (glued && before?.end === dot.start) return false;
  if (before === undefined || before.end !== dot.start) return true;
  if (before.kind !== 'word') return true;
  const initial = before.text.length === 1 && after !== undefined && after.kind === 'word';
  return !initial && !(ABBREVIATIONS.has(before.text) && after !== undefined && after.kind !== 'line-end');
}

/** "?PE", "??PE", "(?)", "? PE" behind what ends a sentence: a mark of doubt, not of a question. */
function isDoubt(tokens: readonly Token[], position: number): boolean {
  const [before, mark, after] = [tokens[position - 1], tokens[position], tokens[position + 1]];
  if (after === undefined || mark === undefined) return before?.text === '(';
  const isGlued = after.start === mark.end;
  if (isGlued && after.text === '?') return before?.end !== mark.start && isDoubt(tokens, position + 1);
  if (isGlued && after.kind !== 'mark' && after.kind !== 'line-end')
    return before?.text === '?' || before?.end !== mark.start;
  if (before?.text === '(') return true;
  const opens = before === undefined || before.kind === 'line-end' || /^[.:;]$/.test(before.text);
  return opens && !isGlued && after.kind !== 'mark' && after.kind !== 'line-end';
}

/** "How old are you? 37" */
const isNumberAlone = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.kind === 'number' &&
  (tokens[at + 1] === undefined || tokens[at + 1]?.kind === 'line-end' || textAt(tokens, at + 1) === '.');

/** "Weight loss? *No.*", 里急后重？答：没有。: an answer in a word or two belongs to what was asked. */
function isAnswered(tokens: readonly Token[], position: number): boolean {
  let at = position + 1;
  while (BEFORE_ANSWER.has(textAt(tokens, at))) at += 1;
  if (isNumberAlone(tokens, at)) return true;
  return (ANSWERS.get(textAt(tokens, at)) ?? []).some((keys) => {
    const [last, behind] = [tokens[at + keys.length - 1], tokens[at + keys.length]];
    const isEnd = behind === undefined || behind.kind === 'line-end' || ENDS_ANSWER.test(behind.text);
    return standsAt(tokens, at, keys) && (isEnd || isFarFrom(last, behind));
  });
}

/** "Pregnant? No   Op: …": a wide gap ends an answer. Characters. */
const WIDE_GAP = 3;
const isFarFrom = (before: Token | undefined, behind: Token): boolean =>
  before !== undefined && behind.start - before.end >= WIDE_GAP;

/** A question and its answer are looked for so far from a mark. */
const NEAR_QUESTION = 8;

/** "Diabetes? no / Asthma? yes": a stroke between a question that was answered and the next one. */
function partsQuestions(tokens: readonly Token[], position: number): boolean {
  const mark = tokens[position];
  if (mark?.text !== '/' && mark?.text !== '|') return false;
  if (tokens[position - 1]?.end === mark.start) return false;
  const asksIn = (from: number, to: number): boolean =>
    tokens.slice(Math.max(0, from), to).some(({ text }) => text === '?');
  return asksIn(position - NEAR_QUESTION, position) && asksIn(position, position + NEAR_QUESTION);
}

/** A name that leads to its value stands this close to the beginning of its line. */
const NEAR_LINE_START = 5;

/** "Ferritin ...... 302 ug/L": dots that lead from a name to its value. */
function isLeader(tokens: readonly Token[], position: number): boolean {
  if (tokens[position + 1]?.kind !== 'number') return false;
  const start = tokens.slice(Math.max(0, position - NEAR_LINE_START), position);
  return position <= NEAR_LINE_START || start.some(({ kind }) => kind === 'line-end');
}

function endsSentence(tokens: readonly Token[], position: number): boolean {
  const mark = tokens[position]?.text ?? '';
  if (partsQuestions(tokens, position)) return true;
  if (mark === '?' && (isDoubt(tokens, position) || isAnswered(tokens, position))) return false;
  if (mark === '...') return !isAnswered(tokens, position) && !isLeader(tokens, position);
  return tokens[position]?.kind === 'line-end' || HARD_ENDS.has(mark) || isFullStop(tokens, position);
}

const MARKED = /^\((?:[-+±×√✓✗]|\+\+\+?)\)$/;
/** The longest answer, in tokens. */
const MOST_OF_ANSWER = 5;

/** 出汗：有 呼吸困难：没有, 压痛：(-) 反跳痛：(+): behind an answer a space begins another item, as a comma does. */
function isBehindAnswer(tokens: readonly Token[], position: number): boolean {
  const [before, after] = [tokens[position - 1], tokens[position]];
  if (before === undefined || after?.kind !== 'han' || after.start === before.end) return false;
  let from = position - 1;
  while (from >= position - MOST_OF_ANSWER && textAt(tokens, from) !== ':') from -= 1;
  if (textAt(tokens, from) !== ':') return false;
  const answer = from + 1;
  const isWord = ANSWERS.get(textAt(tokens, answer))?.some(
    (keys) => keys.length === position - answer && standsAt(tokens, answer, keys),
  );
  return isWord === true || MARKED.test(joinedText(tokens, answer, position));
}

interface Boundaries {
  readonly headingAt: ReadonlyMap<number, Heading>;
  readonly isEnd: (position: number) => boolean;
}

/** Sections that a running text leaves again: "Past medical history: asthma. She now has chest pain." */
const LEFT_AGAIN: ReadonlySet<SectionKind> = new Set(['past', 'family', 'social', 'drugs', 'allergies']);
const OF_THE_PRESENT = LEXICON.flatMap(({ present }) => present.map(surfaceKeys));
const EXAMINATION = byKey(
  LEXICON.flatMap(({ examination }) => examination.map(surfaceKeys)),
  ([first = '']) => first,
);
const OF_THIS_PATIENT = byKey(
  LEXICON.flatMap((file) => file['of-this-patient'].map(surfaceKeys)),
  ([first = '']) => first,
);
const BEFORE_THE_PRESENT: ReadonlySet<string> = new Set(LEXICON.flatMap((file) => file['before-present']));
const MAX_BEFORE = 3;
/** Words and marks that may stand between a question and its answer: "Any fever? *Pt:* no". */
export const BEFORE_ANSWER: ReadonlySet<string> = new Set(LEXICON.flatMap((file) => file['before-answer']));
const ANSWERS = byKey(
  LEXICON.flatMap(({ answers }) => answers.map(surfaceKeys)),
  ([first = '']) => first,
);
const ENDS_ANSWER = /^[.,;。!?)/|]$/;

/** Whether a sentence opens with the present complaint, whatever section it stands in. */
function opensPresent(tokens: readonly Token[], from: number): boolean {
  for (let position = from; position <= from + MAX_BEFORE; position += 1) {
    if (OF_THE_PRESENT.some((keys) => standsAt(tokens, position, keys))) return true;
    if (!BEFORE_THE_PRESENT.has(textAt(tokens, position))) return false;
  }
  return false;
}

/** "FHx: father vitiligo O/E GCS 14": the examination is never a part of a history. */
const opensExamination = (tokens: readonly Token[], from: number): boolean =>
  opensPhrase(EXAMINATION, tokens, from);

/** 肺结核多有低热，[该患者]无低热: where diseases are weighed what is said of this patient counts. */
const turnsToPatient = (tokens: readonly Token[], at: number): boolean =>
  opensPhrase(OF_THIS_PATIENT, tokens, at);

const ENUMERATES = /^(?:\d{1,2}|[a-z]|[-–—•·*>(①②③④⑤⑥⑦⑧⑨⑩])$/;

/**
 * Diseases are weighed in the line of their heading, in the first below it, and in what is numbered there; in English each in one sentence: "DDx: 1) PCOS
 * 2) CAH. She has acne".
 *
 * @param mark what ends the last sentence
 * @param isEmpty whether nothing stands below the heading yet
 */
function endsWeighing(tokens: readonly Token[], mark: number, isEmpty: boolean): boolean {
  const next = tokens[mark + 1];
  if (isEmpty || ENUMERATES.test(next?.text ?? '')) return false;
  if (tokens[mark]?.kind === 'line-end') return true;
  return tokens[mark]?.text === '.' && next?.kind === 'word' && tokens[mark - 1]?.kind !== 'number';
}

/** "67M, retired. PMH: asthma": a heading in the middle of a line heads the rest of that line and no more. */
function isInsideLine(tokens: readonly Token[], { from, to }: Heading): boolean {
  const before = tokens[from - 1];
  return before !== undefined && before.kind !== 'line-end' && tokens[to]?.kind !== 'line-end';
}

function cut(tokens: readonly Token[], { headingAt, isEnd }: Boundaries): Sentence[] {
  const sentences: Sentence[] = [];
  let section: SectionKind = 'narrative';
  let endsWithLine = false;
  let endsWithSentence = false;
  // where diseases are weighed: whether anything stands there yet, and whether a sentence has turned to the patient
  let [weighs, isEmpty] = [false, false];
  let from = 0;
  const close = (to: number): void => {
    if (to <= from) return;
    if (LEFT_AGAIN.has(section) && opensPresent(tokens, from)) section = 'narrative';
    sentences.push({ from, to, section });
    isEmpty = false;
  };
  let position = 0;
  while (position < tokens.length) {
    const heading = headingAt.get(position);
    if (heading !== undefined) {
      close(position);
      section = heading.kind;
      [weighs, isEmpty] = [section === 'differential', true];
      endsWithLine = LEFT_AGAIN.has(section) && isInsideLine(tokens, heading);
      endsWithSentence = section === 'allergies' && tokens[heading.to]?.kind !== 'line-end';
      position = heading.to;
      from = position;
    } else if (position > from && LEFT_AGAIN.has(section) && opensExamination(tokens, position)) {
      close(position);
      section = 'narrative';
      from = position;
      position += 1;
    } else if (section === 'differential' && turnsToPatient(tokens, position)) {
      close(position);
      section = 'narrative';
      from = position;
      position += 1;
    } else if (position > from && isBehindAnswer(tokens, position)) {
      close(position);
      from = position;
      position += 1;
    } else if (isEnd(position) || position - from >= MAX_SENTENCE_TOKENS) {
      close(position);
      const isMark = isEnd(position);
      from = isMark ? position + 1 : position;
      const isOver = endsWithSentence || (endsWithLine && tokens[position]?.kind === 'line-end');
      if (isOver) section = 'narrative';
      if (weighs && isMark && endsWeighing(tokens, position, isEmpty)) weighs = false;
      if (weighs) section = 'differential';
      else if (section === 'differential') section = 'narrative';
      endsWithSentence = false;
      position += 1;
    } else position += 1;
  }
  close(tokens.length);
  return sentences;
}

/**
 * Cuts a record into sentences, each with the section it stands in. Headings themselves belong to no sentence.
 * @param tokens without the line ends of wrapped lines
 */
export function splitSentences(tokens: readonly Token[]): Sentence[] {
  const headingAt = new Map(findHeadings(tokens).map((heading) => [heading.from, heading]));
  return cut(tokens, { headingAt, isEnd: (position) => endsSentence(tokens, position) });
}
