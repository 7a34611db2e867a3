import { openMigratedDatabase, type MigratedDatabase } from '@openrounds/testing';
import { packAnswer } from '@openrounds/run-flow';
import { ENTITIES } from '../../src/persistence/entities';
import { MIGRATIONS } from '../../src/persistence/migrations';
import { TypeOrmRankings } from '../../src/persistence/typeorm-rankings';
import { itKeepsRankings } from '../conformance/ranking-store';
import { rankings } from '../fixtures/rankings';

describe('the store of rankings in Postgres', () => {
  let opened: MigratedDatabase;

  beforeAll(async () => {
    opened = await openMigratedDatabase({
      schema: 'ddx_ranking',
      entities: ENTITIES,
      migrations: MIGRATIONS,
    });
  });

  afterAll(() => opened.close());

  it('reads an answer that was written before answers rested packed', async () => {
    const store = new TypeOrmRankings(opened.dataSource);
    const { answer, ...ranking } = rankings.build();
    await store.save({ ...ranking, answer }, null);
    const kept = 'SELECT answer, packed_answer AS packed FROM rankings WHERE run_id = $1';
    expect(await opened.dataSource.query(kept, [ranking.runId])).toEqual([
      { answer: null, packed: packAnswer(answer) },
    ]);
    await opened.dataSource.query('UPDATE rankings SET answer = $2, packed_answer = NULL WHERE run_id = $1', [
      ranking.runId,
      answer,
    ]);
    expect(await store.find('school', ranking.runId)).toEqual({ ...ranking, answer });
  });

  itKeepsRankings(() => new TypeOrmRankings(opened.dataSource));
});
