import { z } from 'zod';
import { lexiconRows } from '../lexicon/lexicon-rows';
import { TrieNode } from '../lexicon/phrase-trie';

/** A unit as it stands in a text, as UCUM. */
export interface UnitRead {
  readonly ucum: string;
  /** UTF-16 units of the normalised text that it takes, leading blanks included. */
  readonly length: number;
}

const rowSchema = z.strictObject({ ucum: z.string(), forms: z.array(z.string()) });

const partSchema = z.discriminatedUnion('part', [
  z.strictObject({ part: z.enum(['amount', 'in', 'behind']), ucum: z.string(), words: z.array(z.string()) }),
  z.strictObject({ part: z.literal('between'), words: z.array(z.string()) }),
]);

/** What is written in a text, and what it stands for; `to` is where it ends. */
interface FormRead {
  readonly ucum: string;
  readonly to: number;
}

/** Ways to write something, letter by letter: blanks between the letters do not count. */
class Forms {
  private readonly root = new TrieNode<string>();

  add(form: string, ucum: string): void {
    let node = this.root;
    for (const char of form.replaceAll(' ', '')) node = node.grow(char);
    node.values = [ucum];
  }

  /** The longest form from a place on that may end where it does. */
  longestAt(text: string, from: number, mayEnd: (at: number) => boolean = () => true): FormRead | undefined {
    let node: TrieNode<string> | undefined = this.root;
    let best: FormRead | undefined;
    for (let at = from; at < text.length && node !== undefined;) {
      const char = text[at] ?? '';
      if (char !== ' ') node = node.at(char);
      at += 1;
      const ucum = char === ' ' ? undefined : node?.values?.[0];
      if (ucum !== undefined && mayEnd(at)) best = { ucum, to: at };
    }
    return best;
  }
}

const UNITS = new Forms();
for (const { ucum, forms } of ['en/units', 'zh/units'].flatMap((file) =>
  lexiconRows(file, z.array(rowSchema)),
))
  for (const form of forms) UNITS.add(form, ucum);

const PARTS = { amount: new Forms(), between: new Forms(), in: new Forms(), behind: new Forms() };
for (const row of ['en/unit-parts', 'zh/unit-parts'].flatMap((file) =>
  lexiconRows(file, z.array(partSchema)),
))
  for (const word of row.words) PARTS[row.part].add(word, row.part === 'between' ? '/' : row.ucum);

/** "Mg/dL", "mg per deciliter", 毫克每分升: an amount and what it is in. */
function concentrationAt(text: string): FormRead | undefined {
  const amount = PARTS.amount.longestAt(text, 0);
  const between = amount && PARTS.between.longestAt(text, amount.to);
  const per = between && PARTS.in.longestAt(text, between.to, (at) => endsAt(text, at));
  if (per === undefined) return undefined;
  const behind = PARTS.behind.longestAt(text, per.to);
  return { ucum: `${amount?.ucum ?? ''}/${per.ucum}${behind?.ucum ?? ''}`, to: behind?.to ?? per.to };
}

/** A unit ends where its word ends; with a further "per" it is another one. */
function endsAt(text: string, at: number): boolean {
  const [last = '', next = ''] = [text[at - 1], text[at]];
  // "5 g2" is no amount; "8 mg/L1" has a footnote
  const goesOn = /[a-z]/.test(next) || (/\d/.test(next) && !text.slice(0, at).includes('/'));
  if (/[a-z]/.test(last) && goesOn) return false;
  return !(next === '/' && /[a-z\d]/.test(text[at + 1] ?? '') && /[a-z0-9\p{Script=Han}]/u.test(last));
}

const MAX_UNIT_TEXT = 48;

/**
 * Reads the unit that follows a number.
 * @param lower normalised text in lower case, @param offset where the number ends
 */
export function readUnit(lower: string, offset: number): UnitRead | undefined {
  let at = offset;
  while (at - offset < 2 && (lower[at] === ' ' || (lower[at] === '-' && at === offset))) at += 1;
  const text = lower.slice(at, at + MAX_UNIT_TEXT).replaceAll('µ', 'μ');
  if (text.startsWith(' ')) return undefined;
  const form = UNITS.longestAt(text, 0, (end) => endsAt(text, end));
  const compound = concentrationAt(text);
  const unit = (compound?.to ?? 0) > (form?.to ?? 0) ? compound : form;
  return unit === undefined ? undefined : { ucum: unit.ucum, length: at - offset + unit.to };
}
