import { z } from 'zod';
import { readEnvironment } from './environment';
import { ServiceEnvironment } from './service-config';

/** The parts of the configuration that say whether passages are ranked by vectors too. */
export const EmbeddingsEnvironment = z.object({
  /** Any endpoint that speaks the OpenAI embeddings protocol, up to `/embeddings`: https, or on this machine; none: words alone. */
  GUIDELINE_EMBEDDINGS_URL: z.url({ protocol: /^https?$/ }).optional(),
  GUIDELINE_EMBEDDINGS_MODEL: z.string().min(1).max(200).optional(),
  GUIDELINE_EMBEDDINGS_API_KEY: z.string().optional(),
  /** How long somebody who searches waits for it. */
  GUIDELINE_EMBEDDINGS_TIMEOUT_MS: z.coerce.number().int().min(50).max(1_500).default(800),
});

export const GuidelineRetrievalEnvironment = z
  .object({ ...ServiceEnvironment.shape, ...EmbeddingsEnvironment.shape })
  .refine(
    ({ GUIDELINE_EMBEDDINGS_URL: url, GUIDELINE_EMBEDDINGS_MODEL: model }) =>
      (url === undefined) === (model === undefined),
    {
      error: 'GUIDELINE_EMBEDDINGS_URL and GUIDELINE_EMBEDDINGS_MODEL go together',
      path: ['GUIDELINE_EMBEDDINGS_MODEL'],
    },
  );
export type GuidelineRetrievalConfig = z.output<typeof GuidelineRetrievalEnvironment>;
export const readGuidelineRetrievalConfig = (): GuidelineRetrievalConfig =>
  readEnvironment(GuidelineRetrievalEnvironment);
