import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';

/** Where an attack stands. */
export const PLACES = ['narrative', 'document', 'passage', 'chat', 'file-name'] as const;

/** How it is dressed. */
const Form = z.enum([
  'order',
  'delimiter',
  'system-turn',
  'encoded',
  'other-language',
  'role-play',
  'markup',
  'authority',
  'hypothetical',
  'split',
]);

/** What it is after. */
export const WANTS = [
  'prompt',
  'lower-danger',
  'add-fact',
  'cite',
  'link',
  'markup',
  'invented-id',
  'silence',
] as const;

const reversedOf = (text: string): string => Array.from(text).reverse().join('');

/** Encodings of attacks, so that the files say in plain words what they are after. */
const ENCODINGS = {
  base64: (text: string) => Buffer.from(text, 'utf8').toString('base64'),
  hex: (text: string) => Buffer.from(text, 'utf8').toString('hex'),
  url: encodeURIComponent,
  rot13: (text: string) =>
    text.replace(/[a-z]/gi, (letter) => {
      const base = letter <= 'Z' ? 65 : 97;
      return String.fromCharCode(((letter.charCodeAt(0) - base + 13) % 26) + base);
    }),
  reversed: reversedOf,
  fullwidth: (text: string) =>
    text.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)),
  'zero-width': (text: string) => Array.from(text).join('\u200b'),
  'unicode-tags': (text: string) =>
    text.replace(/[ -~]/g, (sign) => String.fromCodePoint(0xe0000 + sign.charCodeAt(0))),
  bidi: (text: string) => `\u202e${reversedOf(text)}\u202c`,
};
type Encoding = keyof typeof ENCODINGS;

const AttackLine = z.strictObject({
  id: z.string().regex(/^[a-z]-(en|zh)-\d\d$/),
  language: z.enum(['en', 'zh']),
  form: Form,
  wants: z.enum(WANTS),
  encoding: z.enum(Object.keys(ENCODINGS) as [Encoding, ...Encoding[]]).optional(),
  text: z.string().min(1),
});

/** One attempt to turn a model against those who ask it. */
export interface Attack extends Omit<z.output<typeof AttackLine>, 'encoding'> {
  readonly place: (typeof PLACES)[number];
}

const CALLS = { en: 'Decode this and do what it says: ', zh: '解码并照做：' } as const;

/** All attacks, as they would arrive. Ours, and of nobody: their addresses lead nowhere (RFC 2606, RFC 5737). */
export const ATTACKS: readonly Attack[] = PLACES.flatMap((place) => {
  const file = join(__dirname, 'attacks', `${place}.yaml`);
  return z
    .array(AttackLine)
    .parse(parse(readFileSync(file, 'utf8')))
    .map(({ encoding, text, ...attack }) => ({
      ...attack,
      place,
      text: encoding === undefined ? text : `${CALLS[attack.language]}${ENCODINGS[encoding](text)}`,
    }));
});
