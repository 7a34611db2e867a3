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
  z.strictObject({ part: z.enum(['amount', 'in']), ucum: z.string(), words: z.array(z.string()) }),
  z.strictObject({ part: z.literal('between'), words: z.array(z.string()) }),
]);

/** The forms letter by letter: blanks between them do not count. */
const FORMS = new TrieNode<string>();

function addForm(form: string, ucum: string): void {
  let node = FORMS;
  for (const char of form.replaceAll(' ', '')) node = node.grow(char);
  node.values = [ucum];
}

/** "Mg per deciliter", 毫克每分升: each amount with each of what it is in. */
for (const file of ['en/unit-parts', 'zh/unit-parts']) {
  const parts = lexiconRows(file, z.array(partSchema));
  const between = parts.flatMap((row) => (row.part === 'between' ? row.words : []));
  const worded = (part: 'amount' | 'in'): { ucum: string; word: string }[] =>
    parts.flatMap((row) => (row.part === part ? row.words.map((word) => ({ ucum: row.ucum, word })) : []));
  for (const amount of worded('amount'))
    for (const volume of worded('in'))
      for (const joint of between)
        addForm(`${amount.word}${joint}${volume.word}`, `${amount.ucum}/${volume.ucum}`);
}

for (const { ucum, forms } of ['en/units', 'zh/units'].flatMap((file) =>
  lexiconRows(file, z.array(rowSchema)),
))
  for (const form of forms) addForm(form, ucum);

/** Mass, substance, catalytic or arbitrary concentration: prefix, unit, "/", prefix, unit. */
const CONCENTRATION =
  /^(mc|[munpkμf])?(g|mol|eq|iu|u|osm)\s?\/\s?([dmcμu]?l|kg|mmol|mol|g|24 ?h|d|h|min)(?![a-z])(\s?\(?\s?(?:feu|ddu|d-du)\)?)?/;
const PREFIXES: Readonly<Record<string, string>> = { mc: 'u', μ: 'u' };
const NUMERATORS: Readonly<Record<string, string>> = { iu: '[IU]', u: 'U', eq: 'eq', osm: 'osm' };

function concentrationAt(text: string): UnitRead | undefined {
  const match = CONCENTRATION.exec(text);
  if (match === null) return undefined;
  const [all, prefix = '', numerator = '', denominator = '', assay = ''] = match;
  const top = `${PREFIXES[prefix] ?? prefix}${NUMERATORS[numerator] ?? numerator}`;
  const bottom = denominator
    .replace('μ', 'u')
    .replace(/(?<!o)l$/, 'L')
    .replace(/24 ?h/, 'd');
  const annotation = assay === '' ? '' : assay.includes('feu') ? '{FEU}' : '{DDU}';
  return { ucum: `${top}/${bottom}${annotation}`, length: all.length };
}

/** A unit ends where its word ends; with a further "per" it is another one. */
function endsAt(text: string, at: number): boolean {
  const [last = '', next = ''] = [text[at - 1], text[at]];
  if (/[a-z]/.test(last) && /[a-z0-9]/.test(next)) return false;
  return !(next === '/' && /[a-z\d]/.test(text[at + 1] ?? '') && /[a-z0-9\p{Script=Han}]/u.test(last));
}

function formAt(text: string): UnitRead | undefined {
  let node: TrieNode<string> | undefined = FORMS;
  let best: UnitRead | undefined;
  for (let at = 0; at < text.length && node !== undefined;) {
    const char = text[at] ?? '';
    node = char === ' ' && at > 0 ? node : node.at(char);
    at += 1;
    const ucum = char === ' ' ? undefined : node?.values?.[0];
    if (ucum !== undefined && endsAt(text, at)) best = { ucum, length: at };
  }
  return best;
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
  const [form, compound] = [formAt(text), concentrationAt(text)];
  const unit = (compound?.length ?? 0) > (form?.length ?? 0) ? compound : form;
  return unit === undefined ? undefined : { ucum: unit.ucum, length: at - offset + unit.length };
}
