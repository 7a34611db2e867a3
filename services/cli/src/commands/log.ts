import { type ExportVerdict, verifyExport } from '@openrounds/transparency-log';
import { readJson } from '../io/read-json';
import { acceptHead } from '../log/accept-head';
import { EXIT } from '../surroundings';
import { type AddCommand } from './command';

/** `log verify|accept-head`: for those who check the explanation log, and those who run it. */
export const addLog: AddCommand = (program, surroundings, exitWith) => {
  const log = program.command('log').description('the explanation log');
  addVerify(log, surroundings, exitWith);
  addAcceptHead(log, surroundings, exitWith);
};

/** `log verify FILE`: recomputes an exported explanation log from its records. */
const addVerify: AddCommand = (log, { out }, exitWith) => {
  log
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

/** `log accept-head FILE SIZE ROOT`: an operator's word on which head is true. */
const addAcceptHead: AddCommand = (log, { out }) => {
  log
    .command('accept-head')
    .description(
      'say which head of the log is true, when its service refuses to go on: docs/operations.md says when and how',
    )
    .argument('<file>', 'where the service remembers its head: LOG_HEAD_FILE')
    .argument('<size>', 'entries of the head', Number)
    .argument('<root>', 'root hash of the head, in hexadecimal')
    .option('--origin <name>', "the log's name (LOG_ORIGIN), where the file cannot be read any more")
    .action(async (file: string, size: number, rootHash: string, { origin }: { origin?: string }) => {
      const before = await acceptHead(file, { size, rootHash, origin });
      if (before !== undefined)
        out.write(`before: ${String(before.size)} entries, root ${before.rootHash}\n`);
      out.write(`now: ${String(size)} entries, root ${rootHash}\n`);
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
