import { z } from 'zod';
import { lexiconRows } from '../lexicon/lexicon-rows';
import { gather } from './lists-by-key';

const words = z.array(z.string());

/** `lexicon/en/spelling.yaml`: how words are written. */
export const SPELLING = lexiconRows(
  'en/spelling',
  z.strictObject({
    stems: z.record(z.string(), words),
    'clinical-parts': words,
    'glued-names': words,
    'glued-unit-marks': words,
    'glued-unit-letters': words,
    apostrophes: words,
  }),
);

/** `lexicon/characters.yaml`: characters that are written for one another, by the one that stands for them. */
export const CHARACTERS = lexiconRows(
  'characters',
  z.strictObject({
    marks: z.record(z.string(), words),
    han: z.record(z.string(), words),
    simplified: words,
    elsewhere: z.record(z.string(), words),
  }),
);

/** Traditional characters, and in the same place what stands for them; compiled from OpenCC. */
export const TRADITIONAL = lexiconRows(
  'zh/traditional',
  z.strictObject({ written: z.string(), standsFor: z.string() }),
);

/** What each member of a class stands for. */
export const byMember = (classes: Readonly<Record<string, readonly string[]>>): ReadonlyMap<string, string> =>
  new Map(gather(Object.entries(classes), ([key, members]) => members.map((member) => [member, key])));
