import {
  NODE_PRIMITIVES,
  verifyRecordFile,
  type WitnessVerifier,
  witnessVerifier,
} from '@openrounds/transparency-log';
import { reasonOf } from '../io/read-json';
import { readKey } from '../io/read-key';
import { Progress } from '../io/progress';
import { acceptHead } from '../log/accept-head';
import { exportLog } from '../log/export-log';
import { LogApi } from '../log/log-api';
import { recordBytes } from '../log/record-bytes';
import { isProved, recordLines, verdictLines, witnessedLines } from '../log/verdict-lines';
import { leavesOf, wrongEntries, wrongTiles } from '../log/served-log';
import { verifyLog } from '../log/verify-log';
import { WitnessFolder } from '../log/witness/witness-folder';
import { witnessLog } from '../log/witness/witness-log';
import { onServer, requireAddress, type ServerOptions } from '../server/server-options';
import { EXIT, UnusableArgument } from '../surroundings';
import { type AddCommand } from './command';

/** `log …`: for those who check the explanation log, those who witness it, and those who run it. */
export const addLog: AddCommand = (program, surroundings, exitWith) => {
  const log = program.command('log').description('the explanation log');
  addExport(log, surroundings, exitWith);
  addVerify(log, surroundings, exitWith);
  addAcceptHead(log, surroundings, exitWith);
  addMakeWitness(log, surroundings, exitWith);
  addWitness(log, surroundings, exitWith);
};

interface ExportOptions extends ServerOptions {
  readonly output: string;
  readonly witnessed?: true;
}

/** `log export`: what `log verify` takes, out of a running product. */
const addExport: AddCommand = (log, { out, err }, exitWith) => {
  const command = log
    .command('export')
    .description(
      'write the log of a running product into a file: the leaf of every entry, the records of the tenant whose key it is, and the signed checkpoint over them',
    )
    .requiredOption('--output <file>', 'where to write it (JSON lines)')
    .option('--witnessed', 'as far as the newest head that a witness signed');
  onServer(command, 'a teacher, author or admin').action(
    async ({ output, witnessed, server, keyFile }: ExportOptions) => {
      requireAddress(server);
      const progress = new Progress(err, 'entries');
      const api = new LogApi(server, await readKey(keyFile));
      const verdict = await exportLog(api, { output, witnessed }, () => {
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
    .option('--witness <keys...>', 'verifier keys of witnesses, each of whom is to have signed the head')
    .option(
      '--server <url>',
      'hold entries, signed roots and tiles of this running product against the file as well',
    )
    .option('--key-file <file>', 'with --server: file with an API key of any role', '.openrounds/api-key')
    .action(async (file: string, { key, witness = [], server, keyFile }: VerifyOptions) => {
      const witnesses = witness.map(witnessOf);
      const { ok, lines } = await verified(file, key, witnesses);
      for (const line of lines) out.write(`${line}\n`);
      const wrong = ok && server !== undefined ? await servedWrongly(file, server, keyFile) : [];
      for (const what of wrong) out.write(`NOT what the entries make: ${what} of ${String(server)}\n`);
      exitWith(ok && wrong.length === 0 ? EXIT.ok : EXIT.checkFailed);
    });
};

interface VerifyOptions {
  readonly key?: string;
  readonly witness?: string[];
  readonly server?: string;
  readonly keyFile: string;
}

async function servedWrongly(file: string, server: string, keyFile: string): Promise<string[]> {
  requireAddress(server);
  const api = new LogApi(server, await readKey(keyFile));
  const leaves = await leavesOf(file);
  return [
    ...(await wrongEntries(leaves, api.pages())),
    ...(await wrongTiles(leaves, (path) => api.tile(path))),
  ];
}

async function verified(path: string, key: string | undefined, witnesses: readonly WitnessVerifier[]) {
  const isKnown = key !== undefined;
  const bytes = await recordBytes(path);
  if (bytes === undefined) {
    const verdict = await verifyLog(path, key, witnesses);
    return { ok: isProved(verdict, witnesses), lines: verdictLines(verdict, isKnown, witnesses) };
  }
  if (witnesses.length > 0)
    throw new UnusableArgument(
      'witnesses sign heads of the log, not record files: take what `log export` wrote',
    );
  const verdict = verifyRecordFile(bytes, NODE_PRIMITIVES, key);
  return { ok: verdict.ok, lines: recordLines(verdict, isKnown) };
}

function witnessOf(key: string): WitnessVerifier {
  try {
    return witnessVerifier(key);
  } catch (error) {
    throw new UnusableArgument(`${key} is no key of a witness: ${reasonOf(error)}`);
  }
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

/** `log make-witness FOLDER NAME`: a key to sign other people's logs with. */
const addMakeWitness: AddCommand = (log, { out }) => {
  log
    .command('make-witness')
    .description(
      'make a key to sign the heads of other logs with, and print what those who run them are given',
    )
    .argument('<folder>', 'where to keep the key, and what was signed with it')
    .argument('<name>', 'of the witness: a URL without scheme that is yours')
    .action(async (folder: string, name: string) => {
      const { witness } = await WitnessFolder.make(folder, name);
      out.write(`${witness.verifierKey}\n`);
    });
};

interface WitnessOptions {
  readonly folder: string;
  readonly key: string;
  readonly keyFile: string;
}

/** `log witness URL`: signs the head of somebody else's log. */
const addWitness: AddCommand = (log, { out }, exitWith) => {
  log
    .command('witness')
    .description(
      'sign the head of the log of another installation, if it grew out of the one that was signed last, and bring it there',
    )
    .argument('<url>', 'address of that installation')
    .requiredOption('--folder <folder>', 'what `log make-witness` made')
    .requiredOption('--key <key>', "that log's verifier key, learnt some other way: name+id+base64")
    .requiredOption('--key-file <file>', 'file with an API key of that installation, of any role')
    .action(async (url: string, { folder, key, keyFile }: WitnessOptions) => {
      requireAddress(url);
      const api = new LogApi(url, await readKey(keyFile));
      const came = await witnessLog(api, await WitnessFolder.open(folder), key, () => new Date());
      for (const line of witnessedLines(came)) out.write(`${line}\n`);
      exitWith('refused' in came ? EXIT.checkFailed : EXIT.ok);
    });
};
