import { EventEmitter } from 'node:events';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { type DocumentMediaType } from '@openrounds/contracts';
import { pdfOf } from '@openrounds/testing';
import { type FileAnswer, type GivenFile } from './reading.worker';
import { ThreadedReader, type ReadingThread } from './threaded-reader';

const ROOT = join(__dirname, '../../../..');
const MARKDOWN = 'text/markdown';
const FILE = Buffer.from('# Asthma\n\nGive oxygen.');
const DOCUMENT = { title: 'Asthma', language: 'en' as const, pages: undefined, passages: [] };

/** A thread that a test works by hand. */
class HandThread extends EventEmitter implements ReadingThread {
  ended = false;

  answer(told: FileAnswer): void {
    this.emit('message', told);
  }
  terminate(): Promise<void> {
    this.ended = true;
    return Promise.resolve();
  }
}

class HandReader extends ThreadedReader {
  readonly threads: HandThread[] = [];
  resident = 0;
  protected override residentBytes = (): number => this.resident;
  protected override startThread = (): ReadingThread => {
    const thread = new HandThread();
    this.threads.push(thread);
    return thread;
  };
}

describe('ThreadedReader', () => {
  let reader: HandReader;

  beforeEach(() => {
    jest.useFakeTimers();
    reader = new HandReader();
  });
  afterEach(() => {
    expect(jest.getTimerCount()).toBe(0);
    expect(reader.threads.every(({ ended }) => ended)).toBe(true);
    jest.useRealTimers();
  });

  const refused = (pointer: string, code: string, error: string) => ({
    code: error,
    errors: [{ pointer, code }],
  });
  const started = async (): Promise<HandThread> => {
    await jest.advanceTimersByTimeAsync(1);
    const thread = reader.threads.at(-1);
    if (thread === undefined) throw new Error('no thread was started');
    return thread;
  };

  it('reads one file after the other, each in a thread of its own', async () => {
    const [first, second] = ['a', 'b'].map((tenant) => reader.read(tenant, FILE, MARKDOWN));
    (await started()).answer({ document: DOCUMENT });
    expect(await first).toEqual(DOCUMENT);
    (await started()).answer({ document: DOCUMENT });
    expect(await second).toEqual(DOCUMENT);
    expect(reader.threads).toHaveLength(2);
  });

  it('says by the field why a file is not taken', async () => {
    const type = expect(reader.read('school', FILE, MARKDOWN)).rejects.toMatchObject(
      refused('/mediaType', 'wrong-type', 'unsupported-media-type'),
    );
    (await started()).answer({ reason: 'wrong-type' });
    await type;
    const locked = expect(reader.read('school', FILE, MARKDOWN)).rejects.toMatchObject(
      refused('/content', 'encrypted', 'invalid-request'),
    );
    (await started()).answer({ reason: 'encrypted' });
    await locked;
  });

  it('ends a thread that takes too long', async () => {
    const given = expect(reader.read('school', FILE, MARKDOWN)).rejects.toMatchObject(
      refused('/content', 'too-long-to-read', 'too-large'),
    );
    await jest.advanceTimersByTimeAsync(60_000);
    await given;
  });

  it('ends a thread that needs too much memory, of its heap or beside it', async () => {
    const beside = expect(reader.read('school', FILE, MARKDOWN)).rejects.toMatchObject(
      refused('/content', 'needs-too-much', 'too-large'),
    );
    await started();
    reader.resident = 201 * 1024 * 1024;
    await jest.advanceTimersByTimeAsync(100);
    await beside;
    const heap = expect(reader.read('school', FILE, MARKDOWN)).rejects.toMatchObject({ code: 'too-large' });
    (await started()).emit('error', Object.assign(new Error(), { code: 'ERR_WORKER_OUT_OF_MEMORY' }));
    await heap;
  });

  it('goes on after a thread that broke', async () => {
    const broken = expect(reader.read('school', FILE, MARKDOWN)).rejects.toMatchObject({
      code: 'invalid-request',
    });
    (await started()).emit('exit');
    await broken;
    const next = reader.read('school', FILE, MARKDOWN);
    (await started()).answer({ document: DOCUMENT });
    expect(await next).toEqual(DOCUMENT);
  });

  it('reads one, lets two wait, each of another tenant, and sends the others away', async () => {
    const given = ['a', 'b', 'c'].map((tenant) => reader.read(tenant, FILE, MARKDOWN));
    await expect(reader.read('d', FILE, MARKDOWN)).rejects.toMatchObject({ code: 'overloaded' });
    for (const each of given) {
      (await started()).answer({ document: DOCUMENT });
      await each;
    }
    const own = reader.read('a', FILE, MARKDOWN);
    await expect(reader.read('a', FILE, MARKDOWN)).rejects.toMatchObject({ code: 'overloaded' });
    (await started()).answer({ document: DOCUMENT });
    await own;
  });

  it('ends with the gateway: whoever is served or waits is told', async () => {
    const given = ['a', 'b'].map((tenant) => reader.read(tenant, FILE, MARKDOWN));
    const told = Promise.allSettled(given);
    await started();
    await reader.beforeApplicationShutdown();
    const unavailable = { status: 'rejected', reason: { code: 'dependency-unavailable' } };
    expect(await told).toMatchObject([unavailable, unavailable]);
    expect(reader.threads).toHaveLength(1);
  });
});

/** With the thread that the product starts, compiled here. */
class CompilingReader extends ThreadedReader {
  protected override startThread = (file: GivenFile): ReadingThread =>
    new Worker(join(__dirname, 'reading.worker.ts'), {
      workerData: file,
      execArgv: ['-r', join(ROOT, 'libs/testing/register-typescript.cjs')],
    });
}

describe('the thread that reads a PDF', () => {
  const reader = new CompilingReader();
  const read = (pdf: Buffer, mediaType: DocumentMediaType = 'application/pdf') =>
    reader.read('school', pdf, mediaType);

  it('tells headings from text, and pages', async () => {
    const heading = (text: string) => ({ text, size: 18 });
    const pdf = pdfOf(
      [
        [{ text: 'Sepsis on our wards', size: 24 }, heading('First hour'), { text: 'Take cultures.' }],
        [heading('Later'), { text: 'Look again (and again).' }],
      ],
      { title: 'Our sepsis guideline' },
    );
    expect(await read(pdf)).toEqual({
      title: 'Our sepsis guideline',
      language: 'en',
      pages: 2,
      passages: [
        { section: 'Sepsis on our wards › First hour', page: 1, text: 'Take cultures.' },
        { section: 'Sepsis on our wards › Later', page: 2, text: 'Look again (and again).' },
      ],
    });
  });

  it.each([
    ['is locked', pdfOf([[{ text: 'x' }]], { locked: true }), 'encrypted'],
    ['holds no text', pdfOf([[]]), 'no-text'],
    ['is broken off', Buffer.from('%PDF-1.4\n1 0 obj'), 'damaged'],
    ['has 2,001 pages', pdfOf(Array.from({ length: 2_001 }, () => [])), 'too-many-pages'],
  ])('refuses one that %s', async (_what, pdf, code) => {
    await expect(read(pdf)).rejects.toMatchObject({ errors: [{ pointer: '/content', code }] });
  });
});
