import {
  type Checkpoint,
  EMPTY_ROOT,
  isConsistent,
  LogFormatError,
  noteVerifier,
  parseNote,
  verifyCheckpoint,
} from '@openrounds/transparency-log';
import { UnusableArgument } from '../../surroundings';
import { type LogApi } from '../log-api';
import { type SeenHead, type WitnessFolder } from './witness-folder';

/** What came of witnessing a log: it was signed, or it is not the log that it was. */
export type Witnessed =
  | { readonly head: Checkpoint; readonly since: number }
  | { readonly refused: string; readonly notes: readonly string[] };

/**
 * Signs the head of somebody else's log, once it is shown to have grown out of the one that was signed last, and brings them the
 * signature. The head is remembered before it is signed: never two roots of one size.
 *
 * @param logKey - the log's verifier key, learnt some other way
 * @throws UnusableArgument where the log that answers is not the one of the key
 */
export async function witnessLog(
  api: Pick<LogApi, 'checkpoint' | 'consistency' | 'cosign'>,
  folder: WitnessFolder,
  logKey: string,
  now: () => Date,
): Promise<Witnessed> {
  const { note } = await api.checkpoint();
  const head = headOf(note, logKey);
  const last = await folder.last(head.origin);
  const before = last?.head ?? { size: 0, rootHash: EMPTY_ROOT };
  if (head.size < before.size) return refusal('it had more entries before', note, last);
  const proof = before.size === head.size ? [] : (await api.consistency(before.size, head.size)).path;
  if (!isConsistent(before, head, proof)) return refusal('it did not grow out of what it was', note, last);
  if (last === undefined || head.size > before.size) await folder.goOn(head.origin, last?.place ?? 0, note);
  await api.cosign(head.size, folder.witness.cosign(parseNote(note).text, now()).trimEnd());
  return { head, since: before.size };
}

function headOf(note: string, logKey: string): Checkpoint {
  try {
    const head = verifyCheckpoint(note, logKey);
    if (head.origin === noteVerifier(logKey).name) return head;
  } catch (error) {
    if (!(error instanceof LogFormatError)) throw error;
    throw new UnusableArgument(`the log that answers is not the one of the key: ${error.message}`);
  }
  throw new UnusableArgument('the log that answers has another name than the key');
}

const refusal = (refused: string, note: string, last: SeenHead | undefined): Witnessed => ({
  refused,
  notes: [last?.note ?? [], note].flat(),
});
