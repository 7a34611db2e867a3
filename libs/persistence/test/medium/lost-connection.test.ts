import { type EventEmitter } from 'node:events';
import { isInfrastructureFault } from '@openrounds/queue';
import { itInFull, LosingProxy } from '@openrounds/testing';
import { type EntityManager } from 'typeorm';
import { createDataSource } from '../../src/index';
import { type OutboxRig, openOutboxRig } from '../fixtures/outbox-rig';

describe('a connection that is lost', () => {
  let rig: OutboxRig;
  beforeAll(async () => {
    rig = await openOutboxRig();
  });
  afterAll(() => rig.close());

  /** TypeORM, which has let go of it by then, says so in two ways of its own. */
  const WAYS: readonly (readonly [string, (manager: EntityManager) => Promise<unknown>])[] = [
    ['plain SQL', (manager) => manager.query('SELECT 1')],
    ['a query of its runner', (manager) => manager.queryRunner?.query('SELECT 1') ?? Promise.resolve()],
    ['a transaction within', (manager) => manager.transaction((inner) => inner.query('SELECT 1'))],
  ];
  it.each(WAYS)(
    'between two statements of a transaction is an outage as well, and the next has a new one: %s',
    async (_way, ask) => {
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
          // Not `once` of node:events: that fails by the error which comes first, and nothing would be asked behind it.
          const gone = new Promise((resolve) => connection.once('end', resolve));
          proxy.cut();
          await gone;
          await ask(manager);
        })
        .catch((error: unknown) => error);
      expect([failure, isInfrastructureFault(failure)]).toEqual([expect.any(Error), true]);
      proxy.restore();
      expect(await dataSource.query('SELECT 1 AS one')).toEqual([{ one: 1 }]);
      await dataSource.destroy();
      await proxy.close();
    },
  );

  itInFull(
    'to a server that hangs is an outage when a statement has had its time',
    async () => {
      const proxy = await LosingProxy.open(rig.database.url('gateway'));
      const none = { schema: 'gateway', entities: [], migrations: [] };
      const dataSource = await createDataSource({ url: proxy.url, ...none }).initialize();
      await dataSource.query('SELECT 1');
      proxy.fallSilent();
      const asked = await Promise.allSettled([
        dataSource.query('SELECT 1'),
        createDataSource({ url: proxy.url, ...none }).initialize(),
      ]);
      for (const told of asked)
        expect(told.status === 'rejected' && isInfrastructureFault(told.reason)).toBe(true);
      proxy.restore();
      expect(await dataSource.query('SELECT 1 AS one')).toEqual([{ one: 1 }]);
      await dataSource.destroy();
      await proxy.close();
    },
    120_000,
  );
});
