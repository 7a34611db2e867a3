import { type Terminology } from '@openrounds/clinical-language';
import { Gathering } from '../gather/gathering';
import { inDocumentOrder } from '../gather/pointer';
import { settle } from '../gather/settle';
import { type Imported } from '../model/imported';
import { momentOf } from '../time/moment';
import { readFindingRow } from './finding-row';
import { isPatientRow, readPatientRows } from './patient-rows';
import { rowsOf } from './table';

/** A table tells no dates. */
const UNDATED = momentOf(new Date(0));

/**
 * Reads a table of findings: columns `finding` (an id, a code or a name) or `system` and `code`, then `presence`,
 * `value`, `unit`, `state`, `certainty`, `assertion`. Rows named `age`, `sex`, `pregnant` and `setting` tell of the
 * patient. Lines that begin with `#` are comments.
 *
 * @param text the table, with or without a byte order mark; comma, semicolon or tab between cells
 * @throws NotImportable where the table cannot be split into rows or names no findings
 */
export function fromCsv(text: string, vocabulary: Terminology): Imported {
  const gathering = new Gathering();
  const rows = rowsOf(text, gathering);
  const { setting, ...patient } = readPatientRows(rows, gathering);
  for (const row of rows.filter((each) => !isPatientRow(each))) readFindingRow(row, gathering, vocabulary);
  const settled = settle(gathering, patient, { day: UNDATED, today: UNDATED }, vocabulary);
  return {
    case: { ...settled, ...(setting === undefined ? {} : { setting }) },
    rejected: gathering.rejected.toSorted((a, b) => inDocumentOrder(a.pointer, b.pointer)),
    withheld: gathering.withheld,
  };
}
