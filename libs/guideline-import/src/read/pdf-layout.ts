import { cleanText } from '../clean-text';
import { type Block } from '../document';

/** A line of a page. */
export interface Line {
  readonly text: string;
  /** Height of its largest letters, in points. */
  readonly height: number;
  /** Where it stands, in points from the foot of the page. */
  readonly y: number;
  /** The font of most of it, by whatever name the file gives it. */
  readonly font: string;
}

/** Letters as much larger than those of the body make a heading. */
const LARGER = 1.12;
const LONGEST_HEADING = 200;
const LONGEST_NUMBERED_HEADING = 100;
/** "2.1 Diagnosis", "IV. Follow-up", "三、诊断", "（二）治疗". */
const NUMBERED =
  /^(?:(\d{1,2}(?:\.\d{1,2}){0,4})\.?\s+(?=[\p{Lu}\p{Script=Han}])|[IVX]{1,5}\.\s+(?=\p{Lu})|[一二三四五六七八九十]{1,3}[、．.]|[（(][一二三四五六七八九十]{1,3}[)）])/u;
/** A line that ends so goes on or is a sentence: no heading. */
const GOES_ON = /[.,;:，。；：、]$/;

/** Lines further apart than this many heights are of different paragraphs. */
const APART = 1.7;
const SENTENCE_END = /[.!?:。！？：]["'”’)）]*$/;
const HAN_END = /[\p{Script=Han}，、；：（“]$/u;
const HAN_START = /^[\p{Script=Han}，、。；：）”]/u;
const BROKEN_WORD = /\p{Ll}-$/u;
const WORD_GOES_ON = /^\p{Ll}/u;

/** Lines at the head and the foot of a page that may be its running title or number. */
const AT_THE_EDGE = 2;
const REPEATED_FROM = 2;
const REPEATED_SHARE = 0.3;
/** A number that says that it is a page's. One without a word may be a dose or a row of a table: it has to repeat. */
const PAGE_NUMBER =
  /^[\s\p{P}]*(?:(?:page|p\.)\s*\d{1,4}(?:\s*(?:\/|of)\s*\d{1,4})?|\d{1,4}\s*of\s*\d{1,4}|第\s*\d{1,4}\s*页?|\d{1,4}\s*页)[\s\p{P}]*$/iu;

/**
 * Headings and paragraphs of pages, by what a reader sees: letters larger than those of the body, or a number in another font,
 * make a heading; a gap or a change of letters ends a paragraph. What all pages repeat at head or foot is left out.
 */
export function layOut(pages: readonly (readonly Line[])[]): Block[] {
  const kept = withoutRunningTitles(pages);
  const body = bodyOf(kept.flat());
  const headingLevel = levelsOf(kept.flat(), body);
  const blocks: Block[] = [];
  let open: Draft | undefined;
  const close = (): void => {
    const text = open === undefined ? '' : cleanText(open.parts.join(''));
    if (open !== undefined && text !== '')
      blocks.push({ text, page: open.page, ...(open.level !== undefined && { level: open.level }) });
    open = undefined;
  };
  kept.forEach((lines, place) => {
    for (const line of lines) {
      const level = headingLevel(line);
      if (open !== undefined && !goesOn(open, line, level, place + 1)) close();
      if (open === undefined)
        open = { parts: [line.text], page: place + 1, level, last: line, lastPage: place + 1 };
      else {
        join(open.parts, line.text);
        open = { ...open, last: line, lastPage: place + 1 };
      }
    }
  });
  close();
  return blocks;
}

interface Draft {
  /** Lines, and the spaces between them. */
  readonly parts: string[];
  readonly page: number;
  readonly level: number | undefined;
  readonly last: Line;
  readonly lastPage: number;
}

interface Body {
  readonly height: number;
  readonly font: string;
}

function goesOn(open: Draft, line: Line, level: number | undefined, page: number): boolean {
  if (open.level !== level) return false;
  const gap = open.last.y - line.y;
  const isNextLine = page === open.lastPage && gap >= 0 && gap <= APART * Math.max(line.height, 1);
  if (level !== undefined) return isNextLine && sameHeight(open.last, line) && !NUMBERED.test(line.text);
  // The next column or page: the paragraph goes on where its sentence does.
  return isNextLine || ((gap < 0 || page !== open.lastPage) && !SENTENCE_END.test(endOf(open.last.text)));
}

const sameHeight = (a: Line, b: Line): boolean => Math.abs(a.height - b.height) < 0.5;

/** Adds a line to those before it: without the hyphen of a broken word, and with no space between Chinese. */
function join(parts: string[], next: string): void {
  const last = parts.at(-1) ?? '';
  const end = endOf(last);
  const isBroken = BROKEN_WORD.test(end) && WORD_GOES_ON.test(next);
  if (isBroken) parts[parts.length - 1] = last.slice(0, -1);
  else if (!(HAN_END.test(end) && HAN_START.test(next))) parts.push(' ');
  parts.push(next);
}

/** As much of a line as tells how it ends: a pattern for an end is tried from every place of what it is given. */
const endOf = (text: string): string => text.slice(-8);

/** Height and font in which most of the text is set. */
function bodyOf(lines: readonly Line[]): Body {
  const height = mostOf(lines, (line) => rounded(line.height));
  return {
    height,
    font: mostOf(
      lines.filter((line) => rounded(line.height) === height),
      ({ font }) => font,
    ),
  };
}

const rounded = (height: number): number => Math.round(height * 2) / 2;

function mostOf<K extends string | number>(lines: readonly Line[], keyOf: (line: Line) => K): K {
  const letters = new Map<K, number>();
  for (const line of lines) letters.set(keyOf(line), (letters.get(keyOf(line)) ?? 0) + line.text.length);
  return [...letters].reduce((most, each) => (each[1] > most[1] ? each : most), ['' as K, -1])[0];
}

/** Sizes of headings from the largest down; those with a number in another font come below them, by the depth of the number. */
function levelsOf(lines: readonly Line[], body: Body): (line: Line) => number | undefined {
  const isLarge = ({ height, text }: Line): boolean =>
    height >= body.height * LARGER && text.length <= LONGEST_HEADING && /\p{L}/u.test(text);
  const sizes = [...new Set(lines.filter(isLarge).map(({ height }) => rounded(height)))].sort(
    (a, b) => b - a,
  );
  return (line) => {
    if (isLarge(line)) return sizes.indexOf(rounded(line.height)) + 1;
    const number = NUMBERED.exec(line.text);
    const isNumbered =
      number !== null &&
      line.font !== body.font &&
      line.text.length <= LONGEST_NUMBERED_HEADING &&
      !GOES_ON.test(line.text);
    return isNumbered ? sizes.length + (number[1]?.split('.').length ?? 1) : undefined;
  };
}

function withoutRunningTitles(pages: readonly (readonly Line[])[]): Line[][] {
  const isEdge = (place: number, count: number): boolean =>
    place < AT_THE_EDGE || place >= count - AT_THE_EDGE;
  const pagesWith = new Map<string, number>();
  for (const lines of pages) {
    const edges = lines.filter((_line, place) => isEdge(place, lines.length)).map(patternOf);
    for (const pattern of new Set(edges)) pagesWith.set(pattern, (pagesWith.get(pattern) ?? 0) + 1);
  }
  const repeated = Math.max(REPEATED_FROM, pages.length * REPEATED_SHARE);
  return pages.map((lines) =>
    lines.filter(
      (line, place) =>
        !isEdge(place, lines.length) ||
        !(PAGE_NUMBER.test(line.text) || (pagesWith.get(patternOf(line)) ?? 0) >= repeated),
    ),
  );
}

/** Running titles differ in their numbers. */
const patternOf = ({ text }: Line): string => text.replace(/\d+/g, '#');
