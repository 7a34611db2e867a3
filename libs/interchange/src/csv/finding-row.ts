import {
  findingOf,
  findingOfLab,
  type Terminology,
  type VocabularyFinding,
} from '@openrounds/clinical-language';
import { Assertion, Presence, type FindingInput } from '@openrounds/contracts';
import { type Gathering, type Place } from '../gather/gathering';
import { sayAmount, type LabValue } from '../gather/measured';
import { below } from '../gather/pointer';
import { codeOfLooks, codeOfName, written, type Code } from '../terminology/codes';
import { type Column, type Row } from './table';

interface Named {
  readonly finding: VocabularyFinding;
  readonly code: Code | undefined;
}

/** No finding has a longer name; a longer cell need not be looked at. */
const LONGEST_NAME = 120;

/** The finding of a row: by code, by id, or by its name in either language. */
function namedBy({ cells }: Row, vocabulary: Terminology): Named | Code | undefined {
  const { finding: name, system, code: given } = cells;
  const code = name === undefined ? codeOfName(system ?? '', given ?? '') : codeOfLooks(name);
  if (code !== undefined) {
    const finding = findingOf(code, vocabulary);
    return finding === undefined ? code : { finding, code };
  }
  if (name === undefined || name.length > LONGEST_NAME) return undefined;
  const finding = findingOfLab({ name, value: 0 }, vocabulary);
  return finding && { finding, code };
}

const COMPARED = /^(<=|>=|<|>|≤|≥)?\s*([+-]?\d+(?:\.\d+)?(?:[eE][+-]?\d{1,2})?)$/;
const COMPARATORS = { '<': '<', '<=': '<=', '≤': '<=', '>': '>', '>=': '>=', '≥': '>=' } as const;

/** A number, a number with a comparator, or a titre such as `1:160`. */
function valueOfCell(cell: string): LabValue | undefined {
  if (/^1:\d{1,7}$/.test(cell)) return { titre: cell };
  const [, sign, digits] = COMPARED.exec(cell) ?? [];
  if (digits === undefined) return undefined;
  const number = Number(digits);
  const comparator = COMPARATORS[sign as keyof typeof COMPARATORS];
  return sign === undefined ? number : { comparator, number };
}

type Said = Pick<FindingInput, 'presence' | 'certainty' | 'assertion'>;

/** What a row says beside its value, or the column that is wrong. */
function saidOf({ cells }: Row): Said | Column {
  const { presence, certainty, assertion } = cells;
  const read = {
    presence: Presence.optional().safeParse(presence?.toLowerCase()),
    assertion: Assertion.optional().safeParse(assertion?.toLowerCase()),
  };
  if (!read.presence.success) return 'presence';
  if (!read.assertion.success) return 'assertion';
  const sure = certainty === undefined ? undefined : Number(certainty);
  if (sure !== undefined && !Number.isFinite(sure)) return 'certainty';
  return {
    ...(read.presence.data === undefined ? {} : { presence: read.presence.data }),
    ...(read.assertion.data === undefined ? {} : { assertion: read.assertion.data }),
    ...(sure === undefined ? {} : { certainty: sure }),
  };
}

/** A row that names a finding: present or absent, in a state, or of a value with its unit. */
export function readFindingRow(row: Row, gathering: Gathering, vocabulary: Terminology): void {
  const reject = (
    column: Column,
    ...why: Parameters<Gathering['reject']> extends [unknown, ...infer Rest] ? Rest : never
  ) => {
    gathering.reject({ ...row, pointer: below(row.pointer, column) }, ...why);
  };
  const { state, value, unit } = row.cells;
  const nameColumn: Column = row.cells.finding === undefined ? 'code' : 'finding';
  const named = namedBy(row, vocabulary);
  if (named === undefined) {
    reject(nameColumn, row.cells[nameColumn] === undefined ? 'no-code' : 'unknown-finding');
    return;
  }
  if (!('finding' in named)) {
    reject(nameColumn, 'unknown-code', { coding: written(named) });
    return;
  }
  const said = saidOf(row);
  if (typeof said === 'string') {
    reject(said, 'malformed');
    return;
  }
  const { id: findingId } = named.finding;
  const place: Place = { pointer: row.pointer, valuePointer: below(row.pointer, 'value'), line: row.line };
  const amount = value === undefined ? undefined : valueOfCell(value);
  if (value !== undefined && amount === undefined) reject('value', 'malformed');
  else if (state !== undefined && value !== undefined)
    reject('state', 'contradiction', { kept: below(row.pointer, 'value') });
  else if (state !== undefined)
    gathering.finding(
      { ...place, valuePointer: below(row.pointer, 'state') },
      { findingId, ...said, value: { code: state } },
    );
  else if (amount === undefined) gathering.finding(place, { ...(named.code ?? { findingId }), ...said });
  else if (Object.keys(said).length === 0) sayAmount(named, { value: amount, unit }, place, gathering);
  else if (typeof amount !== 'number' || unit === undefined) reject('unit', 'unit-missing', { findingId });
  else gathering.finding(place, { findingId, ...said, value: { number: amount, unit } });
}
