import { z } from 'zod';
import { NarrationAudience, NarrationEvidence, NarrationFault, SaidSentences } from '../http/narration';
import { Language, Uuid } from '../primitives';
import { RunMeta } from './meta';

/** A run to be told in sentences: lines that these may rest on, made of codes; nothing of the narrative. */
export const WriteNarrationPayload = z.object({
  meta: RunMeta,
  narrationId: Uuid,
  audience: NarrationAudience,
  language: Language,
  evidence: z.array(NarrationEvidence),
});

/** What came of it. */
export const NarrationWrittenPayload = z.object({
  meta: RunMeta,
  narrationId: Uuid,
  outcome: z.union([
    z.object({ said: SaidSentences }),
    z.object({ fault: NarrationFault, said: SaidSentences.optional() }),
  ]),
});

/** The id of a narration's job: each is written once. */
export const narrationJobId = (narrationId: string, step: 'write' | 'written'): string =>
  `${narrationId}-narration-${step}-v1`;

export type WriteNarrationPayload = z.infer<typeof WriteNarrationPayload>;
export type NarrationWrittenPayload = z.infer<typeof NarrationWrittenPayload>;
