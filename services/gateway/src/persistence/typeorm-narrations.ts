import { Inject, Injectable } from '@nestjs/common';
import {
  narrationJobId,
  NarrationEvidence,
  SaidSentences,
  SEAL_PLACES,
  type NarrationRecord,
  type WriteNarrationPayload,
} from '@openrounds/contracts';
import { DATA_SOURCE } from '@openrounds/persistence';
import { Sealer } from '@openrounds/platform';
import { IsNull, type DataSource } from 'typeorm';
import { z } from 'zod';
import { type Claimed, type IdempotencyClaim } from '../ports/idempotency';
import { type NarrationOutcome, type NarrationStore, type NewNarration } from '../ports/narration-store';
import { NarrationEntity } from './entities/narration.entity';
import { claimKey } from './idempotency-rows';
import { notifyRun } from './notify';
import { OUTBOX } from './outbox';
import { holdCase } from './run-rows';

const Lines = z.array(NarrationEvidence);

@Injectable()
export class TypeOrmNarrations implements NarrationStore {
  constructor(
    @Inject(DATA_SOURCE) private readonly dataSource: DataSource,
    private readonly sealer: Sealer,
  ) {}

  accept(narration: NewNarration, claim: IdempotencyClaim | undefined): Promise<Claimed> {
    const { meta, id, runId, audience, language, createdAt, evidence } = narration;
    const { tenantId, caseId } = meta;
    return this.dataSource.transaction(async (manager) => {
      if (claim !== undefined) {
        const claimed = await claimKey(manager, claim, createdAt);
        if (claimed.kind === 'known') return claimed;
      }
      await holdCase(manager, tenantId, caseId);
      const sealed = this.sealer.seal(evidence, SEAL_PLACES.narrationEvidence(tenantId, id));
      const row = { id, tenantId, runId, audience, language, createdAt, evidence: sealed };
      await manager.insert(NarrationEntity, { ...row, completedAt: null, said: null, fault: null });
      const payload: WriteNarrationPayload = {
        meta,
        narrationId: id,
        audience,
        language,
        evidence: [...evidence],
      };
      const jobId = narrationJobId(id, 'write');
      await OUTBOX.add(manager, { queue: 'ddx-ranking-llm', job: 'write-narration.v1', jobId, payload });
      return { kind: 'fresh' };
    });
  }

  async find(tenantId: string, runId: string, id: string): Promise<NarrationRecord | undefined> {
    const row = await this.dataSource.manager.findOneBy(NarrationEntity, { tenantId, runId, id });
    if (row === null) return undefined;
    const { tenantId: _, evidence, said, ...told } = row;
    return {
      ...told,
      status: row.completedAt === null ? 'waiting' : row.fault === null ? 'written' : 'failed',
      evidence: this.sealer.open(evidence, SEAL_PLACES.narrationEvidence(tenantId, id), Lines),
      said: said && this.sealer.open(said, SEAL_PLACES.narrationSaid(tenantId, id), SaidSentences),
    };
  }

  finish(tenantId: string, id: string, outcome: NarrationOutcome, at: Date): Promise<void> {
    const { said } = outcome;
    return this.dataSource.transaction(async (manager) => {
      const waiting = { tenantId, id, completedAt: IsNull() };
      const { affected } = await manager.update(NarrationEntity, waiting, {
        completedAt: at,
        said: said === undefined ? null : this.sealer.seal(said, SEAL_PLACES.narrationSaid(tenantId, id)),
        fault: 'fault' in outcome ? outcome.fault : null,
      });
      if (affected !== 1) return;
      const { runId } = await manager.findOneByOrFail(NarrationEntity, { tenantId, id });
      await notifyRun(manager, runId);
    });
  }
}
