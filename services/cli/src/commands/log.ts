import { NODE_PRIMITIVES, verifyRecordFile } from '@openrounds/transparency-log';
import { readKey } from '../io/read-key';
import { Progress } from '../io/progress';
import { acceptHead } from '../log/accept-head';
import { exportLog } from '../log/export-log';
import { LogApi } from '../log/log-api';
import { recordBytes } from '../log/record-bytes';
import { recordLines, verdictLines } from '../log/verdict-lines';
import { verifyLog } from '../log/verify-log';
import { onServer, requireAddress, type ServerOptions } from '../server/server-options';
import { EXIT } from '../surroundings';
import { type AddCommand } from './command';

/** `log export|verify|accept-head`: for those who check the explanation log, and those who run it. */
export const addLog: AddCommand = (program, surroundings, exitWith) => {
  const log = program.command('log').description('the explanation log');
  addExport(log, surroundings, exitWith);
  addVerify(log, surroundings, exitWith);
  addAcceptHead(log, surroundings, exitWith);
};

interface ExportOptions extends ServerOptions {
  readonly output: string;
}

/** `log export`: what `log verify` takes, out of a running product. */
const addExport: AddCommand = (log, { out, err }, exitWith) => {
  const command = log
    .command('export')
    .description(
      'write the log of a running product into a file: the leaf of every entry, the records of the tenant whose key it is, and the signed checkpoint over them',
    )
    .requiredOption('--output <file>', 'where to write it (JSON lines)');
  onServer(command, 'a teacher, author or admin').action(
    async ({ output, server, keyFile }: ExportOptions) => {
      requireAddress(server);
      const progress = new Progress(err, 'entries');
      const verdict = await exportLog(new LogApi(server, await readKey(keyFile)), output, () => {
        progress.count(false);
      });
      progress.finish();
      for (const line of verdictLines(verdict, false)) out.write(`${line}\n`);
      exitWith(verdict.ok ? EXIT.ok : EXIT.checkFailed);
    },
  );
};

/** `log verify FILE`: recomputes an exported explanation log from its records, or the proof of a single record. */
const addVerify: AddCommand = (log, { out }, exitWith) => {
  log
    .command('verify')
    .description(
      'recompute every leaf and the root of an exported log, or the proof in a record file, and check the signature over it',
    )
    .argument(
      '<file>',
      'what `log export` wrote, a record file (`as=record`), or JSON with entries, checkpoint and public key',
    )
    .option('--key <key>', "the log's verifier key, learnt some other way: name+id+base64")
    .action(async (file: string, { key }: { key?: string }) => {
      const { ok, lines } = await verified(file, key);
      for (const line of lines) out.write(`${line}\n`);
      exitWith(ok ? EXIT.ok : EXIT.checkFailed);
    });
};

async function verified(path: string, key: string | undefined) {
  const isKnown = key !== undefined;
  const bytes = await recordBytes(path);
  if (bytes === undefined) {
    const verdict = await verifyLog(path, key);
    return { ok: verdict.ok, lines: verdictLines(verdict, isKnown) };
  }
  const verdict = verifyRecordFile(bytes, NODE_PRIMITIVES, key);
  return { ok: verdict.ok, lines: recordLines(verdict, isKnown) };
}

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
