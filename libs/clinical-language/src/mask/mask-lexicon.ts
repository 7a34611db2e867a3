import { z } from 'zod';
import { lexiconRows } from '../lexicon/lexicon-rows';
import { gather } from '../normalise/lists-by-key';

const spaced = z.string().transform((list) => list.split(/\s+/u));
const listed = z.string().transform((list) => list.split(/\s*,\s+/u));

/** What a cue speaks for or, below zero, against. An `owner` is somebody whose thing is named behind ("Grace's mum"). */
export const TARGETS = ['person', 'place', 'org', 'thing', 'owner', 'date'] as const;
export type Target = (typeof TARGETS)[number];
const weights = z.partialRecord(z.enum(TARGETS), z.number());

const cueRows = z.array(
  z.strictObject({
    cue: z.string(),
    /** Standing before a candidate, it speaks so much for it. */
    before: weights.optional(),
    /** Standing behind a candidate. */
    after: weights.optional(),
    /** Marks that may stand between the cue and the candidate. */
    link: z.string().default(''),
    /** Behind a number it is a unit, and in capitals at the end of a sentence a disease: 320 ms, MS, MR. */
    orDisease: z.literal(true).optional(),
    words: spaced.default([]),
    phrases: listed.default([]),
    example: z.string(),
  }),
);
export type CueRow = z.output<typeof cueRows>[number];

const labelRows = z.array(
  z.strictObject({
    kind: z.string(),
    /** Which of the values of the file stands behind the label. */
    value: z.string(),
    words: spaced.default([]),
    phrases: listed.default([]),
    example: z.string(),
  }),
);
export type LabelRow = z.output<typeof labelRows>[number];

const shapeRow = z.strictObject({
  kind: z.string(),
  /** A regular expression in which every repetition is bounded; `{name}` stands for the parts; of a group `it`, only that is masked. */
  shape: z.string(),
  /** Letters of either case. */
  anyCase: z.boolean().default(false),
  /** What the digits have to be: a function of checks.ts. */
  check: z.string().optional(),
  /** What stands for it; `[kind]` if left out. `90` replaces the number of an age. */
  becomes: z.string().optional(),
  /** One of these characters must be in the text, or nothing is searched. */
  needs: z.string().optional(),
  example: z.string(),
});
export type ShapeRow = z.output<typeof shapeRow>;
const shapesFile = z.strictObject({
  parts: z.record(z.string(), z.union([z.string(), z.object({ anyOf: spaced })])),
  values: z.record(z.string(), z.string()),
  labels: labelRows,
  shapes: z.array(shapeRow),
});

const classRows = z.array(
  z.strictObject({
    class: z.string(),
    words: spaced.default([]),
    phrases: listed.default([]),
    characters: z
      .string()
      .default('')
      .transform((list) => Array.from(list.replace(/\s/gu, ''))),
  }),
);
const englishWords = z.strictObject({ words: z.string(), endings: spaced });
const headRows = z.array(
  z.strictObject({
    kind: z.enum(['org', 'address']),
    /** `strong` needs a word before it that is not generic, `weak` one that no dictionary has; `leading` heads stand before the name. */
    head: z.enum(['strong', 'weak', 'leading']),
    words: spaced.default([]),
    phrases: listed.default([]),
    example: z.string(),
  }),
);
export type HeadRow = z.output<typeof headRows>[number];

const LANGUAGES = ['en', 'zh'] as const;
const both = <T extends z.ZodArray>(name: string, schema: T): z.output<T> =>
  gather(LANGUAGES, (language) => lexiconRows(`${language}/${name}`, schema)) as z.output<T>;

/** Rows of both languages: their words cannot be taken for one another. */
export const cues = (): CueRow[] => both('mask-cues', cueRows);
export const identifierFiles = () =>
  LANGUAGES.map((language) => lexiconRows(`${language}/identifiers`, shapesFile));
export const englishVocabulary = () => lexiconRows('en/words', englishWords);

/** The words, phrases and characters of each class of a file, in lists. */
export function classesOf(name: string): ReadonlyMap<string, readonly string[]> {
  const classes = new Map<string, string[]>();
  for (const row of lexiconRows(name, classRows)) {
    const members = [...row.words, ...row.phrases, ...row.characters];
    classes.set(row.class, [...(classes.get(row.class) ?? []), ...members]);
  }
  return classes;
}
export const headsOf = (language: 'en' | 'zh'): HeadRow[] => lexiconRows(`${language}/place-heads`, headRows);

/** Examples of every row: what stands in ⟨ ⟩ is masked and nothing else is. */
export const examplesOfLexicon = (): string[] => [
  ...cues().map(({ example }) => example),
  ...gather(identifierFiles(), ({ labels, shapes }) => [...labels, ...shapes].map(({ example }) => example)),
  ...gather(LANGUAGES, headsOf).map(({ example }) => example),
];
