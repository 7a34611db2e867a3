import { Parser } from 'htmlparser2';
import { cleanText } from '../clean-text';
import { UnreadableDocument, type Block, type Blocks } from '../document';

/** What is in these is no text of the document. */
const SKIPPED = new Set(
  'script style noscript template svg iframe object embed nav button select textarea audio video canvas'.split(
    ' ',
  ),
);
/** What begins and ends a paragraph. */
const BREAKS = new Set(
  (
    'address article aside blockquote body br caption dd details div dl dt fieldset figcaption figure footer form ' +
    'h1 h2 h3 h4 h5 h6 header hr html legend li main ol p pre section summary table tbody tfoot thead tr ul'
  ).split(' '),
);
const CELLS = new Set(['td', 'th']);
/** People nest some dozens of elements; the time that a parser needs grows with the square. */
const DEEPEST = 1_000;
const HEADING = /^h([1-6])$/;

/**
 * Headings and paragraphs of HTML. Nothing in it is run or fetched; a row of a table is one paragraph.
 *
 * @throws UnreadableDocument `damaged` where elements are nested without end
 */
export function readHtml(html: string): Blocks {
  const blocks: Block[] = [];
  let title = '';
  let inTitle = false;
  let depth = 0;
  let skipped = 0;
  let level: number | undefined;
  let text: string[] = [];
  let hasText = false;
  /** Of an item of a list: before the first words that it holds, however deep they stand. */
  let bullet = '';
  const flush = (): void => {
    const whole = cleanText(text.join(''));
    text = [];
    hasText = false;
    if (whole === '') return;
    blocks.push({ ...(level !== undefined && { level }), text: bullet + whole });
    bullet = '';
  };
  const parser = new Parser({
    onopentag(name, attributes) {
      depth += 1;
      if (depth > DEEPEST) throw new UnreadableDocument('damaged');
      if (skipped > 0 || SKIPPED.has(name)) {
        skipped += 1;
        return;
      }
      if (name === 'title') inTitle = true;
      // A heading stays one, in however many lines it is set.
      if (name === 'br' && level !== undefined) text.push(' ');
      else if (BREAKS.has(name)) flush();
      if (CELLS.has(name) && hasText) text.push(' | ');
      const heading = HEADING.exec(name)?.[1];
      if (heading !== undefined) level = Number(heading);
      if (name === 'li') bullet = '– ';
      if ('hidden' in attributes) skipped += 1;
    },
    ontext(part) {
      if (inTitle) title += part;
      else if (skipped === 0) {
        text.push(part);
        hasText ||= part.trim() !== '';
      }
    },
    onclosetag(name) {
      depth -= 1;
      if (skipped > 0) {
        skipped -= 1;
        if (skipped > 0 || SKIPPED.has(name)) return;
      }
      if (name === 'title') inTitle = false;
      if (BREAKS.has(name) && name !== 'br') flush();
      if (name === 'li') bullet = '';
      if (HEADING.test(name)) level = undefined;
    },
  });
  parser.end(html);
  flush();
  const told = cleanText(title);
  return { blocks, ...(told !== '' && { title: told }) };
}
