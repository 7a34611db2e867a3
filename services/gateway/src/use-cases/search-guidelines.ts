import { Inject, Injectable } from '@nestjs/common';
import { deidentify } from '@openrounds/clinical-language';
import {
  DomainError,
  type GuidelinePassage,
  type JobMeta,
  type Language,
  type SearchGuidelinesPayload,
} from '@openrounds/contracts';
import { namesOf, notice, presentPassage, rankedByWords } from '@openrounds/presentation';
import { KNOWLEDGE_LIBRARY, type KnowledgeLibrary } from '../ports/knowledge-library';
import { SERVICES, type Services } from '../ports/services';

/** What is looked for: words, a disease, or both. */
export interface GuidelineQuery {
  readonly q?: string | undefined;
  readonly disease?: string | undefined;
  readonly region?: string | undefined;
  readonly inRegion?: string | undefined;
  readonly finding?: string | undefined;
  readonly about?: GuidelinePassage['about'];
  readonly population?: string | undefined;
  readonly since?: number | undefined;
  readonly documentLanguage?: Language | undefined;
  readonly limit: number;
}

export interface FoundPassages {
  readonly items: GuidelinePassage[];
  readonly nextCursor: null;
  readonly reason?: 'no-evidence-found';
  readonly vectors?: 'used' | 'unavailable';
  readonly notice: string;
}

/**
 * The first search in a process waits until what it goes by is made: seconds, once. With words it is their index and what is learnt, of an
 * institution's own documents the names that they are told apart by.
 */
const FIRST_SEARCH_MS = 15_000;

/** Searches the passages of the active knowledge version. Nothing found is said, not filled in. */
@Injectable()
export class SearchGuidelines {
  constructor(
    @Inject(SERVICES) private readonly services: Services,
    @Inject(KNOWLEDGE_LIBRARY) private readonly knowledge: Pick<KnowledgeLibrary, 'current'>,
  ) {}

  async execute(
    meta: JobMeta,
    { q, disease, region, limit, ...filter }: GuidelineQuery,
    language: Language,
  ): Promise<FoundPassages> {
    const { bundle } = this.knowledge.current();
    const knowledge = bundle.hashes.knowledge;
    const query = q === undefined ? undefined : deidentify(q).text;
    const read = query === undefined ? undefined : await this.read(meta, knowledge, query);
    const { passages, vectors } = await this.services.ask(
      'search-guidelines.v1',
      {
        meta,
        knowledge,
        query,
        read,
        diseaseIds: disease === undefined ? [] : [disease],
        language,
        region: region ?? null,
        limit,
        filter: filterOf(filter),
      },
      FIRST_SEARCH_MS,
    );
    const names = namesOf(bundle, language);
    const items = passages.flatMap((hit) => presentPassage(hit, bundle, names) ?? []);
    return {
      items,
      nextCursor: null,
      ...(items.length === 0 ? { reason: 'no-evidence-found' as const } : {}),
      ...(vectors === undefined ? {} : { vectors }),
      notice: vectors === 'unavailable' ? `${notice(language)} ${rankedByWords(language)}` : notice(language),
    };
  }

  /** What the question speaks of; undefined while nobody can read it: its words are looked up all the same. */
  private async read(
    meta: JobMeta,
    knowledge: string,
    question: string,
  ): Promise<SearchGuidelinesPayload['read']> {
    try {
      return await this.services.ask('read-question.v1', { meta, knowledge, question });
    } catch (error) {
      if (error instanceof DomainError && error.code === 'dependency-unavailable') return undefined;
      throw error;
    }
  }
}

/** The filter as it travels; words that may name somebody are masked as those of the query are. */
function filterOf({
  inRegion,
  population,
  finding,
  about,
  since,
  documentLanguage,
}: Partial<GuidelineQuery>): NonNullable<SearchGuidelinesPayload['filter']> {
  return {
    ...(inRegion === undefined ? {} : { regions: [inRegion] }),
    ...(population === undefined ? {} : { population: deidentify(population).text }),
    finding,
    about,
    since,
    documentLanguage,
  };
}
