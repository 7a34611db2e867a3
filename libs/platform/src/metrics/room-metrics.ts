import { Counter, Gauge, Histogram, type Registry } from 'prom-client';

/** Seconds: a hall waits for its answers, and a second is long. */
const SECONDS = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];
/** A batch has at most a hundred items. */
const ITEMS = [1, 2, 5, 10, 20, 50, 100];

/** What a batch is of. */
export type RoomBatch = 'answers' | 'joins' | 'mine';

/** Metrics of rooms: what a hall puts a load on. The gateway fills those of batches and streams, teaching the others. */
export class RoomMetrics {
  readonly open: Gauge;
  readonly participants: Gauge;
  readonly answers: Counter<'status'>;
  readonly roundsTimedOut: Counter;
  readonly batchItems: Histogram<'batch'>;
  readonly batchSeconds: Histogram<'batch' | 'outcome'>;
  readonly streams: Gauge<'view'>;
  readonly streamsCut: Counter;
  readonly frames: Counter<'view'>;

  constructor(registry: Registry) {
    const registers = [registry];
    this.open = new Gauge({ name: 'openrounds_rooms_open', help: 'Rooms that have not ended', registers });
    this.participants = new Gauge({
      name: 'openrounds_room_participants',
      help: 'People in rooms that have not ended',
      registers,
    });
    this.answers = new Counter({
      name: 'openrounds_room_answers_total',
      help: 'Answers of participants by what became of them: kept, unchanged, late, refused',
      labelNames: ['status'],
      registers,
    });
    this.roundsTimedOut = new Counter({
      name: 'openrounds_room_rounds_timed_out_total',
      help: 'Questions that were closed because their time was up',
      registers,
    });
    this.batchItems = new Histogram({
      name: 'openrounds_room_batch_items',
      help: 'Items of one message from a room',
      labelNames: ['batch'],
      buckets: ITEMS,
      registers,
    });
    this.batchSeconds = new Histogram({
      name: 'openrounds_room_batch_seconds',
      help: 'Time until a message from a room was answered, which is after the commit',
      labelNames: ['batch', 'outcome'],
      buckets: SECONDS,
      registers,
    });
    this.streams = new Gauge({
      name: 'openrounds_room_streams',
      help: 'Open streams of rooms',
      labelNames: ['view'],
      registers,
    });
    this.streamsCut = new Counter({
      name: 'openrounds_room_streams_cut_total',
      help: 'Streams of rooms that were cut off because their reader left too much unread',
      registers,
    });
    this.frames = new Counter({
      name: 'openrounds_room_frames_total',
      help: 'Frames of rooms that were sent',
      labelNames: ['view'],
      registers,
    });
  }

  /** Sends a batch and notes its size and how long it took. */
  async measured<T>(batch: RoomBatch, items: number, send: () => Promise<T>): Promise<T> {
    this.batchItems.observe({ batch }, items);
    const end = this.batchSeconds.startTimer({ batch });
    try {
      const answer = await send();
      end({ outcome: 'answered' });
      return answer;
    } catch (error) {
      end({ outcome: 'failed' });
      throw error;
    }
  }
}
