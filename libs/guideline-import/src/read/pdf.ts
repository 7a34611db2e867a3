import { dirname, join } from 'node:path';
import { UnreadableDocument, type Blocks } from '../document';
import { layOut, type Line } from './pdf-layout';

/** The longest guidelines have some hundreds. */
const MOST_PAGES = 2_000;

/**
 * Headings and paragraphs of a PDF, by its text alone: pictures of pages hold none. Scripts in it are not run.
 *
 * @throws UnreadableDocument `encrypted`, `damaged`, `too-many-pages`
 */
export async function readPdf(bytes: Uint8Array): Promise<Blocks> {
  // An ES module: it is loaded when the first PDF comes.
  const { getDocument, VerbosityLevel } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const files = dirname(require.resolve('pdfjs-dist/package.json'));
  const task = getDocument({
    data: new Uint8Array(bytes),
    // Tables by which Chinese fonts are read.
    cMapUrl: join(files, 'cmaps/'),
    cMapPacked: true,
    standardFontDataUrl: join(files, 'standard_fonts/'),
    disableFontFace: true,
    useSystemFonts: false,
    isEvalSupported: false,
    verbosity: VerbosityLevel.ERRORS,
  });
  try {
    const document = await task.promise;
    if (document.numPages > MOST_PAGES) throw new UnreadableDocument('too-many-pages');
    const pages: Line[][] = [];
    for (let number = 1; number <= document.numPages; number += 1) {
      const page = await document.getPage(number);
      const { items } = await page.getTextContent();
      pages.push(linesOf(items.filter((item) => 'str' in item)));
      page.cleanup();
    }
    return { blocks: layOut(pages), pages: document.numPages, ...(await titleOf(document)) };
  } catch (error) {
    throw reasonOf(error);
  } finally {
    await task.destroy();
  }
}

/** What is used of the pieces that a page is set in. */
interface Piece {
  readonly str: string;
  readonly transform: readonly unknown[];
  readonly height: number;
  readonly fontName: string;
  readonly hasEOL: boolean;
}

function linesOf(pieces: readonly Piece[]): Line[] {
  const lines: Line[] = [];
  let row: Piece[] = [];
  const end = (): void => {
    const text = row
      .map(({ str }) => str)
      .join('')
      .trim();
    const [longest] = [...row].sort((a, b) => b.str.length - a.str.length);
    if (text !== '' && longest !== undefined)
      lines.push({
        text,
        height: Math.max(...row.map(({ height }) => height)),
        y: Number(longest.transform[5]),
        font: longest.fontName,
      });
    row = [];
  };
  for (const piece of pieces) {
    row.push(piece);
    if (piece.hasEOL) end();
  }
  end();
  return lines;
}

/** Programs write names of files and of themselves there as well: what looks like one is none. */
const NO_TITLE = /\.\w{2,5}$|^microsoft word|^untitled|^\s*$|^[\w-]+$/i;

async function titleOf(document: { getMetadata(): Promise<{ info: object }> }): Promise<{ title?: string }> {
  const { info } = await document.getMetadata();
  const title: unknown = 'Title' in info ? info.Title : undefined;
  return typeof title === 'string' && !NO_TITLE.test(title) ? { title } : {};
}

function reasonOf(error: unknown): UnreadableDocument {
  if (error instanceof UnreadableDocument) return error;
  const isLocked = error instanceof Error && error.name === 'PasswordException';
  return new UnreadableDocument(isLocked ? 'encrypted' : 'damaged');
}
