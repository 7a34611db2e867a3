import { unzipSync, zipSync, type Unzipped } from 'fflate';
import { convertToHtml, images } from 'mammoth';
import { UnreadableDocument, type Blocks } from '../document';
import { readHtml } from './html';

/** What holds text unpacks to a few megabytes. */
const LARGEST_UNPACKED = 64 * 1024 * 1024;
const MOST_PARTS = 5_000;

const TEXT = /\.(?:xml|rels)$/i;
/** The title of a document is its highest heading. */
const STYLES = ["p[style-name='Title'] => h1:fresh", "p[style-name='Subtitle'] => p:fresh"];

/**
 * Headings and paragraphs of a Word document (OOXML).
 *
 * @throws UnreadableDocument `wrong-type`, `damaged`, `unpacks-too-large`
 */
export async function readDocx(bytes: Uint8Array): Promise<Blocks> {
  const parts = textParts(bytes);
  if (!('word/document.xml' in parts)) throw new UnreadableDocument('wrong-type');
  const noPicture = images.imgElement(() => Promise.resolve({ src: '' }));
  const options = { styleMap: STYLES, convertImage: noPicture, includeEmbeddedStyleMap: false };
  try {
    // Packed anew without compression: the library that reads it unpacks without a limit, so it gets nothing that could grow.
    const { value } = await convertToHtml({ buffer: Buffer.from(zipSync(parts, { level: 0 })) }, options);
    return readHtml(value);
  } catch (error) {
    throw error instanceof UnreadableDocument ? error : new UnreadableDocument('damaged');
  }
}

/** The parts of the archive that hold text, each unpacked into the room that it declares. Pictures stay packed. */
function textParts(bytes: Uint8Array): Unzipped {
  let parts = 0;
  let unpacked = 0;
  try {
    return unzipSync(bytes, {
      filter: ({ name, size, originalSize, compression }) => {
        if (!TEXT.test(name)) return false;
        parts += 1;
        // What is stored without compression is taken in its packed size, whatever size it declares.
        unpacked += compression === 0 ? size : originalSize;
        if (parts > MOST_PARTS || unpacked > LARGEST_UNPACKED)
          throw new UnreadableDocument('unpacks-too-large');
        return true;
      },
    });
  } catch (error) {
    throw error instanceof UnreadableDocument ? error : new UnreadableDocument('damaged');
  }
}
