import { parse } from 'csv-parse/sync';
import { MAX_IMPORT_ITEMS } from '@openrounds/contracts';
import { type Gathering } from '../gather/gathering';
import { below } from '../gather/pointer';
import { NotImportable } from '../model/imported';

/** Columns that are read; their order is free. */
const COLUMNS = [
  'finding',
  'system',
  'code',
  'presence',
  'value',
  'unit',
  'state',
  'certainty',
  'assertion',
] as const;
export type Column = (typeof COLUMNS)[number];

/** One row below the header; empty cells are left out. */
export interface Row {
  /** Rows are counted from 0 below the header; comments and empty lines do not count. */
  readonly pointer: string;
  /** Line of the file on which the row ends, from 1. */
  readonly line: number;
  readonly cells: Readonly<Partial<Record<Column, string>>>;
}

interface Parsed {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

/** Spreadsheets write semicolons where the comma is the decimal sign, and tabs when they copy. */
function delimiterOf(text: string): string {
  const header = text.split(/\r?\n/).find((line) => line.trim() !== '' && !line.startsWith('#')) ?? '';
  return [',', ';', '\t'].find((delimiter) => header.includes(delimiter)) ?? ',';
}

function parsed(text: string): Parsed[] {
  try {
    const options = {
      bom: true,
      comment: '#',
      comment_no_infix: true,
      delimiter: delimiterOf(text),
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
      to: MAX_IMPORT_ITEMS + 2,
      trim: true,
    } as const;
    return parse(text, options) as unknown as Parsed[];
  } catch {
    // The parser's own message quotes the text.
    throw new NotImportable('not-csv', 'the quotes of the table do not close');
  }
}

const isColumn = (name: string): name is Column => (COLUMNS as readonly string[]).includes(name);

/**
 * Splits a table (RFC 4180, with comments) into its rows.
 *
 * @throws NotImportable for a table that cannot be split, has no column that names findings, or too many rows
 */
export function rowsOf(text: string, gathering: Gathering): Row[] {
  const [header, ...rows] = parsed(text);
  const names = (header?.record ?? []).map((name) => name.toLowerCase());
  const namesFindings = names.includes('finding') || (names.includes('system') && names.includes('code'));
  if (!namesFindings) {
    throw new NotImportable(
      'no-columns',
      'the first row names the columns: finding, or system and code',
      '/header',
    );
  }
  if (rows.length > MAX_IMPORT_ITEMS) {
    throw new NotImportable('too-many', `more than ${String(MAX_IMPORT_ITEMS)} rows`, '/rows');
  }
  names.forEach((name, index) => {
    if (name !== '' && !isColumn(name)) gathering.reject(below('/header', index), 'unknown-column');
  });
  return rows.map(({ record, info }, index) => {
    const pointer = below('/rows', index);
    if (record.slice(names.length).some((cell) => cell !== ''))
      gathering.reject({ pointer, line: info.lines }, 'malformed');
    const cells = names.flatMap((name, at) => {
      const cell = record[at] ?? '';
      return isColumn(name) && cell !== '' ? [[name, cell] as const] : [];
    });
    return { pointer, line: info.lines, cells: Object.fromEntries(cells) };
  });
}
