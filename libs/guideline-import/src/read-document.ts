import { UnreadableDocument, type Blocks, type DocumentMediaType, type DocumentPassage } from './document';
import { cleanText } from './clean-text';
import { readDocx } from './read/docx';
import { readHtml } from './read/html';
import { readMarkdown } from './read/markdown';
import { readPdf } from './read/pdf';
import { textOf } from './read/text-of';
import { languageOf } from './split/language';
import { splitBlocks } from './split/split-blocks';

/** A book of 1,500 pages; more is no guideline, and would be no use in a search. */
const MOST_PASSAGES = 5_000;

/** A document as it was read. */
export interface ReadDocument {
  /** What it says that its title is; undefined where it does not. */
  readonly title: string | undefined;
  /** Chinese or not: what the passages are searched as. */
  readonly language: 'en' | 'zh';
  readonly pages: number | undefined;
  readonly passages: readonly DocumentPassage[];
}

/**
 * Reads a file and splits it into passages. Runs nothing that stands in it and fetches nothing; but a hostile file may take
 * long and need much memory, so it belongs into a thread with limits.
 *
 * @throws UnreadableDocument
 */
export async function readDocument(bytes: Uint8Array, mediaType: DocumentMediaType): Promise<ReadDocument> {
  const head = String.fromCharCode(...bytes.subarray(0, PDF_WITHIN));
  if (!BEGINS[mediaType](head)) throw new UnreadableDocument('wrong-type');
  const { blocks, title, pages } = await READERS[mediaType](bytes);
  const passages = splitBlocks(blocks);
  if (passages.length === 0) throw new UnreadableDocument('no-text');
  if (passages.length > MOST_PASSAGES) throw new UnreadableDocument('too-long');
  const highest = blocks.find(({ level }) => level === 1)?.text;
  const told = cleanText(title ?? highest ?? '')
    .slice(0, LONGEST_TITLE)
    .toWellFormed();
  return {
    title: told === '' ? undefined : told,
    language: languageOf(passages.map(({ text }) => text).join('\n')),
    pages,
    passages,
  };
}

const LONGEST_TITLE = 300;

const READERS: Readonly<Record<DocumentMediaType, (bytes: Uint8Array) => Blocks | Promise<Blocks>>> = {
  'application/pdf': readPdf,
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': readDocx,
  'text/html': (bytes) => readHtml(textOf(bytes)),
  'text/markdown': (bytes) => readMarkdown(textOf(bytes)),
};

/** A PDF may have a little in front of its first line (ISO 32000-1, Annex H, implementation note 13). */
const PDF_WITHIN = 1024;
const isArchive = (head: string): boolean => head.startsWith('PK\u0003\u0004');
const isText = (head: string): boolean => !isArchive(head) && !head.startsWith('%PDF-');

/** By what a file begins with: its name and what its sender says of it prove nothing. */
const BEGINS: Readonly<Record<DocumentMediaType, (head: string) => boolean>> = {
  'application/pdf': (head) => head.includes('%PDF-'),
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': isArchive,
  'text/html': isText,
  'text/markdown': isText,
};
