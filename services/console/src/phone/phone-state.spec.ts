import type { Mine, RoomState } from '../room/types';
import type { Memory } from './memory';
import { firstState, ownDeadline, pageOf, type PhonePage, type PhoneState, withFrame } from './phone-state';

const ROUND = {
  id: '0193e0a2-7c1b-7d4e-9a53-3f1f4c2b6a10',
  stageNo: 1,
  position: 1,
  task: { task: 'differential' as const },
  attempt: 1,
  state: 'open' as const,
  closesAt: '2026-11-20T09:01:00.000Z',
  scored: true,
};
const FRAME: RoomState = {
  code: '482713',
  roomId: '0193e0a2-7c1b-7d4e-9a53-3f1f4c2b6a11',
  seq: 7,
  state: 'running',
  language: 'en',
  entry: 'open',
  serverNow: '2026-11-20T09:00:00.000Z',
  participants: 3,
  stage: { no: 1, of: 4, kind: 'history', title: null },
  round: ROUND,
  answered: { count: 0, of: 3 },
  layers: [],
  result: null,
};
const MEMORY: Memory = {
  joinKey: 'key',
  seat: { number: 7, token: 't', resumeCode: 'r' },
  outbox: {},
  drafts: {},
};
const SEATED = firstState('482713', MEMORY, [], null);
const OUTSIDE: PhoneState = { ...SEATED, memory: { ...MEMORY, seat: null } };
const DOOR = { code: '482713', state: 'running', language: 'en', entry: 'open' } as const;
const framed = (more: Partial<RoomState>): PhoneState => ({ ...SEATED, frame: { ...FRAME, ...more } });

describe('pageOf', () => {
  it.each<[PhonePage, PhoneState]>([
    ['looking', OUTSIDE],
    ['join', { ...OUTSIDE, door: DOOR }],
    ['join', { ...OUTSIDE, door: DOOR, refusal: 'resume-code' }],
    ['refused', { ...OUTSIDE, refusal: 'no-room' }],
    ['refused', { ...OUTSIDE, door: DOOR, refusal: 'locked' }],
    ['removed', { ...SEATED, removed: true }],
    ['looking', SEATED],
    ['lobby', framed({ state: 'lobby', stage: null, round: null })],
    ['between', framed({ round: null })],
    ['answer', framed({})],
    ['closed', framed({ round: { ...ROUND, state: 'closed' } })],
    ['between', framed({ round: null })],
    ['shown', framed({ round: { ...ROUND, state: 'revealed' }, layers: ['class'] })],
    ['shown', framed({ round: null, layers: ['diagnosis'] })],
    ['closed', framed({ round: { ...ROUND, state: 'revealed' }, layers: [] })],
    ['ended', framed({ state: 'ended', round: { ...ROUND, state: 'revealed' }, layers: ['class'] })],
  ])('is %s', (page, state) => {
    expect(pageOf(state)).toBe(page);
  });
});

describe('withFrame', () => {
  const now = Date.parse('2026-11-20T09:00:00.000Z') - 5_000;

  it('says whether one’s own things may have changed', () => {
    const first = withFrame(SEATED, FRAME, now);
    expect([first.changed, first.state.ahead]).toEqual([true, 5_000]);
    const counted = withFrame(first.state, { ...FRAME, seq: 8, answered: { count: 1, of: 3 } }, now);
    expect(counted.changed).toBe(false);
    expect(counted.state.frame?.answered.count).toBe(1);
    expect(withFrame(counted.state, { ...FRAME, seq: 9, round: null }, now).changed).toBe(true);
  });

  it('does not go back', () => {
    const { state } = withFrame(SEATED, FRAME, now);
    const late = withFrame(state, { ...FRAME, seq: 6, state: 'lobby' }, now);
    expect([late.changed, late.state.frame]).toEqual([false, FRAME]);
  });
});

describe('ownDeadline', () => {
  const mineWith = (closesAt: string | null, attempt = 1): Mine => ({
    number: 7,
    seq: 7,
    rounds: [{ roundId: ROUND.id, stageNo: 1, attempt, closesAt, own: null, score: null }],
    prompts: null,
  });

  it.each<[string, Mine | null, string | null]>([
    ['of all', null, ROUND.closesAt],
    ['of all, once it was lengthened', mineWith('2026-11-20T09:00:30.000Z'), ROUND.closesAt],
    ['one’s own where it is later', mineWith('2026-11-20T09:02:00.000Z'), '2026-11-20T09:02:00.000Z'],
    ['none where mine was switched off', mineWith(null), null],
    ['of all where mine is of an older attempt', mineWith('2026-11-20T09:02:00.000Z', 2), ROUND.closesAt],
  ])('is that %s', (_, mine, expected) => {
    expect(ownDeadline({ frame: FRAME, mine })).toBe(expected);
  });
});
