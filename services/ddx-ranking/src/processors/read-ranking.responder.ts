import { Inject } from '@nestjs/common';
import { DomainError, type RankingPart, type ReadRankingPayload } from '@openrounds/contracts';
import { Handles, partOf } from '@openrounds/run-flow';
import { RANKING_STORE, type RankingStore } from '../ports/ranking-store';

/** Hands out a ranking that was too large to be sent, part by part; whoever asks checks its hash. */
@Handles('ddx-ranking-interactive', 'read-ranking.v1')
export class ReadRankingResponder {
  constructor(@Inject(RANKING_STORE) private readonly rankings: Pick<RankingStore, 'readPacked'>) {}

  /** A ranking that was named and is gone was erased: nothing else takes one away. */
  async answer({ meta, runId, part }: ReadRankingPayload): Promise<RankingPart> {
    const packed = await this.rankings.readPacked(meta.tenantId, runId);
    if (packed === undefined) throw new DomainError('case-erased');
    return { data: partOf(packed, part).toString('base64') };
  }
}
