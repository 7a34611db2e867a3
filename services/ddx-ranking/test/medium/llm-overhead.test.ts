import { quantile } from '@openrounds/evaluation';
import { RANKER, withBudget, withCache, withInertAnswers } from '@openrounds/llm';
import { newId, Sealer, systemClock } from '@openrounds/platform';
import { FULL, openMigratedDatabase, type MigratedDatabase } from '@openrounds/testing';
import { FixedModel } from '../../../../libs/llm/test/fixed-model';
import { sampleRequest } from '../../../../libs/llm/test/sample-request';
import { ENTITIES } from '../../src/persistence/entities';
import { MIGRATIONS } from '../../src/persistence/migrations';
import { TypeOrmLlmAnswers } from '../../src/persistence/typeorm-llm-answers';
import { TypeOrmLlmUsage } from '../../src/persistence/typeorm-llm-usage';

/** The long form has as many calls as the issue that asked for it, and prints what the guards cost (docs/llm.md). */
const CALLS = FULL ? 1_000 : 5;

// A thousand calls, twice, on a machine that is busy with other tests.
jest.setTimeout(300_000);

const ANSWER = { diagnoses: [{ diseaseId: 'pulmonary-embolism', name: 'PE', probability: 0.6 }] };

describe('all that guards a language model', () => {
  let opened: MigratedDatabase;

  beforeAll(async () => {
    opened = await openMigratedDatabase({
      schema: 'ddx_ranking',
      entities: ENTITIES,
      migrations: MIGRATIONS,
    });
  });
  afterAll(() => opened.close());

  it('leaves an honest answer as it is, asked and kept', async () => {
    const { dataSource } = opened;
    const sealer = new Sealer({ current: 'key', keys: new Map([['key', Buffer.alloc(32, 1)]]) });
    const bare = new FixedModel(ANSWER);
    const daily = { user: 1e9, tenant: 1e9, all: 1e9 };
    const budgeted = withBudget(bare, { maxPromptBytes: 131_072, daily }, new TypeOrmLlmUsage(dataSource));
    const guarded = withInertAnswers(
      withCache(budgeted, new TypeOrmLlmAnswers(dataSource, sealer, systemClock), {}),
    );
    const { value } = await bare.ask(RANKER, sampleRequest());
    const took: Record<'asked' | 'kept', number[]> = { asked: [], kept: [] };
    for (let call = 0; call < CALLS; call += 1) {
      const whose = { tenantId: 'school', userId: 'anna', knowledge: String(call) };
      for (const kind of ['asked', 'kept'] as const) {
        const start = performance.now();
        const reply = await guarded.ask(RANKER, sampleRequest(), { ...whose, caseId: newId() });
        took[kind].push(performance.now() - start);
        expect(reply).toMatchObject({ value, cached: kind === 'kept' });
      }
    }
    expect(bare.asked).toHaveLength(1 + CALLS);
    if (!FULL) return;
    const said = Object.entries(took).map(
      ([kind, ms]) =>
        `${kind}: median ${quantile(ms, 0.5)?.toFixed(1)} ms, p95 ${quantile(ms, 0.95)?.toFixed(1)} ms`,
    );
    process.stdout.write(`guards over the bare call, ${CALLS} calls: ${said.join('; ')}\n`);
  });
});
