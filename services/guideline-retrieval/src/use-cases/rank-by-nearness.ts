import { Inject, Injectable } from '@nestjs/common';
import { type JobMeta, type Language } from '@openrounds/contracts';
import { CLOCK, type Clock, LOGGER, type Logger } from '@openrounds/platform';
import { type EmbeddedText } from '../model/embedded-text';
import { EMBEDDER, type Embedder, EmbeddingsUnavailable } from '../ports/embedder';
import { EMBEDDING_JOBS, type EmbeddingJobs } from '../ports/embedding-jobs';
import { VECTOR_STORE, type VectorStore } from '../ports/vector-store';
import { embeddingKey } from './embed-passages';

/** An endpoint that failed is left alone for so long: nobody else waits for it in vain. */
const REST_MS = 30_000;
/** Passages beyond stay behind these as the words put them. */
const MOST_RANKED = 200;

/** What is to be ranked, for whom. */
export interface NearnessQuestion {
  readonly meta: JobMeta;
  readonly knowledge: string;
  readonly language: Language;
  readonly question: string;
  /** By the id of the passage, best first as the words say. */
  readonly candidates: ReadonlyMap<string, EmbeddedText | undefined>;
}

/** The ids of candidates, the nearest first; `off` where no vectors are configured, or there is nothing to rank. */
export type Nearness = { readonly nearest: readonly string[] } | 'unavailable' | 'off';

/** Ranks passages that the words found by what they mean. Whatever goes wrong here leaves the words' order. */
@Injectable()
export class RankByNearness {
  private restsUntil = 0;

  constructor(
    @Inject(EMBEDDER) private readonly embedder: Embedder | undefined,
    @Inject(VECTOR_STORE) private readonly vectors: VectorStore,
    @Inject(EMBEDDING_JOBS) private readonly jobs: EmbeddingJobs,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LOGGER) private readonly logger: Pick<Logger, 'warn'>,
  ) {}

  get isOn(): boolean {
    return this.embedder !== undefined;
  }

  async rank(asked: NearnessQuestion): Promise<Nearness> {
    const { embedder } = this;
    const ranked = [...asked.candidates].slice(0, MOST_RANKED);
    const texts = ranked.flatMap(([id, text]) => (text === undefined ? [] : [{ id, hash: text.hash }]));
    if (embedder === undefined || texts.length < 2) return 'off';
    const hashes = [...new Set(texts.map(({ hash }) => hash))];
    if ((await this.vectors.missing(embedder.model, hashes)).length > 0) {
      const { meta, knowledge, language } = asked;
      const key = embeddingKey({ hashes, model: embedder.model, at: this.clock.now() });
      await this.jobs.embed({ meta, knowledge, language, part: 0 }, key);
      return 'unavailable';
    }
    const to = await this.vectorOf(embedder, asked.question);
    if (to === undefined) return 'unavailable';
    const order = await this.vectors.nearest(embedder.model, to, hashes);
    // A model that changed under its name gives vectors of another length.
    if (order.length < hashes.length) return 'unavailable';
    const places = new Map(order.map((hash, place) => [hash, place]));
    const placeOf = ({ hash }: { hash: string }): number => places.get(hash) ?? order.length;
    return { nearest: texts.toSorted((one, other) => placeOf(one) - placeOf(other)).map(({ id }) => id) };
  }

  private async vectorOf(embedder: Embedder, question: string): Promise<readonly number[] | undefined> {
    if (this.clock.now().getTime() < this.restsUntil) return undefined;
    try {
      return (await embedder.embed([question], 'asked'))[0];
    } catch (error) {
      if (!(error instanceof EmbeddingsUnavailable)) throw error;
      this.restsUntil = this.clock.now().getTime() + REST_MS;
      this.logger.warn(`passages are ranked by words alone: ${error.message}`);
      return undefined;
    }
  }
}
