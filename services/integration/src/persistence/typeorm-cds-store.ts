import { Inject, Injectable } from '@nestjs/common';
import { type KeptCdsFeedback } from '@openrounds/contracts';
import { DATA_SOURCE } from '@openrounds/persistence';
import { LessThan, type DataSource } from 'typeorm';
import { type CdsStore } from '../ports/cds-store';
import { CdsFeedbackEntity } from './entities/cds-feedback.entity';
import { CdsTokenEntity } from './entities/cds-token.entity';
import { EhrClientEntity } from './entities/ehr-client.entity';

@Injectable()
export class TypeOrmCdsStore implements CdsStore {
  constructor(@Inject(DATA_SOURCE) private readonly dataSource: DataSource) {}

  /** In plain SQL and one statement: each call waits for it. */
  async spend(issuer: string, tokenId: string, forgetAt: Date): Promise<boolean> {
    const spent = await this.dataSource.manager.query<unknown[]>(
      'INSERT INTO cds_tokens (issuer, token_id, forget_at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING RETURNING 1',
      [issuer, tokenId, forgetAt],
    );
    return spent.length === 1;
  }

  async keepFeedback(clientId: string, feedback: readonly KeptCdsFeedback[]): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      const client = await manager.findOne(EhrClientEntity, {
        where: { id: clientId },
        lock: { mode: 'pessimistic_read' },
      });
      if (client === null) return;
      const rows = feedback.map(({ card, outcome, reason, commented, at }) => ({
        clientId,
        card,
        outcome,
        reasonSystem: reason?.system ?? null,
        reasonCode: reason?.code ?? null,
        commented,
        at: new Date(at),
      }));
      await manager.createQueryBuilder().insert().into(CdsFeedbackEntity).values(rows).orIgnore().execute();
    });
  }

  async forget(now: Date, feedbackBefore: Date): Promise<number> {
    const { manager } = this.dataSource;
    const tokens = await manager.delete(CdsTokenEntity, { forgetAt: LessThan(now) });
    const feedback = await manager.delete(CdsFeedbackEntity, { at: LessThan(feedbackBefore) });
    return (tokens.affected ?? 0) + (feedback.affected ?? 0);
  }
}
