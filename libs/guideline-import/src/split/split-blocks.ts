import { type Block, type DocumentPassage } from '../document';
import { languageOf } from './language';
import { sentencesOf } from './split-text';

/** Longest passage, in UTF-16 units. A Chinese character says about as much as two of an English word. */
export const LONGEST_PASSAGE = { en: 1_200, zh: 600 } as const;
const LONGEST_SECTION = 300;
const BETWEEN_HEADINGS = ' › ';
const WORDS = /[\p{L}\p{N}]/u;

interface Section {
  readonly heading: string;
  readonly paragraphs: Block[];
}

/**
 * Passages of a document: never across a heading, whole paragraphs as far as they fit, else whole sentences. A heading with
 * nothing below it makes none.
 */
export function splitBlocks(blocks: readonly Block[]): DocumentPassage[] {
  return sectionsOf(blocks).flatMap(({ heading, paragraphs }) =>
    packed(paragraphs).map(({ page, text }) => ({
      section: heading,
      ...(page !== undefined && { page }),
      text,
    })),
  );
}

function sectionsOf(blocks: readonly Block[]): Section[] {
  const path: string[] = [];
  const sections: Section[] = [];
  let current: Section = { heading: '', paragraphs: [] };
  for (const block of blocks) {
    if (block.level === undefined) {
      current.paragraphs.push(block);
      continue;
    }
    // Levels that a document skips stay empty.
    path.length = Math.min(path.length, block.level - 1);
    path[block.level - 1] = block.text;
    sections.push(current);
    current = { heading: headingOf(path), paragraphs: [] };
  }
  return [...sections, current];
}

/** The whole way down where it is short, else its end: what a passage is about stands nearest to it. */
function headingOf(path: readonly (string | undefined)[]): string {
  const parts = path.filter((part) => part !== undefined);
  for (let from = 0; from < parts.length; from += 1) {
    const heading = parts.slice(from).join(BETWEEN_HEADINGS);
    if (heading.length <= LONGEST_SECTION) return heading;
  }
  return (parts.at(-1) ?? '').slice(0, LONGEST_SECTION).toWellFormed();
}

function packed(paragraphs: readonly Block[]): Block[] {
  const limit = LONGEST_PASSAGE[languageOf(paragraphs.map(({ text }) => text).join(' '))];
  const pieces = paragraphs.flatMap(({ text, ...rest }) =>
    text.length <= limit
      ? [{ ...rest, text, begins: true }]
      : sentencesOf(text, limit).map((sentence, place) => ({ ...rest, text: sentence, begins: place === 0 })),
  );
  const passages: Block[] = [];
  let open: Block | undefined;
  for (const { begins, ...piece } of pieces) {
    const joint: string = begins ? '\n' : /[。！？；]$/.test(open?.text ?? '') ? '' : ' ';
    const joined: string = open === undefined ? piece.text : `${open.text}${joint}${piece.text}`;
    if (open !== undefined && joined.length > limit) {
      passages.push(open);
      open = piece;
    } else open = { ...(open ?? piece), text: joined };
  }
  return [...passages, ...(open === undefined ? [] : [open])].filter(({ text }) => WORDS.test(text));
}
