import { type ExportVerdict, type RecordVerdict, type WitnessVerifier } from '@openrounds/transparency-log';
import { type Witnessed } from './witness/witness-log';

/** What was found of an exported log, for the terminal. */
export function verdictLines(
  verdict: ExportVerdict,
  keyGiven: boolean,
  witnesses: readonly Pick<WitnessVerifier, 'name'>[] = [],
): string[] {
  const problems = verdict.problems.map(({ index, code, detail }) =>
    index === undefined ? `${code}: ${detail}` : `entry ${String(index)}: ${code}: ${detail}`,
  );
  const { size, erased, rootHash } = verdict;
  const bare = erased === 0 ? '' : `, ${String(erased)} of them without their record`;
  const counted = `${String(size)} entries${bare}`;
  return [
    ...problems,
    `${counted}; root ${rootHash}`,
    ...witnessLines(verdict, witnesses),
    lastLine(isProved(verdict, witnesses), keyGiven),
  ];
}

/** Whether an export holds, and each of these witnesses signed it. */
export const isProved = (
  verdict: Pick<ExportVerdict, 'ok' | 'cosigned'>,
  witnesses: readonly Pick<WitnessVerifier, 'name'>[],
): boolean => verdict.ok && silentAmong(witnesses, verdict).length === 0;

const silentAmong = (
  witnesses: readonly Pick<WitnessVerifier, 'name'>[],
  { cosigned }: Pick<ExportVerdict, 'cosigned'>,
) => witnesses.filter(({ name }) => cosigned.every((each) => each.name !== name));

function witnessLines(verdict: ExportVerdict, witnesses: readonly Pick<WitnessVerifier, 'name'>[]): string[] {
  const { cosigned, uncheckedSignatures } = verdict;
  const signed = cosigned.map(({ name, at }) => `witnessed by ${name} at ${at.toISOString()}`);
  const silent = silentAmong(witnesses, verdict).map(({ name }) => `not witnessed by ${name}`);
  const others = `${String(uncheckedSignatures)} more signatures were not checked: give --witness`;
  return [...signed, ...silent, ...(uncheckedSignatures === 0 ? [] : [others])];
}

/** What came of witnessing a log; both notes where it is refused, for they are the proof. */
export function witnessedLines(came: Witnessed): string[] {
  if ('refused' in came) return [`NOT signed: ${came.refused}. Keep these:`, ...came.notes];
  const { head, since } = came;
  return [
    `signed: ${head.origin}, ${String(head.size)} entries (${String(since)} before), root ${head.rootHash}`,
  ];
}

/** What was found of a record file. */
export function recordLines({ file, checkpoint, problems, ok }: RecordVerdict, keyGiven: boolean): string[] {
  const said = problems.map(({ check, code, detail }) => `${check}: ${code}: ${detail}`);
  const place =
    file === undefined || checkpoint === undefined
      ? []
      : [
          `entry ${String(file.index)} of ${String(checkpoint.size)} in the log ${checkpoint.origin}; leaf ${file.leafHash}`,
        ];
  return [...said, ...place, lastLine(ok, keyGiven)];
}

function lastLine(ok: boolean, keyGiven: boolean): string {
  const whose = keyGiven
    ? 'signed by the key given'
    : 'signed by the key in the file itself: give --key to learn whose log it is';
  return ok ? `verified; ${whose}` : 'NOT verified';
}
