import { parentPort, workerData } from 'node:worker_threads';
import {
  readDocument,
  UnreadableDocument,
  type DocumentMediaType,
  type ReadDocument,
  type Unreadable,
} from '@openrounds/guideline-import';

/** What this thread is started with. */
export interface GivenFile {
  readonly bytes: Uint8Array;
  readonly mediaType: DocumentMediaType;
}

/** All that it ever says. */
export type FileAnswer = { readonly document: ReadDocument } | { readonly reason: Unreadable };

/** A thread of its own for one file. */
async function answer({ bytes, mediaType }: GivenFile): Promise<FileAnswer> {
  try {
    return { document: await readDocument(bytes, mediaType) };
  } catch (error) {
    return { reason: error instanceof UnreadableDocument ? error.reason : 'damaged' };
  }
}

void answer(workerData as GivenFile).then((told) => {
  parentPort?.postMessage(told);
});
