import { Inject, Injectable } from '@nestjs/common';
import { CASE_STORE, type CaseStore, type ListedCase } from '../ports/case-store';

export interface CasePage {
  readonly items: readonly ListedCase[];
  /** Whether there are older ones. */
  readonly more: boolean;
}

/** Lists the cases of a tenant in their newest version, the newest case first. */
@Injectable()
export class ListCases {
  constructor(@Inject(CASE_STORE) private readonly cases: Pick<CaseStore, 'list'>) {}

  /** @param before the case after which the page begins */
  async execute(tenantId: string, limit: number, before?: string): Promise<CasePage> {
    const found = await this.cases.list(tenantId, limit + 1, before);
    return { items: found.slice(0, limit), more: found.length > limit };
  }
}
