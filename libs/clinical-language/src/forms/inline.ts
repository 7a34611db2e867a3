import { type Stretch, type Token } from '../model/token';
import { textAt } from '../normalise/at-position';
import { type Answer, type Answers, CLOSE, OPEN } from './answers';
import { type Answered, type Block, itemIn } from './items';
import { type Line } from './lines';

type Tokens = readonly Token[];

const PARTS_ITEMS = /^[,，;；、/|&。]$/;
const endsClause = ({ kind, text }: Token): boolean => kind === 'line-end' || /^[.;。]$/.test(text);

/** The stretches between marks of one kind. */
export function partsAt(tokens: Tokens, { from, to }: Stretch, mark: string): Stretch[] {
  const parts: Stretch[] = [];
  let start = from;
  for (let at = from; at <= to; at += 1) {
    if (at < to && textAt(tokens, at) !== mark) continue;
    if (at > start) parts.push({ from: start, to: at });
    start = at + 1;
  }
  return parts;
}

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

/** As many items as there are answers, whatever parts them. */
function itemsFor(
  answers: Answers,
  stretch: Stretch,
  count: number,
  line: Line | undefined,
): Stretch[] | undefined {
  const { tokens } = answers;
  const whole = unbracketed(tokens, stretch);
  const cells = line?.cells.filter(({ from, to }) => from >= stretch.from && to <= stretch.to) ?? [];
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

const isNumber = (token: Token | undefined, value: number): boolean =>
  token?.kind === 'number' && Number(token.text) === value;

/** 1 切口红肿 2 发热 3 腹胀, "(a) toothache (b) bad breath": where numbered items stand. */
export function numberedIn(tokens: Tokens, { from, to }: Stretch): Stretch[] {
  for (const isNth of [
    (token: Token | undefined, nth: number) => isNumber(token, nth),
    (token: Token | undefined, nth: number) => token?.text === String.fromCharCode(96 + nth),
  ]) {
    const starts: number[] = [];
    for (let at = from; at < to; at += 1) {
      const [before, after] = [textAt(tokens, at - 1), textAt(tokens, at + 1)];
      const isMarked =
        /^[.):、]$/.test(after) ||
        /^[(q第]$/.test(before) ||
        tokens[at + 1]?.kind === 'han' ||
        isApart(tokens, at);
      if (isNth(tokens[at], starts.length + 1) && isMarked) starts.push(at);
    }
    if (starts.length > 1)
      return starts.map((start, place) => ({
        from: start + 1,
        to:
          (starts[place + 1] ?? to) -
          (/^[(q第]$/.test(textAt(tokens, (starts[place + 1] ?? to) - 1)) && starts[place + 1] !== undefined
            ? 1
            : 0),
      }));
  }
  return [];
}

const isApart = (tokens: Tokens, at: number): boolean =>
  tokens[at]?.kind === 'word' &&
  tokens[at - 1]?.end !== tokens[at]?.start &&
  tokens[at + 1]?.start !== tokens[at]?.end;

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

function clausesOf(tokens: Tokens, { from, to }: Stretch): Stretch[] {
  const clauses: Stretch[] = [];
  let start = from;
  for (let at = from; at <= to; at += 1) {
    const token = tokens[at];
    if (at < to && token !== undefined && !endsClause(token)) continue;
    if (at > start) clauses.push({ from: start, to: at });
    start = at + 1;
  }
  return clauses;
}

/** Answers in the order of their items: "fever/chills/sweats: N/N/Y", or in the line below. */
export function answersInOrder(answers: Answers, lines: readonly Line[], at: number): Block[] {
  const { tokens } = answers;
  const line = lines[at];
  if (line === undefined) return [];
  const blocks: Block[] = [];
  for (const clause of clausesOf(tokens, line)) {
    const found = runBehind(answers, clause);
    if (found === undefined) continue;
    const { items: before, run, from } = found;
    const own =
      itemsFor(answers, before, run.length, line) ??
      itemsFor(answers, unlabelled(tokens, before), run.length, line);
    if (own !== undefined) {
      blocks.push({ from: clause.from, to: clause.to, lines: 1, answered: pairs(own, run) });
      continue;
    }
    const above = lines[at - 1];
    if (above === undefined || before.to - before.from > LONGEST_LABEL) continue;
    const items =
      run.length > 2
        ? (itemsFor(answers, above, run.length, above) ??
          itemsFor(answers, unlabelled(tokens, above), run.length, above))
        : undefined;
    if (items === undefined) continue;
    blocks.push({
      from: items[0]?.from ?? above.from,
      to: items.at(-1)?.to ?? above.to,
      lines: 1,
      answered: pairs(items, run),
    });
    blocks.push({ from, to: clause.to, lines: 1, answered: [] });
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
    blocks.push({ from: start, to: end, lines: 1, answered: [{ item, says: code.says }] });
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

const PLUS_OR_MINUS = /^[+-]$/;
const LEAST_SIGNED = 3;

/** Items with a sign of their own before them: "+nausea, -vomiting, +/-early satiety". */
export function signsBefore(answers: Answers, line: Line): Block[] {
  const { tokens } = answers;
  const starts: Answer[] = [];
  for (let at = line.from; at < line.to; at += 1) {
    const [before, sign, after] = [tokens[at - 1], tokens[at], tokens[at + 1]];
    if (sign === undefined || after === undefined || !PLUS_OR_MINUS.test(sign.text)) continue;
    const isStart =
      at === line.from || before?.kind === 'mark' || (before !== undefined && before.end < sign.start);
    const answer = isStart ? answers.at(at) : undefined;
    const [last, item] = [tokens[(answer?.to ?? 0) - 1], tokens[answer?.to ?? 0]];
    const isGlued = (item?.kind === 'word' || item?.kind === 'han') && item.start === last?.end;
    if (answer === undefined || !isGlued) continue;
    starts.push(answer);
    at = answer.to - 1;
  }
  const blocks = starts.flatMap(({ from, to, says }, place): Block[] => {
    const item = itemIn(answers, { from: to, to: starts[place + 1]?.from ?? line.to });
    return item === undefined ? [] : [{ from, to: item.to, lines: 1, answered: [{ item, says }] }];
  });
  const kinds = new Set(starts.map(({ says }) => says));
  return blocks.length >= LEAST_SIGNED && kinds.size > 1 ? blocks : [];
}
