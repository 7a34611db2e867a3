import { type Checkpoint, checkpointText, parseCheckpoint } from './checkpoint-text';
import { type NoteSigner, noteVerifier } from './note-key';
import { signNote, verifyNote } from './signed-note';

/** A checkpoint as a signed note, ready to be published. */
export function signCheckpoint(checkpoint: Checkpoint, signer: NoteSigner): string {
  return signNote(checkpointText(checkpoint), [signer]);
}

/**
 * The checkpoint of a note, if the holder of `verifierKey` signed it.
 *
 * @throws LogFormatError with the code of what is wrong: key, note, signature or checkpoint.
 */
export function verifyCheckpoint(note: string, verifierKey: string): Checkpoint {
  return parseCheckpoint(verifyNote(note, noteVerifier(verifierKey)));
}
