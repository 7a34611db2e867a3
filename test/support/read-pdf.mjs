/** A PDF on the standard input, as it is read: how many pages, and the text of the first; as JSON. */
import { buffer } from 'node:stream/consumers';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

const task = getDocument({
  data: new Uint8Array(await buffer(process.stdin)),
  disableFontFace: true,
  verbosity: 0,
});
const document = await task.promise;
const { items } = await (await document.getPage(1)).getTextContent();
const text = items.map(({ str }) => str).join('');
process.stdout.write(JSON.stringify({ pages: document.numPages, text }));
await task.destroy();
