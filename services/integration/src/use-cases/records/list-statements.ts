import { Inject, Injectable } from '@nestjs/common';
import { type ListStatementsPayload, type RecordStatements } from '@openrounds/contracts';
import { CMI5_SESSIONS, type Cmi5Sessions } from '../../ports/cmi5-sessions';

/** Where statements stand on their way. */
@Injectable()
export class ListStatements {
  constructor(@Inject(CMI5_SESSIONS) private readonly sessions: Pick<Cmi5Sessions, 'list'>) {}

  async execute({ meta, limit, before, state }: ListStatementsPayload): Promise<RecordStatements> {
    const found = await this.sessions.list(meta.tenantId, { limit: limit + 1, before, state });
    return { items: found.slice(0, limit), more: found.length > limit };
  }
}
