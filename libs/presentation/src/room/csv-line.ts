/** What a spreadsheet takes for the beginning of a formula, in the widths of either script. */
const FORMULA = /^[=+\-@＝＋－＠\t\r]/;
const TO_BE_QUOTED = /[",\r\n]|^\s|\s$/;

/** Tells a spreadsheet that the file is UTF-8; the first of its characters. */
export const BYTE_ORDER_MARK = '\uFEFF';

export type Cell = string | number | boolean | null;

/** One line of a table as RFC 4180 writes it; what people wrote is shown by a spreadsheet as text, never computed. */
export const csvLine = (cells: readonly Cell[]): string => `${cells.map(written).join(',')}\r\n`;

function written(cell: Cell): string {
  if (typeof cell !== 'string') return cell === null ? '' : String(cell);
  const harmless = FORMULA.test(cell) ? `'${cell}` : cell;
  return TO_BE_QUOTED.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
