import { type Stretch, type Token } from '../model/token';
import { textAt } from '../normalise/at-position';
import { type Answer, type Answers, CLOSE, OPEN } from './answers';
import { numberedIn } from './enumerated';
import { type Answered, type Block, blockOf, itemIn } from './items';
import { type Line } from './lines';
import { fullPartsOf } from './parts';

type Tokens = readonly Token[];

const PARTS_ITEMS = /^[,，;；、/|&。]$/;
const endsClause = ({ kind, text }: Token): boolean => kind === 'line-end' || /^[.;。]$/.test(text);

/** The stretches between marks of one kind. */
export const partsAt = (tokens: Tokens, stretch: Stretch, mark: string): Stretch[] =>
  fullPartsOf(tokens, stretch, ({ text }) => text === mark);

const unbracketed = (tokens: Tokens, { from, to }: Stretch): Stretch => ({
  from: OPEN.test(textAt(tokens, from)) ? from + 1 : from,
  to: CLOSE.test(textAt(tokens, to - 1)) ? to - 1 : to,
});

/** 10010: a yes or no for each item. */
function flagsAt(tokens: Tokens, at: number): Answer[] | undefined {
  const text = textAt(tokens, at);
  if (!/^[01]{4,12}$/.test(text)) return undefined;
  return Array.from(text, (flag) => ({
    from: at,
    to: at + 1,
    says: flag === '1' ? 'yes' : 'no',
    isSign: false,
  }));
}

/** Nothing but answers, one after the other: "N/N/Y/Y", "[0, 3, 0]", 1 1 0 1. */
function runOf(answers: Answers, stretch: Stretch): Answer[] | undefined {
  const { tokens } = answers;
  const { from, to } = unbracketed(tokens, stretch);
  const flags = to === from + 1 ? flagsAt(tokens, from) : undefined;
  if (flags !== undefined) return flags;
  const run: Answer[] = [];
  for (let at = from; at < to;) {
    const answer = answers.at(at);
    if (answer === undefined || answer.to > to) return undefined;
    run.push(answer);
    at = PARTS_ITEMS.test(textAt(tokens, answer.to)) ? answer.to + 1 : answer.to;
  }
  return run.length > 1 ? run : undefined;
}

const MARKS = ['|', '/', ',', '、', ';'];

/** As many items as there are answers, whatever parts them; what stands before the last ":" may only say of what they are. */
const itemsFor = (answers: Answers, stretch: Stretch, count: number, line: Line): Stretch[] | undefined =>
  partedItems(answers, stretch, count, line) ??
  partedItems(answers, unlabelled(answers.tokens, stretch), count, line);

function partedItems(answers: Answers, stretch: Stretch, count: number, line: Line): Stretch[] | undefined {
  const { tokens } = answers;
  const whole = unbracketed(tokens, stretch);
  const cells = line.cells.filter(({ from, to }) => from >= stretch.from && to <= stretch.to);
  for (const parts of [
    ...MARKS.map((mark) => partsAt(tokens, whole, mark)),
    cells,
    numberedIn(tokens, whole),
  ]) {
    if (parts.length !== count) continue;
    const items = parts.flatMap((part) => itemIn(answers, part) ?? []);
    if (items.length === count) return items;
  }
  return undefined;
}

const LONGEST_LABEL = 6;

/** Where the answers of a clause begin: behind ":" or "=", or at its start. */
function runBehind(
  answers: Answers,
  clause: Stretch,
): { items: Stretch; run: Answer[]; from: number } | undefined {
  const { tokens } = answers;
  for (let at = clause.to - 1; at >= clause.from; at -= 1) {
    if (!/^[:=]$/.test(textAt(tokens, at))) continue;
    const run = runOf(answers, { from: at + 1, to: clause.to });
    return run && { items: { from: clause.from, to: at }, run, from: at + 1 };
  }
  const run = runOf(answers, clause);
  return run && { items: { from: clause.from, to: clause.from }, run, from: clause.from };
}

/** Behind the last ":" of a stretch that has a label: "in this order: goitre, tremor". */
function unlabelled(tokens: Tokens, { from, to }: Stretch): Stretch {
  for (let at = to - 1; at > from; at -= 1)
    if (textAt(tokens, at) === ':' || textAt(tokens, at) === '=') return { from: at + 1, to };
  return { from, to };
}

/** Answers in the order of their items: "fever/chills/sweats: N/N/Y", or in the line below. */
export function answersInOrder(answers: Answers, lines: readonly Line[], at: number): Block[] {
  const { tokens } = answers;
  const line = lines[at];
  if (line === undefined) return [];
  const blocks: Block[] = [];
  for (const clause of fullPartsOf(tokens, line, endsClause)) {
    const found = runBehind(answers, clause);
    if (found === undefined) continue;
    const { items: before, run, from } = found;
    const own = itemsFor(answers, before, run.length, line);
    if (own !== undefined) {
      blocks.push(blockOf(clause, pairs(own, run)));
      continue;
    }
    const above = lines[at - 1];
    if (above === undefined || before.to - before.from > LONGEST_LABEL || run.length < 3) continue;
    const items = itemsFor(answers, above, run.length, above);
    const [first, last] = [items?.[0], items?.at(-1)];
    if (items === undefined || first === undefined || last === undefined) continue;
    blocks.push(blockOf({ from: first.from, to: last.to }, pairs(items, run)));
    blocks.push(blockOf({ from, to: clause.to }, []));
  }
  return blocks;
}

const pairs = (items: readonly Stretch[], run: readonly Answer[]): Answered[] =>
  items.flatMap((item, place) => {
    const answer = run[place];
    return answer === undefined ? [] : [{ item, says: answer.says }];
  });

/** Items of a line each with a code behind it: 关节痛[1] 光过敏[2], "show P; waters A". */
export function codesInLine(answers: Answers, line: Line): Block[] {
  const { tokens } = answers;
  if (!answers.hasCodes) return [];
  const blocks: Block[] = [];
  let start = line.from;
  for (let at = line.from; at < line.to; at += 1) {
    const token = tokens[at];
    if (token === undefined) break;
    const isOpen = OPEN.test(token.text);
    const code = answers.codeAt(isOpen ? at + 1 : at);
    if (code === undefined || (isOpen && !CLOSE.test(textAt(tokens, at + 2)))) {
      if (PARTS_ITEMS.test(token.text) || token.text === ':') start = at + 1;
      continue;
    }
    const end = isOpen ? at + 3 : code.to;
    const item = itemIn(answers, { from: start, to: at });
    if (item === undefined || !standsApart(tokens, { from: at, to: end }, isOpen)) continue;
    blocks.push(blockOf({ from: start, to: end }, [{ item, says: code.says }]));
    start = end;
    at = end - 1;
  }
  return blocks.length > 1 ? blocks : [];
}

/** Whether a code stands behind its item and before nothing that it could belong to. */
function standsApart(tokens: Tokens, { from, to }: Stretch, isBracketed: boolean): boolean {
  const [before, token, last, after] = [tokens[from - 1], tokens[from], tokens[to - 1], tokens[to]];
  if (before === undefined || token === undefined) return false;
  const isOver =
    after === undefined ||
    after.kind === 'mark' ||
    after.kind === 'line-end' ||
    after.start > (last?.end ?? 0);
  const isBehind =
    isBracketed || before.end < token.start || token.kind === 'mark' || /^[=:]$/.test(before.text);
  return isOver && isBehind;
}
