import { type EventEmitter, once } from 'node:events';
import { isInfrastructureFault } from '@openrounds/queue';
import { LosingProxy } from '@openrounds/testing';
import { createDataSource } from '../../src/index';
import { type OutboxRig, openOutboxRig } from '../fixtures/outbox-rig';

describe('a connection that is lost', () => {
  let rig: OutboxRig;
  beforeAll(async () => {
    rig = await openOutboxRig();
  });
  afterAll(() => rig.close());

  it('between two statements of a transaction is an outage as well, and the next has a new one', async () => {
    const proxy = await LosingProxy.open(rig.database.url('gateway'));
    const dataSource = await createDataSource({
      url: proxy.url,
      schema: 'gateway',
      entities: [],
      migrations: [],
    }).initialize();
    const failure: unknown = await dataSource
      .transaction(async (manager) => {
        await manager.query('SELECT 1');
        const connection = (await manager.queryRunner?.connect()) as EventEmitter;
        const gone = once(connection, 'end');
        proxy.cut();
        await gone;
        await manager.query('SELECT 1');
      })
      .catch((error: unknown) => error);
    expect([failure, isInfrastructureFault(failure)]).toEqual([expect.any(Error), true]);
    proxy.restore();
    expect(await dataSource.query('SELECT 1 AS one')).toEqual([{ one: 1 }]);
    await dataSource.destroy();
    await proxy.close();
  });
});
