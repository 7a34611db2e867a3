import { z } from 'zod';
import { CodedPassage } from '../answer/coded-answer';
import { GuidelineDocument } from '../http/guidelines';
import { Language, Slug, Uuid } from '../primitives';
import { JobMeta } from './meta';

/**
 * Documents of a tenant's own. Their texts are published by an institution, not told by a patient: they travel as they are, in
 * batches that fit a job.
 */
const OfDocument = z.object({ meta: JobMeta, documentId: Uuid });

export const AddGuidelineDocumentPayload = z.object({
  meta: JobMeta,
  document: GuidelineDocument.omit({
    status: true,
    supersededBy: true,
    createdAt: true,
    withdrawnAt: true,
  }),
});
/** `complete`: all its passages are there. The id is the first one's where the same file came before. */
export const ArrivingDocument = z.object({ document: GuidelineDocument, complete: z.boolean() });

export const DocumentPassage = z.object({
  section: z.string(),
  page: z.number().int().nullable(),
  text: z.string(),
});
/** Passages from `from` on, counted from 0. Adding them twice does no harm. */
export const AddGuidelinePassagesPayload = OfDocument.extend({
  from: z.number().int().min(0),
  passages: z.array(DocumentPassage).min(1),
});

export const GetGuidelineDocumentPayload = OfDocument;
/** `by`: as what somebody withdraws it; a role, never a name. A gateway of before says nothing of it. */
export const WithdrawGuidelineDocumentPayload = OfDocument.extend({
  by: z.enum(['administrator', 'author']).optional(),
});
export const ListGuidelineDocumentsPayload = z.object({
  meta: JobMeta,
  limit: z.number().int(),
  before: Uuid.optional(),
});
export const ListGuidelineImportsPayload = z.object({ meta: JobMeta });
/** The newest first; fewer than asked for where they would be too large. */
export const GuidelineDocuments = z.object({ items: z.array(GuidelineDocument), more: z.boolean() });

export const GetOwnPassagePayload = z.object({ meta: JobMeta, knowledge: z.string(), passageId: Slug });
/** A passage whether or not its document stands; `neighbours` are those around it in the document. */
export const FoundOwnPassage = z.object({
  passage: CodedPassage.required({ own: true }),
  forFindings: z.array(Slug),
  withdrawn: z.boolean(),
  neighbours: z.array(z.object({ passageId: Slug, section: z.string() })),
});

/**
 * Makes the vectors that the passages of a tenant lack in a language: those of a knowledge version and its own. A part makes some, and
 * sends the next.
 */
export const EmbedPassagesPayload = z.object({
  meta: JobMeta,
  knowledge: z.string(),
  language: Language,
  part: z.number().int().min(0),
});

const OWN = /^own-([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})-(\d{1,6})$/;

/** The id of a passage of a tenant's own document, by its place there from 0: no id of a bundle looks like it. */
export const ownPassageId = (documentId: string, place: number): string =>
  `own-${documentId}-${String(place)}`;

/** Which passage of which own document an id names; undefined for an id of a bundle. */
export function ownPassageOf(passageId: string): { documentId: string; place: number } | undefined {
  const [, documentId, place] = OWN.exec(passageId) ?? [];
  return documentId === undefined ? undefined : { documentId, place: Number(place) };
}

export type EmbedPassagesPayload = z.infer<typeof EmbedPassagesPayload>;
export type AddGuidelineDocumentPayload = z.infer<typeof AddGuidelineDocumentPayload>;
export type ArrivingDocument = z.infer<typeof ArrivingDocument>;
export type DocumentPassage = z.infer<typeof DocumentPassage>;
export type AddGuidelinePassagesPayload = z.infer<typeof AddGuidelinePassagesPayload>;
export type GetGuidelineDocumentPayload = z.infer<typeof GetGuidelineDocumentPayload>;
export type WithdrawGuidelineDocumentPayload = z.infer<typeof WithdrawGuidelineDocumentPayload>;
export type ListGuidelineDocumentsPayload = z.infer<typeof ListGuidelineDocumentsPayload>;
export type ListGuidelineImportsPayload = z.infer<typeof ListGuidelineImportsPayload>;
export type GuidelineDocuments = z.infer<typeof GuidelineDocuments>;
export type GetOwnPassagePayload = z.infer<typeof GetOwnPassagePayload>;
export type FoundOwnPassage = z.infer<typeof FoundOwnPassage>;
