import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';

/** A way to send a JSON text. */
export interface Sending {
  readonly name: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: (text: string) => Uint8Array<ArrayBuffer> | ReadableStream;
  /** Whether no operation may take what is sent so. */
  readonly isNeverTaken?: true;
}

const bytes = (text: string | Buffer): Uint8Array<ArrayBuffer> => new Uint8Array(Buffer.from(text as string));
const header = (name: string, value: string): Sending => ({
  name: `${name}: ${value.slice(0, 40)}`,
  headers: { [name]: value },
});
const coded = (coding: string, encode: (text: string) => Buffer): Sending => ({
  name: `coded as ${coding}`,
  headers: { 'content-encoding': coding },
  body: (text) => bytes(encode(text)),
  isNeverTaken: true,
});
const changed = (name: string, change: (text: string) => string | Buffer): Sending => ({
  name,
  body: (text) => bytes(change(text)),
  isNeverTaken: true,
});

/** In pieces, with no length announced. */
const inChunks = (text: string): ReadableStream =>
  new ReadableStream({
    start(controller) {
      const all = bytes(text);
      for (let from = 0; from < all.length; from += 65_536)
        controller.enqueue(all.slice(from, from + 65_536));
      controller.close();
    },
  });

/** As it should be sent. */
export const PLAIN: Sending = { name: 'plain' };

const BOMB_BYTES = 64 * 1024 * 1024;

export const SENDINGS: readonly Sending[] = [
  { name: 'in chunks', body: inChunks },
  header('content-encoding', 'identity'),
  coded('gzip', (text) => gzipSync(text)),
  coded('gzip', () => gzipSync(Buffer.alloc(BOMB_BYTES, ' '))),
  coded('deflate', (text) => deflateSync(text)),
  coded('br', (text) => brotliCompressSync(text)),
  coded('no-such-coding', (text) => Buffer.from(text)),
  ...['text/plain', 'application/xml', 'multipart/form-data; boundary=x', 'nonsense', 'text/html'].map(
    (type) => ({
      ...header('content-type', type),
      isNeverTaken: true as const,
    }),
  ),
  header('content-type', 'application/json; charset=utf-16'),
  changed('nothing', () => ''),
  changed('cut short', (text) => text.slice(0, -1)),
  changed('twice', (text) => text + text),
  changed('with a byte that is not UTF-8', (text) => Buffer.concat([Buffer.from(text), Buffer.from([0xff])])),
  changed('in UTF-16', (text) => Buffer.from(text, 'utf16le')),
  ...['', 'ä'.repeat(100), 'x'.repeat(300), 'a b'].map((key) => header('idempotency-key', key)),
  ...['wait=99999999999999999999', 'wait=-1', 'wait=1e3', ',;=,'].map((wish) => header('prefer', wish)),
  ...['*', 'W/"1"', '"9999999999999999"', '"1"; drop', '""'].map((tag) => header('if-match', tag)),
  header('accept-language', 'zh;q=x,'.repeat(500)),
  header('accept', 'image/png'),
  header('cookie', 'openrounds_session=%00; a=%E0%A4%A; =;'),
  header('x-request-id', '../../x y'),
  header('x-forwarded-for', "127.0.0.1, ' or 1=1"),
  header('traceparent', '00-zz-zz-zz'),
  header('last-event-id', '1e999'),
];
