import type { Mine, RoomAnswer } from '../room/types';
import { commit, nextToSend, type Outbox, refused } from './outbox';
import { firstForm, nameIn, ownAnswer } from './own-answer';
import { firstState, type PhoneState } from './phone-state';

const listWith = (first: number): RoomAnswer => ({
  kind: 'differential',
  entries: [
    { diseaseId: 'pe', points: first },
    { diseaseId: 'pneumonia', points: 20 },
    { text: 'collapsed lung', points: 10 },
  ],
  other: 70 - first,
});
const committed = (
  outbox: Outbox,
  roundId: string,
  answer: RoomAnswer,
  minute = 0,
  knownRevision = 0,
): Outbox =>
  commit(outbox, {
    roundId,
    attempt: 1,
    answer,
    committedAt: `2026-11-20T09:0${String(minute)}:00.000Z`,
    knownRevision,
  });
const stateWith = (outbox: Outbox, mine: Mine | null = null): PhoneState => ({
  ...firstState('482713', { joinKey: 'k', seat: null, outbox, drafts: {} }, [], null),
  mine,
});
const mineWith = (roundId: string, answer: RoomAnswer, revision: number): Mine => ({
  number: 1,
  seq: 1,
  prompts: null,
  rounds: [
    {
      roundId,
      stageNo: 1,
      attempt: 1,
      closesAt: null,
      score: null,
      own: {
        attempt: 1,
        revision,
        committedAt: '2026-11-20T09:01:00.000Z',
        receivedAt: '2026-11-20T09:01:00.000Z',
        late: false,
        answer,
      },
    },
  ],
});
const ROUND = { id: 'r1', attempt: 1 };

describe('ownAnswer', () => {
  it('is what this phone committed, else what the room has', () => {
    expect(ownAnswer(stateWith(committed({}, 'r1', listWith(50))), ROUND)).toEqual(listWith(50));
    expect(ownAnswer(stateWith({}, mineWith('r1', listWith(40), 1)), ROUND)).toEqual(listWith(40));
    expect(ownAnswer(stateWith({}), ROUND)).toBeNull();
  });

  it('is the newer one of two phones', () => {
    const outbox = committed({}, 'r1', listWith(50));
    expect(ownAnswer(stateWith(outbox, mineWith('r1', listWith(40), 3)), ROUND)).toEqual(listWith(40));
    expect(
      ownAnswer(stateWith(committed({}, 'r1', listWith(50), 0, 3), mineWith('r1', listWith(40), 3)), ROUND),
    ).toEqual(listWith(50));
  });

  it('is none once the round was started anew', () => {
    const outbox = committed({}, 'r1', listWith(50));
    const sent = nextToSend(outbox);
    if (sent === null) throw new Error('something waits');
    expect(ownAnswer(stateWith(refused(outbox, sent, 'round-reset')), ROUND)).toBeNull();
    expect(ownAnswer(stateWith(outbox), { ...ROUND, attempt: 2 })).toBeNull();
  });
});

describe('firstForm', () => {
  const name = (id: string): string => id.toUpperCase();

  it('begins a stage with the last list that one made', () => {
    const outbox = committed(committed({}, 'r1', listWith(50), 1), 'r2', listWith(30), 2);
    const form = firstForm(stateWith(outbox), { id: 'r3', attempt: 1 }, name);
    expect(form.rows.map(({ text, points }) => [text, points])).toEqual([
      ['PE', 30],
      ['PNEUMONIA', 20],
      ['collapsed lung', 10],
    ]);
  });

  it('takes the answer to the round itself first', () => {
    const outbox = committed(committed({}, 'r1', listWith(50), 1), 'r2', listWith(30), 2);
    expect(firstForm(stateWith(outbox), ROUND, name).rows[0]?.points).toBe(50);
  });

  it('is empty where nothing was said yet', () => {
    const choice = committed({}, 'r1', { kind: 'choice', optionIds: ['ct'] });
    expect(firstForm(stateWith(choice), { id: 'r2', attempt: 1 }, name).other).toBe(0);
  });
});

describe('nameIn', () => {
  it('is the name, or an id that can be read', () => {
    expect(nameIn([['pe', 'Pulmonary embolism', 'PE']], 'pe')).toBe('Pulmonary embolism');
    expect(nameIn([], 'pulmonary-embolism')).toBe('pulmonary embolism');
  });
});
