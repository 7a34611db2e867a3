import { DomainError, type InDiscussion } from '@openrounds/contracts';
import { AUTHOR } from '../../test/fixtures/cases';
import { Hall, TENANT } from '../../test/fixtures/rooms';

const KEY = 'a key';

/** A room that has come to the diagnosis, with so many in it. */
async function discussing(many = 3) {
  const hall = Hall.inMemory();
  const roomId = await hall.open();
  const people = await hall.seats(roomId, many);
  const [first = ''] = await hall.roundIds(roomId);
  const reveal = () =>
    hall.act(roomId, { type: 'reveal', roundId: first, layers: ['diagnosis'], confirm: true });
  await hall.act(roomId, { type: 'open', roundId: first });
  await hall.act(roomId, { type: 'close', roundId: first });
  const ref = { tenantId: TENANT, roomId };
  const seat = (place: number): InDiscussion => ({ participantId: people[place] ?? '', number: place + 1 });
  const say = (by: InDiscussion, text: string, key = text) => hall.discuss.write(ref, by, key, text);
  const read = async (by: InDiscussion) => (await hall.discuss.read(ref, by, undefined, 50)).items;
  return { hall, roomId, ref, people, seat, say, read, reveal };
}
const codeOf = (given: Promise<unknown>): Promise<unknown> =>
  given.then(
    () => 'done',
    (error: unknown) => (error instanceof DomainError ? error.code : error),
  );

describe('the discussion of a case', () => {
  it('begins with the diagnosis', async () => {
    const { say, read, seat, reveal, hall, roomId } = await discussing();
    expect(await codeOf(say(seat(0), 'Early'))).toBe('not-open');
    expect(await codeOf(read(seat(0)))).toBe('not-open');
    expect(await read(AUTHOR)).toEqual([]);
    expect((await hall.frame(roomId)).participant.comments).toBeUndefined();
    await reveal();
    expect(await codeOf(say(seat(0), '  '))).toBe('invalid-request');
    expect(await say(seat(0), 'Now')).toMatchObject({ number: 1, author: 1, own: true, text: 'Now' });
  });

  it('tells numbers, whose own it is, and the teacher’s as nobody’s', async () => {
    const { say, read, seat, reveal, hall, roomId } = await discussing();
    await reveal();
    await say(seat(1), 'The rib was tender');
    const { seq = 0 } = (await hall.frame(roomId)).participant.comments ?? {};
    await say(AUTHOR, 'It was');
    expect((await hall.frame(roomId)).participant.comments?.seq).toBeGreaterThan(seq);
    expect(await read(seat(1))).toMatchObject([
      { number: 2, author: null, own: false, text: 'It was' },
      { number: 1, author: 2, own: true, text: 'The rib was tender' },
    ]);
    expect((await read(seat(0))).map(({ own }) => own)).toEqual([false, false]);
    expect((await read(AUTHOR)).map(({ own }) => own)).toEqual([true, false]);
  });

  it('writes once what is sent twice', async () => {
    const { say, read, seat, reveal } = await discussing();
    await reveal();
    const [one, two] = [await say(seat(0), 'Once', KEY), await say(seat(0), 'Once', KEY)];
    expect(two).toEqual(one);
    await say(seat(1), 'Once', KEY);
    expect(await read(seat(0))).toHaveLength(2);
  });

  it('tells what is hidden to whoever leads the room alone, and pages over it', async () => {
    const { say, read, seat, reveal, hall, ref, roomId } = await discussing();
    await reveal();
    for (const text of ['one', 'two', 'three']) await say(seat(0), text);
    await hall.act(roomId, { type: 'hide-comment', number: 2, hidden: true });
    expect((await read(seat(0))).map(({ number }) => number)).toEqual([3, 1]);
    expect((await read(AUTHOR)).map(({ number, hidden }) => [number, hidden])).toEqual([
      [3, false],
      [2, true],
      [1, false],
    ]);
    const first = await hall.discuss.read(ref, seat(0), undefined, 2);
    expect([first.items.map(({ number }) => number), first.next]).toEqual([[3], 2]);
    const second = await hall.discuss.read(ref, seat(0), first.next ?? 0, 2);
    expect([second.items.map(({ number }) => number), second.next]).toEqual([[1], null]);
    expect(await codeOf(hall.act(roomId, { type: 'hide-comment', number: 4, hidden: true }))).toBe(
      'not-found',
    );
  });

  it('is closed to those who were removed, to other teachers, and forgets who wants to be forgotten', async () => {
    const { say, read, seat, reveal, hall, roomId, people } = await discussing();
    await reveal();
    await say(seat(0), 'Mine');
    await say(seat(1), 'And mine');
    await hall.act(roomId, { type: 'remove', number: 2 });
    expect(await codeOf(say(seat(1), 'More'))).toBe('forbidden');
    expect(await codeOf(read(seat(1)))).toBe('forbidden');
    expect(await codeOf(read({ subject: 'a colleague', role: 'teacher' }))).toBe('forbidden');
    const { seq = 0 } = (await hall.frame(roomId)).participant.comments ?? {};
    await hall.leave(roomId, people[0] ?? '');
    expect((await read(AUTHOR)).map(({ text }) => text)).toEqual(['And mine']);
    expect((await hall.frame(roomId)).participant.comments?.seq).toBeGreaterThan(seq);
    await hall.act(roomId, { type: 'end' });
    expect(await codeOf(say(seat(2), 'Late'))).toBe('room-ended');
    expect(await read(seat(2))).toHaveLength(1);
  });
});
