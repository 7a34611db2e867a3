import { Inject, Injectable } from '@nestjs/common';
import { type Asker, type CaseState, type ToldListedCase } from '@openrounds/contracts';
import { CASE_STORE, type CaseStore } from '../ports/case-store';
import { markOf, slugOf } from './tell-case';

export interface CasesWanted {
  readonly tenantId: string;
  readonly by: Asker;
  readonly limit: number;
  readonly before?: string | undefined;
  readonly state?: CaseState | undefined;
}

/** One page of a list. */
export interface Paged<T> {
  readonly items: T[];
  /** Whether others follow. */
  readonly more: boolean;
}

/** Lists the cases that teachers have written, the newest first. */
@Injectable()
export class ListCases {
  constructor(@Inject(CASE_STORE) private readonly cases: Pick<CaseStore, 'list'>) {}

  async execute({ tenantId, by, limit, before, state }: CasesWanted): Promise<Paged<ToldListedCase>> {
    const listed = await this.cases.list(tenantId, { limit: limit + 1, before, state });
    const items = listed.slice(0, limit).map((each) => ({
      id: each.caseId,
      slug: slugOf(each.caseId),
      state: each.state,
      mark: markOf(each, each.version),
      mine: each.owner === by.subject,
      version: each.version,
      publishedVersion: each.publishedVersion,
      title: each.card.title,
      problemId: each.card.problemId,
    }));
    return { items, more: listed.length > limit };
  }
}
