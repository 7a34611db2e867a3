import { type NormalisedText } from '../normalise/normalise';
import { type Stretch, type Token } from '../model/token';
import { gather } from '../normalise/lists-by-key';
import { isChange } from './answers';
import { partsOf } from './parts';

/** A line, cut at tabs, wide gaps, strokes and leaders. Token positions, end exclusive. */
export interface Line extends Stretch {
  readonly cells: readonly Cell[];
  /** Its cells are parted by strokes, tabs or commas: an empty one counts. */
  readonly isStrict: boolean;
}

/** A cell; an empty one begins where it ends. */
export interface Cell extends Stretch {
  /** Of the line, in characters. */
  readonly start: number;
  readonly end: number;
}

const STROKE: ReadonlySet<string> = new Set(['|', '│', '┃']);
const LEADER = /^(?:\.\.\.|…|→|──?)$/;
const WIDE = /\t|[\s_]{2,}/;

/** Codes have so many letters. */
const LONGEST_CODE = 2;

/** A wide gap, or any in Chinese; but 哮喘 Asthma is one name. */
function isWide(gap: string, before: Token, next: Token): boolean {
  if (WIDE.test(gap) || gap === '') return gap !== '';
  const isName = next.kind === 'word' && next.text.length > LONGEST_CODE;
  return (before.kind === 'han' && !isName) || (next.kind === 'han' && before.kind !== 'word');
}

/** So many wide gaps part a line, whatever marks stand in its cells. */
const LEAST_GAPS = 2;

type Parts = 'strokes' | 'tabs' | 'commas' | 'semicolons' | 'gaps';

const between = ({ text }: NormalisedText, a: Token, b: Token): string => text.slice(a.end, b.start);

/** "gout;active": no space on either side, as programs write; in Chinese there is none anyway. */
const isGluedWord = (tokens: readonly Token[], at: number): boolean =>
  tokens[at - 1]?.kind !== 'han' &&
  tokens[at - 1]?.end === tokens[at]?.start &&
  tokens[at]?.end === tokens[at + 1]?.start;

/** P17,"pain, 10 h",1: within quotes that open a cell nothing parts it. Whether what stands behind a token is so. */
function isQuotedBehind(tokens: readonly Token[], at: number, isQuoted: boolean): boolean {
  if (tokens[at]?.text !== '"') return isQuoted;
  const beside = isQuoted ? tokens[at + 1] : tokens[at - 1];
  const isEdge = beside === undefined || beside.kind === 'line-end' || /^[,;|]$/.test(beside.text);
  return isEdge ? !isQuoted : isQuoted;
}

/** How the cells of a line are parted. */
function partedBy(tokens: readonly Token[], { from, to }: Stretch, source: NormalisedText): Parts {
  let [strokes, commas, semicolons, wide] = [0, 0, 0, 0];
  let isQuoted = false;
  for (let at = from; at < to; at += 1) {
    const [token, next] = [tokens[at], tokens[at + 1]];
    if (token === undefined) continue;
    isQuoted = isQuotedBehind(tokens, at, isQuoted);
    if (isQuoted) continue;
    if (STROKE.has(token.text)) strokes += 1;
    if (token.text === ',' && (at === from || tokens[at - 1]?.end === token.start)) {
      const isGlued = next === undefined || next.start === token.end;
      commas += isGlued ? 1 : -to;
    }
    if (token.text === ';') semicolons += isGluedWord(tokens, at) ? 1 : -to;
    const gap = at + 1 < to && next !== undefined ? between(source, token, next) : '';
    if (gap.includes('\t')) return 'tabs';
    if (WIDE.test(gap)) wide += 1;
  }
  if (strokes > 0) return 'strokes';
  // 14:00  39.1  128  面罩吸氧，引流液浑浊，四肢湿冷: the commas are those of a remark
  if (wide >= LEAST_GAPS) return 'gaps';
  if (commas >= 2) return 'commas';
  return semicolons >= 2 ? 'semicolons' : 'gaps';
}

function cellsOf(tokens: readonly Token[], line: Stretch, source: NormalisedText, parts: Parts): Cell[] {
  const origin = tokens[line.from]?.start ?? 0;
  const lineStart = source.text.lastIndexOf('\n', origin) + 1;
  const cells: Cell[] = [];
  let from = line.from;
  const close = (to: number): void => {
    const start = tokens[from]?.start ?? tokens[from - 1]?.end ?? origin;
    const end = to > from ? (tokens[to - 1]?.end ?? start) : start;
    cells.push({ from, to, start: start - lineStart, end: end - lineStart });
  };
  let isQuoted = false;
  for (let at = line.from; at < line.to; at += 1) {
    const token = tokens[at];
    const before = tokens[at - 1];
    if (token === undefined) continue;
    isQuoted = isQuotedBehind(tokens, at, isQuoted);
    if (isQuoted) continue;
    const isMark =
      (parts === 'strokes' && STROKE.has(token.text)) ||
      (parts === 'commas' && token.text === ',') ||
      (parts === 'semicolons' && token.text === ';') ||
      (parts === 'gaps' && LEADER.test(token.text) && !isChange(tokens, at));
    const gap = at > line.from && before !== undefined ? between(source, before, token) : '';
    const isGap =
      parts === 'tabs'
        ? gap.includes('\t')
        : parts === 'gaps' && before !== undefined && isWide(gap, before, token);
    if (isGap && at > from) {
      close(at);
      from = at;
      // each further tab leaves a cell empty
      for (let more = gap.split('\t').length - 2; more > 0; more -= 1)
        cells.push({
          from: at,
          to: at,
          start: token.start - lineStart - more,
          end: token.start - lineStart - more,
        });
    }
    if (isMark) {
      if (parts !== 'gaps' || at > from) close(at);
      from = at + 1;
    }
  }
  if (from < line.to || (parts !== 'gaps' && parts !== 'tabs')) close(line.to);
  const isFramed = parts === 'strokes';
  const first = isFramed && cells[0]?.from === cells[0]?.to ? 1 : 0;
  const last = cells.at(-1);
  const isOpenEnd = isFramed && last !== undefined && last.from === last.to && cells.length > first + 1;
  return cells.slice(first, isOpenEnd && STROKE.has(tokens[line.to - 1]?.text ?? '') ? -1 : undefined);
}

/** "cough|Y; rash|N": what ends a row of a table in one line. */
const ENDS_ROW = /^[;‖]$/;

/** Rows of a table that stand in one line: each has a stroke of its own. */
function rowsOf(tokens: readonly Token[], line: Stretch): Stretch[] {
  const rows = partsOf(tokens, line, ({ text }) => ENDS_ROW.test(text));
  const hasStroke = (row: Stretch): boolean =>
    tokens.slice(row.from, row.to).some(({ text }) => STROKE.has(text));
  return rows.length > 1 && rows.every(hasStroke) ? rows : [line];
}

/** "---+---". */
export const isRule = ({ cells, from, to }: Line): boolean => cells.length === 0 && to > from;

/**
 * Reads the rows below a line, those that only rule the table left out, as far as they can be read.
 *
 * @returns what was read of each, and the place of the line behind them
 */
export function rowsBelow<Row>(
  lines: readonly Line[],
  at: number,
  rowOf: (line: Line) => Row | undefined,
): { readonly rows: readonly Row[]; readonly next: number } {
  const rows: Row[] = [];
  let next = at + 1;
  for (; next < lines.length; next += 1) {
    const line = lines[next];
    if (line === undefined) break;
    if (isRule(line)) continue;
    const row = rowOf(line);
    if (row === undefined) break;
    rows.push(row);
  }
  return { rows, next };
}

/** The lines of a text; those that only rule it ("|---|---|") have no cells. */
export const linesOf = (tokens: readonly Token[], source: NormalisedText): Line[] =>
  gather(
    partsOf(tokens, { from: 0, to: tokens.length }, ({ kind }) => kind === 'line-end'),
    (line) => rowsOf(tokens, line).map((row) => lineOf(tokens, row, source)),
  );

function lineOf(tokens: readonly Token[], stretch: Stretch, source: NormalisedText): Line {
  const isRuled = tokens
    .slice(stretch.from, stretch.to)
    .every(({ kind, text }) => kind === 'mark' && /^[-|:=+─│┼]+$/.test(text));
  const parts = partedBy(tokens, stretch, source);
  return {
    ...stretch,
    isStrict: parts !== 'gaps',
    cells: isRuled ? [] : cellsOf(tokens, stretch, source, parts),
  };
}
