import { z } from 'zod';
import { anyLanguageSchema, bilingualSchema, idSchema, lineOfTextSchema, seenSchema } from './primitives';

/** What a document says of itself: one wording for readers of both languages (`BOAST 5`), or one for each. */
const ofDocumentSchema = z.union([lineOfTextSchema, bilingualSchema]);

/** A year or a date, kept as text. */
const publishedSchema = z
  .union([z.int(), z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, 'a year, year-month or date')])
  .transform(String);

const passageSchema = z
  .strictObject({
    id: idSchema,
    section: anyLanguageSchema,
    /** `quoted`: the document's words, seen and licensed; `summary`: ours, unverified. */
    kind: z.enum(['quoted', 'summary']),
    /** When somebody other than its writer went over it. Not of the bundle: it says nothing of the document. */
    secondRead: z.iso.date().optional(),
    text: anyLanguageSchema,
    /** What it helps with; a check counts which diseases lack one. */
    about: z.enum(['recognition', 'diagnosis', 'first-action', 'treatment', 'follow-up']).optional(),
    forDiseases: z.array(idSchema).default([]),
    forFindings: z.array(idSchema).default([]),
    population: anyLanguageSchema.optional(),
    strength: ofDocumentSchema.optional(),
    certainty: ofDocumentSchema.optional(),
    published: publishedSchema.optional(),
    region: lineOfTextSchema.optional(),
    licence: lineOfTextSchema.optional(),
    url: z.url().optional(),
    conflictsWith: z.array(idSchema).default([]),
    seen: seenSchema.optional(),
  })
  .refine((passage) => passage.kind === 'summary' || passage.seen !== undefined, {
    path: ['seen'],
    message: 'a quoted passage must have been seen: { date, sha256, locator }',
  });

/** `guidelines/<document>.yaml`: a document and passages; what a passage leaves out it takes from the document. */
export const guidelineDocumentSchema = z.strictObject({
  id: idSchema,
  title: anyLanguageSchema,
  publisher: lineOfTextSchema,
  /** Where the year alone does not name it: "3rd edition", "updated May 2024". */
  edition: ofDocumentSchema.optional(),
  year: z.int().min(1900).max(2100),
  url: z.url().optional(),
  region: lineOfTextSchema,
  /** Of the passages as they stand here: of our own summaries ours. */
  licence: lineOfTextSchema,
  /** Of the document itself; `unknown` where it is not certain. */
  documentLicence: lineOfTextSchema,
  /** The edition that took its place. */
  supersededBy: bilingualSchema.optional(),
  language: z.enum(['en', 'zh']),
  passages: z.array(passageSchema).min(1),
});

export type GuidelineDocumentFile = z.output<typeof guidelineDocumentSchema>;
