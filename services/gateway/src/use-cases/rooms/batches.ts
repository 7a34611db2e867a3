import { DomainError, ERROR_CODES } from '@openrounds/contracts';
import { Collector, type CollectorLimits } from '../../model/collector';

/** How long a batch may be under way. */
export const BATCH_DEADLINE_MS = 5_000;
const RETRY_AFTER_SECONDS = 1;

/** Whose batch it is. */
export interface BatchOfRoom {
  readonly tenantId: string;
  readonly roomId: string;
}

const LIMITS: Omit<CollectorLimits, 'items'> = {
  milliseconds: 50,
  bytes: 128 * 1024,
  batches: 2,
  patience: BATCH_DEADLINE_MS,
};

/** Whoever was in a batch that failed sends the same again; nothing that was answered is lost. */
const failureOf = (cause: unknown): Error =>
  cause instanceof DomainError && ERROR_CODES[cause.code].status < 500
    ? cause
    : new DomainError('dependency-unavailable', undefined, [], RETRY_AFTER_SECONDS);

/** Collects what people in the same room want at nearly the same time: one message for many instead of one for each. */
export class RoomBatches<Item, Answer> {
  private readonly collectors = new Map<string, Collector<Item, Answer>>();

  /** @param items most of one batch */
  constructor(
    private readonly items: number,
    private readonly send: (room: BatchOfRoom, items: readonly Item[]) => Promise<readonly Answer[]>,
  ) {}

  /** @throws DomainError `dependency-unavailable` where the batch failed */
  add(room: BatchOfRoom, item: Item): Promise<Answer> {
    const { roomId } = room;
    const collector = this.collectors.get(roomId) ?? this.collectorOf(room);
    this.collectors.set(roomId, collector);
    return collector.add(item, Buffer.byteLength(JSON.stringify(item)));
  }

  private collectorOf({ tenantId, roomId }: BatchOfRoom): Collector<Item, Answer> {
    const limits = { ...LIMITS, items: this.items };
    return new Collector(limits, {
      send: (items) => this.send({ tenantId, roomId }, items),
      failure: failureOf,
      onIdle: () => this.collectors.delete(roomId),
    });
  }
}
