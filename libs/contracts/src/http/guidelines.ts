import { z } from 'zod';
import { Instant, labelText, Language, maskedText, page, Region, Sha256, Slug, Uuid } from '../primitives';
import { DOCUMENT_MEDIA_TYPES, MAX_DOCUMENT_BYTES } from './document-files';
import { GuidelinePassage, PassageAspect, PassageReference } from './run';

export const GuidelineQuery = z.object({
  q: maskedText(300).optional(),
  disease: Slug.optional(),
  lang: Language.optional(),
  region: Region.optional().meta({ description: 'preferred; others are found as well' }),
  inRegion: Region.optional().meta({ description: 'only passages of this region' }),
  finding: Slug.optional().meta({ description: 'only passages for this finding' }),
  about: PassageAspect.optional().meta({ description: 'only passages that help with this' }),
  population: maskedText(100).optional().meta({
    description: 'only passages that say they are meant for these people, e.g. children',
  }),
  since: z.coerce.number().int().min(1900).max(2100).optional().meta({
    description: 'only documents of this year and later ones',
  }),
  documentLanguage: Language.optional().meta({ description: 'only documents in this language' }),
  limit: z.coerce.number().int().min(1).max(100).default(10),
});
/** What became of ranking by vectors. */
export const VectorRanking = z.enum(['used', 'unavailable']).meta({
  description:
    '`used`: the order of the words is fused with that of the vectors; `unavailable`: it is that of the words alone, as the endpoint did not answer or not all passages have vectors yet; absent: no endpoint is configured, or there is nothing to rank',
});

export const GuidelineSearchAnswer = z
  .object({
    items: z.array(GuidelinePassage),
    reason: z.literal('no-evidence-found').optional(),
    vectors: VectorRanking.optional(),
    nextCursor: z.null(),
    notice: z.string(),
  })
  .meta({ id: 'GuidelineSearchAnswer' });

const NamedEntry = z.object({ id: Slug, name: z.string() });

export const PassagePage = GuidelinePassage.omit({ score: true })
  .extend({
    diseases: z.array(NamedEntry).meta({ description: 'that the passage is for' }),
    findings: z.array(NamedEntry).meta({ description: 'that the passage is for' }),
    documentLanguage: Language,
    withdrawn: z
      .literal(true)
      .optional()
      .meta({ description: 'its document was withdrawn: it is shown because old runs point to it' }),
    neighbours: z.array(PassageReference).meta({
      description:
        'the other passages of the document; of one of your own those around it, ten before and ten after',
    }),
    notice: z.string(),
  })
  .meta({ id: 'PassagePage' });

/** The same in base64, with what is said of it. */
export const MAX_DOCUMENT_BODY_BYTES = Math.ceil(MAX_DOCUMENT_BYTES / 3) * 4 + 64 * 1024;

export const DocumentMediaType = z.enum(DOCUMENT_MEDIA_TYPES);

/** What is said of a document of one's own. */
const said = {
  title: labelText(300),
  publisher: labelText(200),
  year: z.number().int().min(1900).max(2100).meta({ description: 'of this edition' }),
  region: Region,
  language: Language,
  licence: labelText(200).meta({
    description: 'under which it may be shown, e.g. CC BY 4.0, or internal use',
  }),
  source: labelText(500).meta({ description: 'where it is from: an address, or a place in words' }),
  supersedes: Uuid.meta({ description: 'the document of your own that this edition takes the place of' }),
};

export const ImportGuidelineInput = z
  .strictObject({
    mediaType: DocumentMediaType,
    content: z.base64().meta({
      description: `the file, at most ${String(MAX_DOCUMENT_BYTES / 1024 / 1024)} MiB, in base64`,
    }),
    licence: said.licence,
    source: said.source,
    year: said.year,
    title: said.title.optional().meta({ description: 'where it is not given: what the document says' }),
    publisher: said.publisher.optional().meta({ description: 'where it is not given: the source' }),
    region: said.region.default('international'),
    language: said.language.optional().meta({ description: 'where it is not given: told from the text' }),
    supersedes: said.supersedes.optional(),
  })
  .meta({
    id: 'ImportGuidelineInput',
    example: {
      mediaType: 'text/markdown',
      content: 'IyBBY3V0ZSBhc3RobWEKCkdpdmUgb3h5Z2VuIHRvIGFjdXRlIGFzdGhtYSB3aXRoIGEgbG93IHNhdHVyYXRpb24uCg==',
      licence: 'internal use',
      source: 'https://intranet.example/guidelines/asthma',
      year: 2026,
    },
  });

/** A document that the tenant imported, without its text. */
export const GuidelineDocument = z
  .object({
    id: Uuid,
    ...said,
    supersedes: Uuid.nullable(),
    supersededBy: Uuid.nullable().meta({
      description: 'the newest document that takes its place and stands',
    }),
    status: z.enum(['active', 'superseded', 'withdrawn']),
    mediaType: DocumentMediaType,
    sha256: Sha256.meta({ description: 'of the file' }),
    bytes: z.number().int(),
    pages: z.number().int().nullable().meta({ description: 'of a PDF' }),
    passages: z.number().int(),
    createdAt: Instant,
    withdrawnAt: Instant.nullable(),
  })
  .meta({ id: 'GuidelineDocument' });

export const GuidelineDocumentList = page(GuidelineDocument).meta({ id: 'GuidelineDocumentList' });

/** A document whose passages are still coming, or stopped coming: then it goes on, or is let go a day later. */
export const GuidelineImport = z
  .object({
    id: Uuid,
    title: GuidelineDocument.shape.title,
    sha256: Sha256.meta({ description: 'of the file' }),
    passages: z.number().int().min(0).meta({ description: 'of the whole document' }),
    arrived: z.number().int().min(0).meta({ description: 'of them' }),
    begunAt: Instant,
  })
  .meta({ id: 'GuidelineImport' });

/** Of a tenant, at once; more are under way, but not told. */
export const MOST_IMPORTS = 20;

export const GuidelineImports = z
  .object({ items: z.array(GuidelineImport).max(MOST_IMPORTS) })
  .meta({ id: 'GuidelineImports' });

export type DocumentMediaType = z.infer<typeof DocumentMediaType>;
export type ImportGuidelineInput = z.infer<typeof ImportGuidelineInput>;
export type GuidelineDocument = z.infer<typeof GuidelineDocument>;
export type GuidelineImport = z.infer<typeof GuidelineImport>;
export type GuidelineImports = z.infer<typeof GuidelineImports>;
export type GuidelineDocumentList = z.infer<typeof GuidelineDocumentList>;
export type PassagePage = z.infer<typeof PassagePage>;
export type GuidelineQuery = z.infer<typeof GuidelineQuery>;
