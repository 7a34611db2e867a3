import { type ExportVerdict, type RecordVerdict } from '@openrounds/transparency-log';

/** What was found of an exported log, for the terminal. */
export function verdictLines(verdict: ExportVerdict, keyGiven: boolean): string[] {
  const problems = verdict.problems.map(({ index, code, detail }) =>
    index === undefined ? `${code}: ${detail}` : `entry ${String(index)}: ${code}: ${detail}`,
  );
  const { size, erased, rootHash, ok } = verdict;
  const bare = erased === 0 ? '' : `, ${String(erased)} of them without their record`;
  const counted = `${String(size)} entries${bare}`;
  return [...problems, `${counted}; root ${rootHash}`, lastLine(ok, keyGiven)];
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
