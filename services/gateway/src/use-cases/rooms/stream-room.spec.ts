import { type CodedRoomState } from '@openrounds/contracts';
import { Metrics } from '@openrounds/platform';
import { TestClock, testSealer } from '@openrounds/testing';
import { answering, HandSignals, knowledgeLibrary } from '../../../test/fixtures/doubles';
import { foundRooms, roomStates, sealedFrame } from '../../../test/fixtures/rooms';
import { RoomWatches } from './room-watch';
import { StreamRoom, type RoomViewer } from './stream-room';

const sealer = testSealer();
const knowledge = knowledgeLibrary();
const room = foundRooms.build();
const PHONE: RoomViewer = { view: 'participant', language: 'en', number: 7 };
const PROJECTOR: RoomViewer = { view: 'teacher', language: 'en' };

/** A reader of a stream: what it was told, with when. */
class Reader {
  readonly events: { readonly type: string; readonly data: Record<string, unknown>; readonly at: number }[] =
    [];
  ended = false;
  private readonly abort = new AbortController();

  constructor(stream: StreamRoom, viewer: RoomViewer) {
    void this.read(stream.events(room, viewer, this.abort.signal));
  }

  leave(): void {
    this.abort.abort();
  }

  get types(): string[] {
    return this.events.map(({ type }) => type);
  }

  private async read(events: AsyncIterable<Uint8Array | null>): Promise<void> {
    for await (const event of events) {
      const text = event === null ? 'event: heartbeat\ndata: {}' : Buffer.from(event).toString();
      const [, type = ''] = /^event: (.*)$/m.exec(text) ?? [];
      const [, data = ''] = /^data: (.*)$/m.exec(text) ?? [];
      this.events.push({ type, data: JSON.parse(data) as Record<string, unknown>, at: Date.now() });
    }
    this.ended = true;
  }
}

describe('the stream of a room', () => {
  let state: CodedRoomState;
  let removed: number[];
  let away: boolean;
  let fetches: number;
  let signals: HandSignals;
  let stream: StreamRoom;
  let metrics: Metrics;
  const readers: Reader[] = [];

  beforeEach(() => {
    jest.useFakeTimers();
    state = roomStates.build({ roomId: room.roomId });
    removed = [];
    away = false;
    fetches = 0;
    signals = new HandSignals();
    const services = answering({
      'room-frame.v1': ({ meta }) => {
        fetches += 1;
        if (away) throw new Error('no answer');
        return sealedFrame(sealer, meta, state, removed);
      },
    });
    metrics = new Metrics('gateway');
    stream = new StreamRoom(new RoomWatches(services, signals, knowledge, sealer, new TestClock()), metrics);
  });
  afterEach(() => {
    for (const reader of readers) reader.leave();
    jest.useRealTimers();
  });

  const open = async (viewer: RoomViewer = PHONE): Promise<Reader> => {
    const reader = new Reader(stream, viewer);
    readers.push(reader);
    await jest.advanceTimersByTimeAsync(0);
    return reader;
  };
  const change = (more: Partial<CodedRoomState>): void => {
    state = { ...state, ...more, seq: state.seq + 1 };
    signals.give(room.roomId);
  };
  const answered = (count: number): void => {
    change({ answered: { count, of: 10 } });
  };

  it('begins with the newest state, in the view and language of whoever looks', async () => {
    const [phone, projector] = [await open(), await open(PROJECTOR)];
    expect(phone.events).toMatchObject([
      { type: 'room', data: { seq: 1, stage: { title: { text: 'First' } } } },
    ]);
    expect(phone.events[0]?.data).not.toHaveProperty('control');
    expect(projector.events[0]?.data).toHaveProperty('control');
  });

  it('is fetched once for all who look, and once a change', async () => {
    for (let phone = 0; phone < 50; phone += 1) await open();
    expect(fetches).toBe(1);
    await jest.advanceTimersByTimeAsync(1_000);
    answered(4);
    await jest.advanceTimersByTimeAsync(0);
    expect(fetches).toBe(2);
    for (const { types } of readers.slice(-50)) expect(types).toEqual(['room', 'tally']);
  });

  it('tells how many have answered where nothing else has changed, and the whole state otherwise', async () => {
    const phone = await open();
    answered(4);
    await jest.advanceTimersByTimeAsync(1_500);
    change({ layers: ['class'] });
    await jest.advanceTimersByTimeAsync(1_500);
    expect(phone.types).toEqual(['room', 'tally', 'room']);
    expect(phone.events[1]?.data).toMatchObject({ attempt: 1, answered: 4, of: 10 });
  });

  it('moves four times a second on the projector, once a second on a phone, and ends with the newest', async () => {
    const [phone, projector] = [await open(), await open(PROJECTOR)];
    for (let count = 4; count <= 204; count += 1) {
      answered(count);
      await jest.advanceTimersByTimeAsync(10);
    }
    await jest.advanceTimersByTimeAsync(1_500);
    for (const [reader, least] of [
      [phone, 1_000],
      [projector, 250],
    ] as const) {
      const gaps = reader.events.slice(1).map(({ at }, place) => at - (reader.events[place]?.at ?? 0));
      expect(Math.min(...gaps)).toBeGreaterThanOrEqual(least);
      expect(reader.events.at(-1)?.data).toMatchObject({ answered: 204 });
    }
    expect(projector.events.length).toBeGreaterThan(phone.events.length);
    expect(fetches).toBeLessThanOrEqual(16);
  });

  it('is counted while it is open, with the frames that it brought', async () => {
    const phone = await open();
    await open(PROJECTOR);
    answered(4);
    await jest.advanceTimersByTimeAsync(1_000);
    const told = () => metrics.registry.metrics();
    expect(await told()).toMatch(/room_streams\{[^}]*view="participant"[^}]*\} 1\n/);
    expect(await told()).toMatch(/room_frames_total\{[^}]*view="participant"[^}]*\} 2\n/);
    phone.leave();
    await jest.advanceTimersByTimeAsync(0);
    expect(await told()).toMatch(/room_streams\{[^}]*view="participant"[^}]*\} 0\n/);
    expect(await told()).toMatch(/room_streams\{[^}]*view="teacher"[^}]*\} 1\n/);
  });

  it('finds a change whose signal was lost', async () => {
    const phone = await open();
    state = { ...state, layers: ['class'], seq: 2 };
    await jest.advanceTimersByTimeAsync(2_000);
    expect(phone.types).toEqual(['room', 'room']);
  });

  it('stays open while the state cannot be read, and says so once', async () => {
    const phone = await open();
    away = true;
    answered(4);
    await jest.advanceTimersByTimeAsync(10_000);
    expect(phone.types).toEqual(['room', 'waiting']);
    away = false;
    await jest.advanceTimersByTimeAsync(3_000);
    expect(phone.types).toEqual(['room', 'waiting', 'room']);
  });

  it('gives a sign of life when nothing happens', async () => {
    const phone = await open();
    await jest.advanceTimersByTimeAsync(17_000);
    expect(phone.types).toEqual(['room', 'heartbeat']);
  });

  it('ends with the room', async () => {
    const phone = await open();
    await jest.advanceTimersByTimeAsync(1_000);
    change({ state: 'ended', round: null });
    await jest.advanceTimersByTimeAsync(0);
    expect(phone.types).toEqual(['room', 'room', 'ended']);
    expect(phone.ended).toBe(true);
    expect(signals.waitingFor(room.roomId)).toBe(0);
  });

  it('tells somebody who was removed nothing more, and the others nothing of it', async () => {
    const [phone, other] = [await open(), await open({ ...PHONE, number: 8 })];
    removed = [7];
    change({});
    await jest.advanceTimersByTimeAsync(2_000);
    expect(phone.ended).toBe(true);
    expect([phone.types, other.types]).toEqual([['room'], ['room']]);
  });

  it('listens no longer than somebody looks', async () => {
    const [one, two] = [await open(), await open()];
    one.leave();
    await jest.advanceTimersByTimeAsync(0);
    expect(signals.waitingFor(room.roomId)).toBe(1);
    two.leave();
    await jest.advanceTimersByTimeAsync(0);
    expect(signals.waitingFor(room.roomId)).toBe(0);
  });
});
