import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { DomainError, type DocumentMediaType, type ErrorCode } from '@openrounds/contracts';
import { type ReadDocument, type Unreadable } from '@openrounds/guideline-import';
import { type DocumentReader } from '../ports/document-reader';
import { type FileAnswer, type GivenFile } from './reading.worker';

/** So many files may wait for the one that is being read, each of another tenant: it holds its bytes in memory. */
const MOST_WAITING = 2;
const LONGEST_READ_MS = 60_000;
/** What a thread may take: of heap by itself, and of memory of the process in all, which a heap limit does not count. */
const HEAP_MB = 160;
const GROWTH_BYTES = 200 * 1024 * 1024;
const LOOK_EVERY_MS = 100;
const RETRY_AFTER_SECONDS = 10;

/** How a file is refused that was not read to its end. */
type Refusal = Unreadable | 'too-long-to-read' | 'needs-too-much';

const REFUSALS: Readonly<Record<Refusal, readonly [ErrorCode, string, string]>> = {
  'wrong-type': ['unsupported-media-type', '/mediaType', 'the file is not of this type'],
  damaged: ['invalid-request', '/content', 'the file is damaged'],
  encrypted: ['invalid-request', '/content', 'the file is locked by a password'],
  'no-text': ['invalid-request', '/content', 'the file holds no text: pictures of text are not read'],
  'not-utf8': ['invalid-request', '/content', 'the text is not in UTF-8'],
  'too-long': ['too-large', '/content', 'the document is too long'],
  'too-many-pages': ['too-large', '/content', 'the document has too many pages'],
  'unpacks-too-large': ['too-large', '/content', 'the file unpacks to too much'],
  'too-long-to-read': ['too-large', '/content', 'the document takes too long to read'],
  'needs-too-much': ['too-large', '/content', 'the document needs too much memory'],
};

/** What is used of a thread. */
export interface ReadingThread {
  once(event: 'message', listener: (told: FileAnswer) => void): unknown;
  once(event: 'error', listener: (error: Error) => void): unknown;
  once(event: 'exit', listener: () => void): unknown;
  terminate(): Promise<unknown>;
}

/**
 * Reads each file in a thread of its own, which ends with it: nothing that a file does to it reaches the next. One at a time,
 * with a limit of time and memory, and a short queue before it, in which a tenant has one place.
 */
@Injectable()
export class ThreadedReader implements DocumentReader, BeforeApplicationShutdown {
  /** Tenants whose file is read or waits. */
  private readonly tenants = new Set<string>();
  private isStopped = false;
  /** Gives up the file that is being read. */
  private giveUp: (() => void) | undefined;
  private last: Promise<unknown> = Promise.resolve();
  protected startThread: (file: GivenFile) => ReadingThread = (file) =>
    new Worker(join(__dirname, 'reading.worker.js'), {
      workerData: file,
      resourceLimits: { maxOldGenerationSizeMb: HEAP_MB },
    });
  protected residentBytes: () => number = () => process.memoryUsage.rss();

  async read(tenantId: string, bytes: Uint8Array, mediaType: DocumentMediaType): Promise<ReadDocument> {
    if (this.tenants.has(tenantId) || this.tenants.size > MOST_WAITING)
      throw new DomainError('overloaded', 'Too many documents are waiting', [], RETRY_AFTER_SECONDS);
    this.tenants.add(tenantId);
    const turn = this.last.then(() => this.answer({ bytes, mediaType }));
    this.last = turn.finally(() => this.tenants.delete(tenantId)).catch(() => undefined);
    const told = await turn;
    if (typeof told !== 'string') return told;
    const [code, pointer, message] = REFUSALS[told];
    throw new DomainError(code, message, [{ pointer, code: told, message }]);
  }

  /** Whoever is being served, or waits, is told. */
  async beforeApplicationShutdown(): Promise<void> {
    this.isStopped = true;
    this.giveUp?.();
    await this.last;
  }

  private async answer(file: GivenFile): Promise<ReadDocument | Refusal> {
    if (this.isStopped) throw stopped();
    const before = this.residentBytes();
    const thread = this.startThread(file);
    let look: NodeJS.Timeout | undefined;
    let end: NodeJS.Timeout | undefined;
    try {
      return await new Promise<ReadDocument | Refusal>((tell, fail) => {
        this.giveUp = () => {
          fail(stopped());
        };
        thread.once('message', (told) => {
          tell('document' in told ? told.document : told.reason);
        });
        thread.once('error', (error) => {
          tell('code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'needs-too-much' : 'damaged');
        });
        thread.once('exit', () => {
          tell('damaged');
        });
        end = setTimeout(() => {
          tell('too-long-to-read');
        }, LONGEST_READ_MS);
        look = setInterval(() => {
          if (this.residentBytes() - before > GROWTH_BYTES) tell('needs-too-much');
        }, LOOK_EVERY_MS);
      });
    } finally {
      this.giveUp = undefined;
      clearTimeout(end);
      clearInterval(look);
      await thread.terminate();
    }
  }
}

const stopped = (): DomainError =>
  new DomainError('dependency-unavailable', 'The document was not read to its end', [], RETRY_AFTER_SECONDS);
