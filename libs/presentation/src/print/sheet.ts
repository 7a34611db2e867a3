/** Points of print in millimetres. */
const POINT = 25.4 / 72;

/**
 * What the printed page is laid out for, in millimetres: what A4 and Letter share inside the margins, less a reserve for
 * fonts that are wider than is reckoned with here.
 */
export const SHEET = { margin: 10, width: 188, height: 255 } as const;

/** Sizes of type in points, and the height of a line of it. */
export const TYPE = { text: 8.5, small: 7.5, heading: 10, title: 14, line: 1.3 } as const;

/** Columns of the tables, in millimetres, with the space on the right of each cell. */
export const COLUMNS = {
  list: [8, 80, 40, 21, 36],
  reasons: [45, 27, 113],
  evidence: [45, 23, 22],
} as const;
export const GAPS = { cell: 2.5, rowAbove: 0.45, rowBelow: 0.65, heading: 2.8, block: 1 } as const;
/** Side of the QR code. */
export const QR_SIDE = 28;

/** Height of lines of a size. */
export const linesHigh = (lines: number, size: number = TYPE.small): number =>
  lines * size * POINT * TYPE.line;

const WIDE = /[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff01-\uff60\u2018-\u201d\u2026]/u;
const WIDTHS: readonly (readonly [RegExp, number])[] = [
  [WIDE, 1],
  [/[ .,;:'|!ijl()[\]]/, 0.35],
  [/[A-Zmw%@—…]/, 0.8],
];
/** Of letters that are in no class of their own. */
const USUAL_WIDTH = 0.58;

/** Width of a text, in millimetres, in a sans-serif that runs wide. */
const widthOf = (text: string, size: number): number => {
  let ems = 0;
  for (const letter of text) ems += WIDTHS.find(([kind]) => kind.test(letter))?.[1] ?? USUAL_WIDTH;
  return ems * size * POINT;
};

/** Where a line may end: after a blank or a hyphen, and on both sides of a Chinese character. */
const PIECES = /[\u2e80-\u9fff\uff01-\uff60][，。；：、）”]?|[^\s\u2e80-\u9fff\uff01-\uff60-]+-?\s*|[\s-]+/gu;

/** How many lines a text takes in a column; at least one. What is wider than the column is broken where the line ends. */
export function linesOf(text: string, columnWidth: number, size: number = TYPE.small): number {
  let lines = 1;
  let filled = 0;
  for (const piece of text.match(PIECES) ?? []) {
    const width = widthOf(piece.trimEnd(), size);
    if (filled > 0 && filled + width > columnWidth) {
      lines += 1;
      filled = 0;
    }
    if (width > columnWidth) {
      lines += Math.floor(width / columnWidth);
      filled = width % columnWidth;
    } else filled += widthOf(piece, size);
  }
  return lines;
}

/** Height of a paragraph over the whole width. */
export const paragraphHigh = (text: string, size: number = TYPE.small, width: number = SHEET.width): number =>
  linesHigh(linesOf(text, width, size), size);

/** Height of a row of a table: that of its highest cell. */
export const rowHigh = (
  cells: readonly string[],
  columns: readonly number[],
  size: number = TYPE.small,
): number =>
  GAPS.rowAbove +
  GAPS.rowBelow +
  linesHigh(
    Math.max(...cells.map((text, at) => linesOf(text, (columns[at] ?? SHEET.width) - GAPS.cell, size))),
    size,
  );

/** Height of the heading of a section, with the space around it. */
export const headingHigh = (): number => GAPS.heading + linesHigh(1, TYPE.heading);

/** A section of the page whose rows need not all be shown. */
export interface Part {
  /** What it takes whichever rows are shown. */
  readonly fixed: number;
  /** Height of each row, the most important first. */
  readonly rows: readonly number[];
  /** How many of its rows are as important as one row of a section with the share 1. */
  readonly share: number;
}

/**
 * How many rows of each section fit: the first of each, then the next ones in turn by the shares of the sections. A section ends where
 * its next row does not fit.
 *
 * @param height that all sections may take together, in millimetres
 */
export function rowsThatFit(parts: readonly Part[], height: number): readonly number[] {
  const shown = parts.map(() => 0);
  const ended = new Set<number>();
  let left = height - parts.reduce((sum, { fixed }) => sum + fixed, 0);
  const turns = parts
    .flatMap(({ rows, share }, part) => rows.map((high, at) => ({ part, high, turn: at / share })))
    .sort((a, b) => a.turn - b.turn);
  for (const { part, high } of turns) {
    if (ended.has(part)) continue;
    if (high > left) {
      ended.add(part);
      continue;
    }
    left -= high;
    shown[part] = (shown[part] ?? 0) + 1;
  }
  return shown;
}
