import { type Stretch, type Token } from '../model/token';
import { standsAt } from '../normalise/at-position';
import { type NormalisedText } from '../normalise/normalise';
import { surfaceKeys } from '../normalise/phrases';
import { Answers } from './answers';
import { answersBelow } from './below';
import { answersByColumn } from './columns';
import { writeEchoes } from './echoes';
import { FORM_WORDS } from './form-words';
import { rewrite, type WrittenForm } from './forms';
import { answersOfRecord, itemsUnder } from './groups';
import { answersInOrder, codesInLine } from './inline';
import { type Answered, type Block } from './items';
import { legendOf } from './legend';
import { type Line, linesOf } from './lines';
import { namedItem } from './named-items';
import { answersByNumber, tickedByNumber } from './numbered';
import { pairsFrom, recordsUnder } from './records';
import { answersInCells, Rows } from './rows';
import { signedItems } from './signed-items';
import { withoutStruck } from './struck';
import { writeTickedOptions } from './ticked-options';
import { joinCodedTurns, joinTurns, withoutStamps } from './turns';
import { answersUnderHead } from './under-heads';
import { valuesUnderHeads } from './values-under-heads';

type Tokens = readonly Token[];

const DENIALS = Array.from(FORM_WORDS.denials, surfaceKeys);

/** So many tokens at the start of an item deny what it goes on with. */
const denialOf = (tokens: Tokens, { from, to }: Stretch): number =>
  DENIALS.find((keys) => from + keys.length < to && standsAt(tokens, from, keys))?.length ?? 0;

/** "Free of pain: yes" says just that, "free of pain: no" that there is pain. */
function writeDenied(form: WrittenForm, tokens: Tokens, { item, says }: Answered, denial: number): void {
  const isTrue = says === 'yes';
  form.copy(tokens.slice(isTrue ? item.from : item.from + denial, item.to));
  if (!isTrue) form.answer(says === 'no' ? 'yes' : says);
}

function writeItem(form: WrittenForm, tokens: Tokens, answered: Answered): void {
  const { item, says, asWritten, value } = answered;
  if (value !== undefined) {
    form.copy(tokens.slice(item.from, item.to));
    form.ask();
    form.copy(tokens.slice(value.from, value.to));
    return;
  }
  const denial = denialOf(tokens, item);
  if (denial > 0) {
    writeDenied(form, tokens, answered, denial);
    return;
  }
  form.copy(tokens.slice(item.from, item.to));
  if (asWritten === undefined) form.answer(says);
  else form.copy(tokens.slice(asWritten.from, asWritten.to));
}

function write(form: WrittenForm, tokens: Tokens, { answered, isApart }: Block): void {
  if (isApart === true) form.close();
  for (const [place, each] of answered.entries()) {
    const { of, remark, asWritten, before } = each;
    if (before !== undefined) {
      form.copy(tokens.slice(before.from, before.to));
      form.close();
    }
    // an answer that is written out answers nothing before it
    if (asWritten === undefined && answered[place - 1]?.asWritten !== undefined) form.close();
    if (of !== undefined) {
      form.copy(tokens.slice(of.from, of.to));
      form.ask();
    }
    writeItem(form, tokens, each);
    if (remark !== undefined && remark.to > remark.from) {
      form.divide();
      form.copy(tokens.slice(remark.from, remark.to));
    }
    // results stay in the sentence that says of what they are: "Urine: protein neg, glucose neg"
    if (asWritten === undefined) form.close();
    else form.end();
  }
}

/** Ways to read a line by itself, or with those above it; the first that finds anything is taken. */
const WAYS = [answersByNumber, answersInOrder];
const WAYS_OF_A_LINE = [answersOfRecord, tickedByNumber, answersInCells, codesInLine];

function blocksIn(
  answers: Answers,
  lines: readonly Line[],
  at: number,
  signed: ReadonlyMap<number, readonly Block[]>,
): readonly Block[] {
  const line = lines[at];
  if (line === undefined) return [];
  for (const way of WAYS) {
    const found = way(answers, lines, at);
    if (found.length > 0) return found;
  }
  const items = signed.get(line.from) ?? [];
  if (items.length > 0) return items;
  for (const way of WAYS_OF_A_LINE) {
    const found = way(answers, line);
    if (found.length > 0) return found;
  }
  return [];
}

/** What is read of each line, by where it begins; what was read of lines together stands. */
function blocksOf(answers: Answers, lines: readonly Line[]): Map<number, Block> {
  const blocks = new Map<number, Block>();
  const rows = new Rows(answers, lines);
  const signed = signedItems(answers, lines);
  for (let at = 0; at < lines.length;) {
    const line = lines[at];
    const isEmpty = line === undefined || line.from === line.to;
    const block = isEmpty
      ? undefined
      : (recordsUnder(answers, lines, at) ??
        pairsFrom(answers, lines, at) ??
        valuesUnderHeads(answers, lines, at) ??
        namedItem(answers, lines, at) ??
        itemsUnder(answers, lines, at) ??
        answersUnderHead(answers, lines, at) ??
        answersByColumn(answers, lines, at) ??
        answersBelow(answers, lines, at) ??
        rows.from(at));
    const found = block === undefined ? blocksIn(answers, lines, at, signed) : [block];
    for (const each of found) if (each !== undefined) blocks.set(each.from, each);
    at += block?.lines ?? 1;
  }
  return blocks;
}

/**
 * Reads what a form says by where its words stand: answers in columns, in the next row, before their items or behind
 * them, in words or in codes that the form explains. Each is written as "item: answer".
 */
export function writeLayout(source: NormalisedText, written: Tokens): Tokens {
  const given = writeEchoes(writeTickedOptions(joinTurns(withoutStamps(withoutStruck(written)))));
  const legend = legendOf(given);
  const explained = new Map(legend.places.map((place) => [place.from, place]));
  const tokens = rewrite(
    given,
    (at) => explained.get(at),
    () => undefined,
  );
  const explainedIn = (given: Tokens): Answers => new Answers(given, legend.codes, legend.hasScores);
  const apart = explainedIn(tokens);
  const coded = joinCodedTurns(apart);
  const answers = coded === tokens ? apart : explainedIn(coded);
  const blocks = blocksOf(answers, linesOf(coded, source));
  return rewrite(
    coded,
    (at) => blocks.get(at),
    (form, block) => {
      write(form, coded, block);
    },
  );
}
