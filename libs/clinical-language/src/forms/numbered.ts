import { type Stretch, type Token } from '../model/token';
import { textAt } from '../normalise/at-position';
import { type Answers, type Says } from './answers';
import { type Answered, type Block, blockOf, itemIn } from './items';
import { numberedIn } from './enumerated';
import { FORM_WORDS, wordFrom } from './form-words';
import { type Line } from './lines';

type Tokens = readonly Token[];

/** What a line says of numbered items: "1. N 2. Y", "1N2N3Y", or only which of them are chosen: "A, D". */
interface Sheet {
  readonly says: ReadonlyMap<string, Says>;
  readonly isChoice: boolean;
}

const LONGEST_LABEL = 6;
/** "You: 2", 【用户】2, ">> 2". */
const ENDS_LABEL = /^[:】>]$/;
const LINKS = /^(?:[.):、,;&/和及]|and)$/;
const GLUED = /^(?:[yn]\d{1,2})+[yn]$/;

const isKey = ({ kind, text }: Token): boolean =>
  kind === 'number' ? /^\d{1,2}$/.test(text) : kind === 'word' && /^[a-z]$/.test(text);

/** 1N2N3Y: the first number stands alone, the rest is one word. */
function gluedSheet(tokens: Tokens, from: number): Map<string, Says> | undefined {
  const [first, rest] = [tokens[from], tokens[from + 1]];
  if (first?.kind !== 'number' || rest === undefined || !GLUED.test(rest.text)) return undefined;
  const written = first.text + rest.text;
  return new Map(
    Array.from(
      written.matchAll(/(\d{1,2})([yn])/g),
      ([, key = '', answer]) => [key, answer === 'y' ? 'yes' : 'no'] as const,
    ),
  );
}

function behindLinks(tokens: Tokens, from: number, end: number): number {
  let at = from;
  while (at < end && LINKS.test(textAt(tokens, at))) at += 1;
  return at;
}

/** The answers of a line, behind its label. */
function sheetOf(answers: Answers, line: Line): Sheet | undefined {
  const { tokens } = answers;
  let from = line.from;
  for (let at = line.from; at < line.from + LONGEST_LABEL && at < line.to; at += 1)
    if (ENDS_LABEL.test(textAt(tokens, at))) from = at + 1;
  const hasLabel = from > line.from;
  // "just 2"
  if (hasLabel) from += wordFrom(FORM_WORDS.only, tokens, from);
  const glued = gluedSheet(tokens, from);
  if (glued !== undefined && from + 2 === line.to) return { says: glued, isChoice: false };
  const says = new Map<string, Says>();
  const chosen = new Set<string>();
  for (let at = from; at < line.to;) {
    const token = tokens[at];
    if (token === undefined) return undefined;
    if (!isKey(token)) {
      // "2 and 3, nothing else"
      if (hasLabel && chosen.size > 0 && says.size === 0 && textAt(tokens, at - 1) === ',') break;
      return undefined;
    }
    let next = behindLinks(tokens, at + 1, line.to);
    const answer = next < line.to ? answers.at(next) : undefined;
    if (answer !== undefined && !isKeyOfNext(tokens, answer)) {
      says.set(token.text, answer.says);
      next = behindLinks(tokens, answer.to, line.to);
    } else chosen.add(token.text);
    at = next;
  }
  if (says.size > 1 && chosen.size === 0) return { says, isChoice: false };
  if (chosen.size > 0 && says.size === 0 && hasLabel)
    return { says: new Map(Array.from(chosen, (key) => [key, 'yes'] as const)), isChoice: true };
  return undefined;
}

/** "A, F": a letter that is itself a key, not what is said of the one before it. */
const isKeyOfNext = (tokens: Tokens, { from, to }: Stretch): boolean => {
  const token = tokens[from];
  const isAlone = token !== undefined && to === from + 1;
  return isAlone && /^[,，、]$/.test(textAt(tokens, from - 1)) && isKey(token);
};

const TICK = /^[✓✔√☑★●■]$/;

/** A tick close before a number, not behind the item before it. */
const isTickedAt = (tokens: Tokens, number: number): boolean =>
  TICK.test(textAt(tokens, number - 1)) && tokens[number - 1]?.end === tokens[number]?.start;

/** ✓1.咳嗽 2.胸闷 ✓3.头痛: numbered items of which some are ticked. */
export function tickedByNumber(answers: Answers, line: Line): Block[] {
  const { tokens } = answers;
  const listed = numberedIn(tokens, line);
  const isTicked = listed.map(({ from }) => isTickedAt(tokens, from - 1));
  if (listed.length < 3 || !isTicked.includes(true)) return [];
  return listed.flatMap(({ from, to }, place): Block[] => {
    const end = isTicked[place + 1] === true ? to - 1 : to;
    const item = itemIn(answers, { from, to: end });
    const says = isTicked[place] === true ? 'yes' : 'no';
    return item === undefined ? [] : [blockOf({ from: item.from, to: end }, [{ item, says }])];
  });
}

/** Items are looked for in so many lines above. */
const LINES_ABOVE = 16;

/** Numbered items, and in a line below them what is said of each. */
export function answersByNumber(answers: Answers, lines: readonly Line[], at: number): Block[] {
  const { tokens } = answers;
  const line = lines[at];
  const sheet = line && sheetOf(answers, line);
  if (line === undefined || sheet === undefined) return [];
  const first = lines[Math.max(0, at - LINES_ABOVE)];
  const listed = numberedIn(tokens, { from: first?.from ?? 0, to: line.from });
  const least = sheet.isChoice ? 3 : 2;
  if (listed.length < least || listed.length < sheet.says.size) return [];
  const answered = listed.flatMap((stretch): Answered[] => {
    const key = textAt(tokens, stretch.from - 1);
    const end = endOfItem(tokens, stretch);
    const item = itemIn(answers, { from: stretch.from, to: end });
    const says = sheet.says.get(key) ?? (sheet.isChoice ? 'no' : 'unasked');
    return item === undefined ? [] : [{ item, says }];
  });
  if (answered.length < least) return [];
  return [
    ...answered.map((each): Block => {
      const { from, to } = each.item;
      return blockOf({ from, to: textAt(tokens, to) === '?' ? to + 1 : to }, [each]);
    }),
    blockOf(line, []),
  ];
}

/** An item ends with its question, or its line. */
function endOfItem(tokens: Tokens, { from, to }: Stretch): number {
  for (let at = from; at < to; at += 1) {
    const token = tokens[at];
    if (token === undefined || token.kind === 'line-end' || /^[?;。]$/.test(token.text)) return at;
  }
  return to;
}
