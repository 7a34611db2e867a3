import LinkifyIt from 'linkify-it';

/** What has no place in anything that a model says to people. */
export type ActiveKind = 'link' | 'markup' | 'hidden' | 'citation' | 'prompt';

const links = new LinkifyIt({ fuzzyIP: true });
/** What the library does not know and a browser would follow. */
const SCHEMES = /[a-z][a-z\d+.-]*:\/\/|\b(?:javascript|vbscript)\s*:|\bdata:[a-z]+\//i;
/** Where Chinese passes into Latin letters without a space: the library would not see a word begin. */
const WORD_BEGINS = /(?<=\p{Script=Han})(?=[a-z\d])/giu;
/** A tag, a comment, a Markdown link or image, a fence, a formula of a spreadsheet, a turn of a chat. */
const MARKUP =
  /<\/?[a-z!][^<]*>|<(?:script|img|iframe|svg)\b|<!(?:--|\[)|!?\[[^\]]*\]\([^)]*\)|```|^\s*[=@]\s*\w+\(|<\|/i;
/** Turns the direction of writing, or is not seen at all. Joiners are left: names are written with them. */
const HIDDEN = /[\u200b\u2060\ufeff\u202a-\u202e\u2066-\u2069\u{e0000}-\u{e007f}]/u;
/** No role has a place for one: what looks like one is invented. */
const CITATION = /\bdoi\s*:|\b10\.\d{4,9}\/\S|\bpm(?:c?id)\s*:?\s*\d|\barxiv\s*:|\bet\s+al\b|\bisbn\b/i;

/** This many letters and digits of the instructions in a row are no chance. */
const LEAK_LETTERS = 32;

/** Finds what must not be shown: links, markup, signs that are not seen, citations, and the instructions themselves. */
export class ActiveText {
  private readonly instructed: ReadonlySet<string>;

  /** @param instructions - what the model was told that is no part of the case. */
  constructor(instructions: string) {
    this.instructed = new Set(runsOf(instructions));
  }

  /** What of a text is active; undefined where it is mere words. */
  kindOf(text: string): ActiveKind | undefined {
    if (HIDDEN.test(text)) return 'hidden';
    // Full-width letters and ligatures are read as what they look like.
    const plain = text.normalize('NFKC');
    if (MARKUP.test(plain)) return 'markup';
    if (SCHEMES.test(plain) || links.test(plain.replace(WORD_BEGINS, ' '))) return 'link';
    if (CITATION.test(plain)) return 'citation';
    return this.leaks(plain) ? 'prompt' : undefined;
  }

  private leaks(text: string): boolean {
    for (const run of runsOf(text)) if (this.instructed.has(run)) return true;
    return false;
  }
}

/** All runs of letters and digits, with nothing between them. */
function* runsOf(text: string): Generator<string> {
  const letters = Array.from(text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ''));
  for (let start = 0; start + LEAK_LETTERS <= letters.length; start += 1) {
    yield letters.slice(start, start + LEAK_LETTERS).join('');
  }
}
