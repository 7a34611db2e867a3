import { Inject, Injectable } from '@nestjs/common';
import {
  SEAL_PLACES,
  ToldCard,
  ToldListedCase,
  type CaseForecast,
  type CaseState,
  type LibraryCard,
  type LibraryList,
  type LibraryQuery,
  type TeachingCaseList,
} from '@openrounds/contracts';
import { lookupOf } from '@openrounds/knowledge';
import { Sealer } from '@openrounds/platform';
import { localised, namesOf, notice, presentStageForecast } from '@openrounds/presentation';
import { z } from 'zod';
import { KNOWLEDGE_LIBRARY, type KnowledgeLibrary } from '../ports/knowledge-library';
import { SERVICES, type Services } from '../ports/services';
import { decodeCursor, decodePosition, encodeCursor } from './paging';
import { askerOf, type TeachingRequest } from './teaching-cases';

export interface CasesWanted {
  readonly limit: number;
  readonly cursor?: string | undefined;
  readonly state?: CaseState | undefined;
}

/** What may be taken and what was written, in lists; and what the engine would say of it. */
@Injectable()
export class ReadLibrary {
  constructor(
    @Inject(SERVICES) private readonly services: Services,
    @Inject(KNOWLEDGE_LIBRARY) private readonly knowledge: KnowledgeLibrary,
    private readonly sealer: Sealer,
  ) {}

  /** @throws DomainError `invalid-request` for a cursor that is none of ours */
  async cards(request: TeachingRequest, query: LibraryQuery): Promise<LibraryList> {
    const { principal, meta, language } = request;
    const { limit, cursor, lang: _lang, ...filter } = query;
    const from = decodePosition(cursor);
    const by = askerOf(principal);
    const versions = this.knowledge.versions();
    const payload = { meta, by, limit, from, versions, ...filter };
    const page = await this.services.ask('list-library.v1', payload);
    const told = this.open(page.sealed, request, z.array(ToldCard));
    return {
      items: told.map((card) => this.cardOf(card, request)),
      nextCursor: page.more ? encodeCursor(String(from + told.length)) : null,
      notice: notice(language),
    };
  }

  /** @throws DomainError `invalid-request` for a cursor that is none of ours */
  async cases(request: TeachingRequest, { limit, cursor, state }: CasesWanted): Promise<TeachingCaseList> {
    const { principal, meta, language } = request;
    const before = decodeCursor(cursor);
    const page = await this.services.ask('list-teaching-cases.v1', {
      meta,
      by: askerOf(principal),
      limit,
      ...(before === undefined ? {} : { before }),
      ...(state === undefined ? {} : { state }),
    });
    const told = this.open(page.sealed, request, z.array(ToldListedCase));
    const last = told.at(-1);
    return {
      items: told.map((each) => ({ ...each, title: localised(each.title, language) })),
      nextCursor: page.more && last !== undefined ? encodeCursor(last.id) : null,
    };
  }

  /** @throws DomainError `not-found`, `case-erased`, `dependency-unavailable` while it is not there yet */
  async forecast(request: TeachingRequest, caseId: string, version?: number): Promise<CaseForecast> {
    const { principal, meta, language } = request;
    const versions = this.knowledge.versions();
    const forecast = await this.services.ask('forecast-case.v1', {
      meta,
      by: askerOf(principal),
      caseId,
      versions,
      ...(version === undefined ? {} : { version }),
    });
    const names = namesOf(this.knowledge.bundleFor(versions), language);
    return {
      ...forecast,
      stages: forecast.stages.map((stage) => presentStageForecast(stage, names)),
      versions,
      notice: notice(language),
    };
  }

  private cardOf(
    { title, teaser, ...card }: ToldCard,
    { principal, language }: TeachingRequest,
  ): LibraryCard {
    const { problems } = lookupOf(this.knowledge.current().bundle);
    const { mine, ...shown } = card;
    return {
      ...shown,
      title: localised(title, language),
      teaser: teaser === null ? null : localised(teaser, language),
      problem: problems.get(card.problemId)?.name[language] ?? card.problemId,
      ...(principal.role === 'student' ? {} : { mine }),
    };
  }

  private open<T extends z.ZodType>(
    sealed: Parameters<Sealer['open']>[0],
    { meta: { tenantId, requestId } }: TeachingRequest,
    schema: T,
  ): z.output<T> {
    return this.sealer.open(sealed, SEAL_PLACES.shownTeachingCases(tenantId, requestId), schema);
  }
}
