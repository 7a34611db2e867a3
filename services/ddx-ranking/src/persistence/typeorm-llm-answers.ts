import { Inject, Injectable } from '@nestjs/common';
import { type Sealed, SEAL_PLACES } from '@openrounds/contracts';
import { type AnswerOwner, type KeptAnswer } from '@openrounds/llm';
import { DATA_SOURCE, HELD_CASE } from '@openrounds/persistence';
import { CLOCK, type Clock, SealBroken, Sealer } from '@openrounds/platform';
import { type DataSource, type EntityManager } from 'typeorm';
import { z } from 'zod';
import { type LlmAnswers } from '../ports/llm-answers';

/** What rests sealed. */
const Content = z.object({
  raw: z.unknown(),
  model: z.string(),
  usage: z.object({ promptTokens: z.number(), completionTokens: z.number() }).optional(),
});

/** Answers of the language model, sealed. */
@Injectable()
export class TypeOrmLlmAnswers implements LlmAnswers {
  constructor(
    @Inject(DATA_SOURCE) private readonly dataSource: DataSource,
    private readonly sealer: Sealer,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async find({ tenantId, caseId }: AnswerOwner, key: string): Promise<KeptAnswer | undefined> {
    const [row] = await this.dataSource.query<{ answer: Sealed }[]>(
      `WITH ${HELD_CASE}, found AS (
         SELECT answer FROM llm_answers, held WHERE kept AND tenant_id = $1 AND key = $3
       ), given AS (
         INSERT INTO llm_answer_cases (tenant_id, case_id, key) SELECT $1, $2::uuid, $3 FROM found ON CONFLICT DO NOTHING
       )
       SELECT answer FROM found`,
      [tenantId, caseId, key],
    );
    return row && this.opened(row.answer, tenantId, key);
  }

  async keep({ tenantId, caseId }: AnswerOwner, key: string, answer: KeptAnswer): Promise<void> {
    const sealed = this.sealer.seal(answer, SEAL_PLACES.llmAnswer(tenantId, key));
    await this.dataSource.query(
      `WITH ${HELD_CASE}, answer AS (
         INSERT INTO llm_answers (tenant_id, key, kept_at, answer) SELECT $1, $3, $4, $5 FROM held WHERE kept
         ON CONFLICT DO NOTHING
       )
       INSERT INTO llm_answer_cases (tenant_id, case_id, key) SELECT $1, $2::uuid, $3 FROM held WHERE kept
       ON CONFLICT DO NOTHING`,
      [tenantId, caseId, key, this.clock.now(), sealed],
    );
  }

  async forget(before: Date): Promise<number> {
    const gone = await this.dataSource.query<unknown[]>(
      `WITH old AS (DELETE FROM llm_answers WHERE kept_at < $1 RETURNING tenant_id, key), given AS (
         DELETE FROM llm_answer_cases USING old
          WHERE llm_answer_cases.tenant_id = old.tenant_id AND llm_answer_cases.key = old.key
       )
       SELECT 1 FROM old`,
      [before],
    );
    return gone.length;
  }

  /** An answer whose seal does not open is asked for again. */
  private opened(sealed: Sealed, tenantId: string, key: string): KeptAnswer | undefined {
    try {
      return this.sealer.open(sealed, SEAL_PLACES.llmAnswer(tenantId, key), Content);
    } catch (error) {
      if (error instanceof SealBroken) return undefined;
      throw error;
    }
  }
}

/** Takes away every answer that a case was given, also where others were given it too: they may ask again. */
export async function eraseLlmAnswers(
  manager: EntityManager,
  tenantId: string,
  caseId: string,
): Promise<void> {
  await manager.query(
    `WITH given AS (SELECT key FROM llm_answer_cases WHERE tenant_id = $1 AND case_id = $2), answer AS (
       DELETE FROM llm_answers WHERE tenant_id = $1 AND key IN (SELECT key FROM given)
     )
     DELETE FROM llm_answer_cases WHERE tenant_id = $1 AND key IN (SELECT key FROM given)`,
    [tenantId, caseId],
  );
}
