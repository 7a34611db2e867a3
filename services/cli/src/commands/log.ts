import { type ExportVerdict, verifyExport } from '@openrounds/transparency-log';
import { readJson } from '../io/read-json';
import { EXIT } from '../surroundings';
import { type AddCommand } from './command';

/** `log verify FILE`: recomputes an exported explanation log from its records. */
export const addLog: AddCommand = (program, { out }, exitWith) => {
  program
    .command('log')
    .description('the explanation log')
    .command('verify')
    .description('recompute every leaf and the root of an exported log and check the signature over it')
    .argument('<file>', 'export (JSON): entries, checkpoint, public key')
    .option('--key <key>', "the log's verifier key, learnt some other way: name+id+base64")
    .action((file: string, { key }: { key?: string }) => {
      const verdict = verifyExport(readJson(file), key);
      for (const line of verdictLines(verdict, key !== undefined)) out.write(`${line}\n`);
      exitWith(verdict.ok ? EXIT.ok : EXIT.checkFailed);
    });
};

export function verdictLines(verdict: ExportVerdict, keyGiven: boolean): string[] {
  const problems = verdict.problems.map(({ index, code, detail }) =>
    index === undefined ? `${code}: ${detail}` : `entry ${String(index)}: ${code}: ${detail}`,
  );
  const { size, erased, rootHash, ok } = verdict;
  const counted = `${String(size)} entries${erased === 0 ? '' : `, ${String(erased)} of them erased`}`;
  const whose = keyGiven
    ? 'signed by the key given'
    : 'signed by the key in the file itself: give --key to learn whose log it is';
  return [...problems, `${counted}; root ${rootHash}`, ok ? `verified; ${whose}` : 'NOT verified'];
}
