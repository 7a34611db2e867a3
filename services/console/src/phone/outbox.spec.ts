import type { RoomAnswer } from '../room/types';
import { commit, nextToSend, type Outbox, postedIn, received, refused } from './outbox';

const ANSWER: RoomAnswer = { kind: 'choice', optionIds: ['ct'] };
const CHANGED: RoomAnswer = { kind: 'choice', optionIds: ['ecg'] };

const commits = (outbox: Outbox, roundId: string, answer: RoomAnswer, more: object = {}): Outbox =>
  commit(outbox, {
    roundId,
    attempt: 1,
    answer,
    committedAt: '2026-11-20T09:00:00.000Z',
    knownRevision: 0,
    ...more,
  });
const receipt = (revision: number, status: 'kept' | 'unchanged' | 'late' = 'kept') => ({
  roundId: 'r1',
  attempt: 1,
  revision,
  receivedAt: '2026-11-20T09:00:01.000Z',
  status,
});

describe('the outbox of a phone', () => {
  it('sends what waits and nothing else', () => {
    const outbox = commits({}, 'r1', ANSWER);
    expect(nextToSend(outbox)).toEqual({
      roundId: 'r1',
      attempt: 1,
      revision: 1,
      committedAt: '2026-11-20T09:00:00.000Z',
      answer: ANSWER,
    });
    expect(nextToSend(received(outbox, receipt(1)))).toBeNull();
    expect(nextToSend({})).toBeNull();
  });

  it('raises the revision with every change, above what the room has from another phone', () => {
    const twice = commits(commits({}, 'r1', ANSWER), 'r1', CHANGED);
    expect(nextToSend(twice)).toMatchObject({ revision: 2, answer: CHANGED });
    expect(nextToSend(commits({}, 'r1', ANSWER, { knownRevision: 4 }))).toMatchObject({ revision: 5 });
  });

  it('begins a new attempt with revision 1', () => {
    const anew = commits(commits({}, 'r1', ANSWER), 'r1', CHANGED, { attempt: 2 });
    expect(nextToSend(anew)).toMatchObject({ attempt: 2, revision: 1 });
    expect(postedIn(anew, { id: 'r1', attempt: 1 })).toBeUndefined();
  });

  it('keeps a change waiting when the receipt of what it replaced arrives', () => {
    const changed = commits(commits({}, 'r1', ANSWER), 'r1', CHANGED);
    expect(received(changed, receipt(1))).toBe(changed);
    expect(postedIn(received(changed, receipt(2)), { id: 'r1', attempt: 1 })?.posting).toBe('kept');
  });

  it.each([
    ['kept', 'kept'],
    ['unchanged', 'kept'],
    ['late', 'late'],
  ] as const)('takes the status %s as %s', (status, posting) => {
    const outbox = received(commits({}, 'r1', ANSWER), receipt(1, status));
    expect(outbox.r1?.posting).toBe(posting);
  });

  it('does not repeat what was refused', () => {
    const outbox = commits({}, 'r1', ANSWER);
    const sent = nextToSend(outbox);
    if (sent === null) throw new Error('something waits');
    const after = refused(outbox, sent, 'round-reset');
    expect(after.r1?.posting).toEqual({ refused: 'round-reset' });
    expect(nextToSend(after)).toBeNull();
  });

  it('sends the oldest first', () => {
    const later = commits({}, 'r2', CHANGED, { committedAt: '2026-11-20T09:05:00.000Z' });
    expect(nextToSend(commits(later, 'r1', ANSWER))).toMatchObject({ roundId: 'r1' });
  });

  it('survives being written down', () => {
    const outbox = commits({}, 'r1', ANSWER);
    expect(JSON.parse(JSON.stringify(outbox))).toEqual(outbox);
  });
});
