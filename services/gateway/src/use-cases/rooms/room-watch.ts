import { Inject, Injectable } from '@nestjs/common';
import {
  DomainError,
  ERROR_CODES,
  SEAL_PLACES,
  ToldRoomFrame,
  type FoundRoom,
  type RoomFrame as SealedFrame,
} from '@openrounds/contracts';
import { CLOCK, newId, Sealer, type Clock } from '@openrounds/platform';
import { namesOf } from '@openrounds/presentation';
import { KNOWLEDGE_LIBRARY, type KnowledgeLibrary } from '../../ports/knowledge-library';
import { SERVICES, type Services } from '../../ports/services';
import { ROOM_SIGNALS, type Signals } from '../../ports/signals';
import { RoomFrame } from './room-frame';

/** A signal can be lost with its connection; a room that somebody looks at is looked at again after this long anyway. */
const LOOK_AGAIN_MS = 2_000;
/** Four frames a second are as many as anybody can see change. */
const LEAST_BETWEEN_MS = 250;

export type WatchedRoom = Pick<FoundRoom, 'tenantId' | 'roomId' | 'knowledge'>;

/** A room that somebody looks at. Its frame is fetched once for all who look, and anew after each change. */
export interface RoomWatch {
  /** The newest frame; the one before where it cannot be fetched, with `waiting`. */
  look(): Promise<{ readonly frame: RoomFrame; readonly waiting: boolean }>;
  /** Calls back when the frame may be another one; the result ends the subscription. */
  subscribe(listener: () => void): () => void;
  /** To be called once, when nobody looks through this watch any more. */
  close(): void;
}

/** Watches rooms for all who look at them in this process: one subscription and one fetch a change for each room. */
@Injectable()
export class RoomWatches {
  private readonly shared = new Map<string, SharedWatch>();

  constructor(
    @Inject(SERVICES) private readonly services: Services,
    @Inject(ROOM_SIGNALS) private readonly signals: Signals,
    @Inject(KNOWLEDGE_LIBRARY) private readonly knowledge: Pick<KnowledgeLibrary, 'bundleFor'>,
    private readonly sealer: Sealer,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  open(room: WatchedRoom): RoomWatch {
    const watch =
      this.shared.get(room.roomId) ?? new SharedWatch(() => this.fetch(room), this.signals, room.roomId);
    this.shared.set(room.roomId, watch);
    watch.users += 1;
    return {
      look: watch.look,
      subscribe: watch.subscribe,
      close: () => {
        watch.users -= 1;
        if (watch.users > 0) return;
        watch.stop();
        this.shared.delete(room.roomId);
      },
    };
  }

  /** The newest frame, for somebody who looks once. */
  async look(room: WatchedRoom): Promise<RoomFrame> {
    const watch = this.open(room);
    try {
      return (await watch.look()).frame;
    } finally {
      watch.close();
    }
  }

  /** What was answered with a frame. */
  read(room: WatchedRoom, requestId: string, { sealed, ...head }: SealedFrame): RoomFrame {
    const place = SEAL_PLACES.shownRoom(room.tenantId, requestId);
    const told = this.sealer.open(sealed, place, ToldRoomFrame);
    const bundle = this.knowledge.bundleFor(room);
    return new RoomFrame(head, told, (language) => namesOf(bundle, language), this.clock);
  }

  private async fetch(room: WatchedRoom): Promise<RoomFrame> {
    const { tenantId, roomId } = room;
    const requestId = newId();
    const frame = await this.services.ask('room-frame.v1', { meta: { tenantId, requestId }, roomId });
    return this.read(room, requestId, frame);
  }
}

/** Whether it may be otherwise in a moment. */
const isOutage = (error: unknown): boolean =>
  !(error instanceof DomainError) || ERROR_CODES[error.code].status >= 500;

class SharedWatch {
  users = 0;
  private readonly listeners = new Set<() => void>();
  private readonly unsubscribe: () => void;
  private readonly lookAgain: NodeJS.Timeout;
  private pause: NodeJS.Timeout | undefined;
  private missed = false;
  private fetching: Promise<RoomFrame> | undefined;
  private newest: RoomFrame | undefined;

  constructor(
    private readonly fetch: () => Promise<RoomFrame>,
    signals: Signals,
    roomId: string,
  ) {
    this.unsubscribe = signals.subscribe(roomId, this.changed);
    this.lookAgain = setInterval(this.changed, LOOK_AGAIN_MS);
  }

  readonly look = async (): Promise<{ frame: RoomFrame; waiting: boolean }> => {
    try {
      this.fetching ??= this.fetch();
      const fetched = await this.fetching;
      if (this.newest === undefined || fetched.seq >= this.newest.seq) this.newest = fetched;
      return { frame: this.newest, waiting: false };
    } catch (error) {
      if (this.newest === undefined || !isOutage(error)) throw error;
      return { frame: this.newest, waiting: true };
    }
  };

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  stop(): void {
    clearInterval(this.lookAgain);
    clearTimeout(this.pause);
    this.unsubscribe();
  }

  /**
   * Tells who looks, and then not again for a while: what happens meanwhile is told when it is over. Whoever asks by
   * themselves meanwhile is shown what there is now.
   */
  private readonly changed = (): void => {
    this.fetching = undefined;
    this.missed = this.pause !== undefined;
    if (this.missed) return;
    this.pause = setTimeout(() => {
      this.pause = undefined;
      if (this.missed) this.changed();
    }, LEAST_BETWEEN_MS);
    for (const listener of [...this.listeners]) listener();
  };
}
