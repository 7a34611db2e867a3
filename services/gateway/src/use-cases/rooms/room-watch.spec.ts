import { type CodedRoomState } from '@openrounds/contracts';
import { TestClock, testSealer } from '@openrounds/testing';
import { answering, HandSignals, knowledgeLibrary } from '../../../test/fixtures/doubles';
import { foundRooms, roomStates, sealedFrame } from '../../../test/fixtures/rooms';
import { RoomWatches } from './room-watch';

describe('RoomWatches', () => {
  const room = foundRooms.build();
  const sealer = testSealer();
  const signals = new HandSignals();
  let state: CodedRoomState = roomStates.build({ roomId: room.roomId });
  const services = answering({ 'room-frame.v1': ({ meta }) => sealedFrame(sealer, meta, state, []) });
  const watches = new RoomWatches(services, signals, knowledgeLibrary(), sealer, new TestClock());

  beforeEach(() => {
    jest.useFakeTimers();
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  it('shows whoever looks once the newest state, while those who look on are told four times a second', async () => {
    let told = 0;
    const watch = watches.open(room);
    watch.subscribe(() => {
      told += 1;
    });
    const change = async (): Promise<number> => {
      state = { ...state, seq: state.seq + 1 };
      signals.give(room.roomId);
      return (await watches.look(room)).seq;
    };
    expect([await change(), await change(), await change()]).toEqual(
      [1, 2, 3].map((more) => state.seq - 3 + more),
    );
    expect(told).toBe(1);
    await jest.advanceTimersByTimeAsync(250);
    expect(told).toBe(2);
    watch.close();
  });
});
