import { createDataSource } from '@openrounds/persistence';
import { isInfrastructureFault } from '@openrounds/queue';
import { commitOf, LosingProxy, type Lost } from '@openrounds/testing';
import { ENTITIES } from '../../src/persistence/entities';
import { TypeOrmRuns } from '../../src/persistence/typeorm-runs';
import { claims, newRuns, openStores, SEALER, type GatewayStores } from '../fixtures/stores';

describe('a connection that is lost while a run is accepted', () => {
  let stores: GatewayStores;
  let proxy: LosingProxy;

  beforeAll(async () => {
    stores = await openStores();
    proxy = await LosingProxy.open(stores.database.url('gateway'));
  });

  afterAll(async () => {
    await proxy.close();
    await stores.close();
  });

  it.each<[Lost, 'known' | 'fresh']>([
    ['answer', 'known'],
    ['statement', 'fresh'],
  ])('with the %s of COMMIT is an outage, and the same request then finds its run %s', async (lost, kind) => {
    const dataSource = await createDataSource({
      url: proxy.url,
      schema: 'gateway',
      entities: ENTITIES,
      migrations: [],
    }).initialize();
    const runs = new TypeOrmRuns(dataSource, SEALER);
    const held = async () => ({
      runs: await stores.runs.countWaiting(),
      messages: (await stores.outbox()).length,
    });
    const before = await held();
    const request = claims.build();
    const accept = () => {
      const run = newRuns.build();
      return runs.accept(run, { ...request, resourceId: run.id });
    };
    const struck = proxy.loseAt(commitOf('INSERT INTO runs'), lost);
    const failure: unknown = await accept().catch((error: unknown) => error);
    await struck;
    expect(isInfrastructureFault(failure)).toBe(true);

    expect(await accept()).toMatchObject({ kind });
    expect(await accept()).toMatchObject({ kind: 'known' });
    expect(await held()).toEqual({ runs: before.runs + 1, messages: before.messages + 1 });
    await dataSource.destroy();
  });
});
