import { parentPort } from 'node:worker_threads';
import { identifiersIn } from '@openrounds/clinical-language';

/** A thread of its own: lists of texts come in, for each its identifiers go out, in the same order. */
parentPort?.on('message', (texts: readonly string[]) => {
  parentPort?.postMessage(texts.map(identifiersIn));
});
