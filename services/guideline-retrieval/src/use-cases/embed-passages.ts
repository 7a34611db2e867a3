import { Inject, Injectable } from '@nestjs/common';
import { type EmbedPassagesPayload } from '@openrounds/contracts';
import { CLOCK, type Clock } from '@openrounds/platform';
import { embeddedText, hashOf } from '../model/embedded-text';
import { EMBEDDER, type Embedder } from '../ports/embedder';
import { EMBEDDING_JOBS, type EmbeddingJobs } from '../ports/embedding-jobs';
import { PASSAGE_LIBRARIES, type PassageLibraries } from '../ports/passage-libraries';
import { VECTOR_STORE, type VectorStore } from '../ports/vector-store';

/** Texts that are sent together. */
const BATCH = 16;
/** Texts of one job: it is over in a minute, and a stop loses little. */
const PART = 128;

/** One key for what is missing in an hour: what failed is tried again in the next. */
export const embeddingKey = ({
  hashes,
  model,
  at,
}: {
  readonly hashes: readonly string[];
  readonly model: string;
  readonly at: Date;
}): string =>
  hashOf(JSON.stringify([model, at.toISOString().slice(0, 13), ...hashes.toSorted()])).slice(0, 40);

/** Makes the vectors that a corpus lacks, batch by batch; may be repeated at any place. */
@Injectable()
export class EmbedPassages {
  constructor(
    @Inject(EMBEDDER) private readonly embedder: Embedder | undefined,
    @Inject(PASSAGE_LIBRARIES) private readonly libraries: Pick<PassageLibraries, 'of'>,
    @Inject(VECTOR_STORE) private readonly vectors: Pick<VectorStore, 'missing' | 'save'>,
    @Inject(EMBEDDING_JOBS) private readonly jobs: EmbeddingJobs,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws EmbeddingsUnavailable; what was made until then stays */
  async execute(payload: EmbedPassagesPayload): Promise<void> {
    const { meta, knowledge, language, part } = payload;
    const { embedder } = this;
    if (embedder === undefined) return;
    const { passages } = await this.libraries.of(knowledge, meta.tenantId);
    const texts = new Map(
      passages.flatMap((passage) => {
        const found = embeddedText(passage, language);
        return found === undefined ? [] : [[found.hash, found.text] as const];
      }),
    );
    const missing = await this.vectors.missing(embedder.model, [...texts.keys()]);
    for (let at = 0; at < Math.min(missing.length, PART); at += BATCH) {
      const batch = missing.slice(at, Math.min(at + BATCH, PART));
      const made = await embedder.embed(
        batch.map((hash) => texts.get(hash) ?? ''),
        'job',
      );
      await this.vectors.save(
        embedder.model,
        batch.map((textHash, place) => ({ textHash, vector: made[place] ?? [] })),
      );
    }
    const left = missing.slice(PART);
    if (left.length === 0) return;
    const key = embeddingKey({ hashes: left, model: embedder.model, at: this.clock.now() });
    await this.jobs.embed({ ...payload, part: part + 1 }, key);
  }
}
