import { randomBytes } from 'node:crypto';
import {
  DomainError,
  GivenJoin,
  SEAL_PLACES,
  type FoundRoom,
  type JoinRoomPayload,
  type JoinRoomResult,
} from '@openrounds/contracts';
import { Metrics, newId } from '@openrounds/platform';
import { principals, TestClock, testSealer } from '@openrounds/testing';
import { z } from 'zod';
import { answering, HandSignals, knowledgeLibrary } from '../../../test/fixtures/doubles';
import { foundRooms, plainRoomTokens, roomStates, sealedFrame } from '../../../test/fixtures/rooms';
import { RateLimit } from '../rate-limit';
import { FindRoom } from './find-room';
import { resumeCodeOf } from '../resume-code';
import { JoinRoom, type Joining } from './join-room';
import { RoomWatches } from './room-watch';

const sealer = testSealer();
const clock = new TestClock();
const knowledge = knowledgeLibrary();
const tokens = plainRoomTokens;
const LIMITS = { requests: 1, bytes: 1, unknownRequests: 1 };

describe('joining a room', () => {
  let room: FoundRoom;
  let batches: GivenJoin[][];
  let found: number;
  let answer: (joins: readonly GivenJoin[]) => JoinRoomResult['joins'];
  let join: JoinRoom;
  let metrics: Metrics;

  beforeEach(() => {
    room = foundRooms.build();
    batches = [];
    found = 0;
    answer = (joins) => joins.map((_, at) => ({ ok: true as const, participantId: newId(), number: at + 1 }));
    const services = answering({
      'find-room.v1': ({ room: address }) => {
        found += 1;
        if (address !== room.code) throw new DomainError('not-found', 'in the words of another service');
        return room;
      },
      'join-room.v1': ({ roomId, sealed }: JoinRoomPayload) => {
        const place = SEAL_PLACES.givenJoins(room.tenantId, roomId);
        const joins = sealer.open(sealed, place, z.array(GivenJoin));
        batches.push(joins);
        return { joins: answer(joins) };
      },
      'room-frame.v1': ({ meta }) => sealedFrame(sealer, meta, roomStates.build({ roomId: room.roomId })),
    });
    const find = new FindRoom(services, clock);
    const watches = new RoomWatches(services, new HandSignals(), knowledge, sealer, clock);
    metrics = new Metrics('gateway');
    join = new JoinRoom(services, tokens, find, watches, new RateLimit(LIMITS, false), sealer, metrics);
  });

  const joining = (more: Partial<Joining> = {}, input: Partial<Joining['input']> = {}): Joining => ({
    code: room.code,
    input: { joinKey: randomBytes(16).toString('base64url'), language: 'en', ...input },
    address: '192.0.2.7',
    request: { requestId: newId() },
    language: 'en',
    ...more,
  });

  it('seats a class that comes at once in few messages, each phone on its own seat', async () => {
    const joined = await Promise.all(Array.from({ length: 250 }, () => join.execute(joining())));
    expect(batches.map(({ length }) => length)).toEqual([100, 100, 50]);
    expect(found).toBe(1);
    for (const { joined: phone, token } of joined)
      expect(await tokens.verify(token.token)).toMatchObject({ roomId: room.roomId, number: phone.number });
  });

  it('sends hashes of what opens a seat, and the name as it was chosen', async () => {
    const input = { joinKey: 'bDk0T2pXQm1Ld1hqUnZ6Zw', name: '张三' };
    const { joined } = await join.execute(joining({}, input));
    expect(joined.resumeCode.replaceAll('-', '')).toBe(resumeCodeOf('room', room.roomId, input.joinKey));
    const sent = JSON.stringify(batches);
    expect(sent).toContain('张三');
    for (const secret of [input.joinKey, joined.resumeCode]) expect(sent).not.toContain(secret);
  });

  it('takes a resume code as somebody may have written it down', async () => {
    await join.execute(joining({}, { resumeCode: 'ab0 1c-DEFGH' }));
    await join.execute(joining({}, { resumeCode: 'ABOLCDEFGH' }));
    const [[one], [two]] = batches as [[GivenJoin], [GivenJoin]];
    expect(one.resumes && two.resumes).toBe(true);
    expect(one.resumeHash).toBe(two.resumeHash);
  });

  it('tells each phone its own refusal', async () => {
    answer = (joins) =>
      joins.map((_, at) =>
        at === 0
          ? { ok: true as const, participantId: newId(), number: 1 }
          : { ok: false as const, code: 'room-full' as const, errors: [] },
      );
    const [first, second] = await Promise.allSettled([join.execute(joining()), join.execute(joining())]);
    expect(first.status).toBe('fulfilled');
    expect(second).toMatchObject({ reason: { code: 'room-full' } });
  });

  it('tells every phone of a batch that failed to come again in a second', async () => {
    answer = () => {
      throw new Error('away');
    };
    for (const result of await Promise.allSettled([join.execute(joining()), join.execute(joining())]))
      expect(result).toMatchObject({ reason: { code: 'dependency-unavailable', retryAfterSeconds: 1 } });
    expect(await metrics.registry.metrics()).toMatch(
      /room_batch_seconds_count\{[^}]*outcome="failed"[^}]*\} 1/,
    );
  });

  it('wants an account where the room does, and one of the same tenant', async () => {
    room = foundRooms.build({ entry: 'account' });
    await expect(join.execute(joining())).rejects.toMatchObject({ code: 'unauthenticated' });
    const student = principals.build({ tenantId: room.tenantId, subject: 'student-1', role: 'student' });
    await join.execute(joining({ principal: student }));
    expect(batches[0]?.[0]).toMatchObject({ subject: 'student-1' });
    const stranger = joining({ principal: { ...student, tenantId: 'elsewhere' } });
    const nobodys = joining({ code: '000000' });
    const [one, two] = await Promise.allSettled([join.execute(stranger), join.execute(nobodys)]);
    expect(one).toMatchObject({ reason: { code: 'not-found' } });
    expect(one).toEqual(two);
  });

  it('stops whoever tries codes', async () => {
    for (let time = 0; time < 30; time += 1)
      await expect(join.execute(joining({ code: '000000' }))).rejects.toMatchObject({ code: 'not-found' });
    await expect(join.execute(joining())).rejects.toMatchObject({ code: 'rate-limited' });
    await join.execute(joining({ address: '192.0.2.8' }));
  });
});
