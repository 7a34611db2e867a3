import { unzipSync } from 'fflate';
import { convertToHtml, images } from 'mammoth';
import { UnreadableDocument, type Blocks } from '../document';
import { readHtml } from './html';

/** A document of text unpacks to a few megabytes: pictures are not unpacked here. */
const LARGEST_UNPACKED = 64 * 1024 * 1024;
const MOST_FILES = 5_000;

const TEXT = /\.(?:xml|rels)$/i;
/** The title of a document is its highest heading. */
const STYLES = ["p[style-name='Title'] => h1:fresh", "p[style-name='Subtitle'] => p:fresh"];

/**
 * Headings and paragraphs of a Word document (OOXML).
 *
 * @throws UnreadableDocument `wrong-type`, `damaged`, `unpacks-too-large`
 */
export async function readDocx(bytes: Uint8Array): Promise<Blocks> {
  requireModest(bytes);
  const noPicture = images.imgElement(() => Promise.resolve({ src: '' }));
  const options = { styleMap: STYLES, convertImage: noPicture, includeEmbeddedStyleMap: false };
  try {
    const { value } = await convertToHtml({ buffer: Buffer.from(bytes) }, options);
    return readHtml(value);
  } catch {
    throw new UnreadableDocument('damaged');
  }
}

/**
 * Unpacks the parts of the archive once, each into the room that it declares: an archive that declares too much, or
 * holds more than it declares, never gets to the library that reads it, which asks for neither.
 */
function requireModest(bytes: Uint8Array): void {
  let files = 0;
  let unpacked = 0;
  let isWord = false;
  try {
    unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        files += 1;
        unpacked += originalSize;
        if (files > MOST_FILES || unpacked > LARGEST_UNPACKED)
          throw new UnreadableDocument('unpacks-too-large');
        isWord ||= name === 'word/document.xml';
        return TEXT.test(name);
      },
    });
  } catch (error) {
    throw error instanceof UnreadableDocument ? error : new UnreadableDocument('damaged');
  }
  if (!isWord) throw new UnreadableDocument('wrong-type');
}
