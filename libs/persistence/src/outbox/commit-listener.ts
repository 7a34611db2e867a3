import {
  type DataSource,
  type EntityManager,
  type EntitySubscriberInterface,
  type TransactionCommitEvent,
} from 'typeorm';

const WRITTEN = 'openroundsOutboxWritten';

/** Notes on the transaction that it wrote to the outbox. */
export function markAsWritten(manager: EntityManager): void {
  if (!manager.queryRunner?.isTransactionActive) {
    throw new Error('A message belongs into the transaction that decides upon it.');
  }
  manager.queryRunner.data[WRITTEN] = true;
}

/**
 * Calls `onCommit` after each commit of a transaction that wrote to the outbox, so that a message leaves within
 * milliseconds and not at the next look.
 *
 * @returns stops listening
 */
export function onOutboxCommit(dataSource: DataSource, onCommit: () => void): () => void {
  const listener: EntitySubscriberInterface = {
    afterTransactionCommit({ queryRunner }: TransactionCommitEvent) {
      if (queryRunner.data[WRITTEN] === true) onCommit();
    },
  };
  dataSource.subscribers.push(listener);
  return () => {
    const index = dataSource.subscribers.indexOf(listener);
    if (index >= 0) dataSource.subscribers.splice(index, 1);
  };
}
