import { tries } from '@openrounds/testing';
import fc from 'fast-check';
import { anyLecture, Lecture, lobby, played, ROUNDS, START, STAGES } from '../../test/rooms';
import { admit } from './admission';
import { carryOut } from './carry-out';
import { type Act } from './command';
import { newRoom } from './new-room';
import { refuse, type RefusalCode } from './outcome';
import { openRound, participants, type Room } from './room';

const OPEN: Act = { type: 'open', roundId: 'r1' };
const CLOSE: Act = { type: 'close', roundId: 'r1' };
const CLASS: Act = { type: 'reveal', roundId: 'r1', layers: ['class'] };
const DIAGNOSIS: Act = { type: 'reveal', roundId: 'r1', layers: ['diagnosis'] };

describe('a lecture', () => {
  it('goes from lobby over vote and reveal to the diagnosis', () => {
    const lecture = new Lecture();
    expect(lecture.room).toMatchObject({ state: 'lobby', stageNo: 0, keyCommittedAt: null });
    lecture.does({ type: 'stage', stageNo: 1 }).after(60).does(OPEN);
    expect(lecture.room).toMatchObject({ state: 'running', stageNo: 1, keyCommittedAt: START + 60_000 });
    expect(lecture.round('r1')).toMatchObject({ state: 'open', closesAt: START + 120_000, scored: true });
    lecture.after(20).does(CLOSE).does(CLASS);
    expect(lecture.round('r1')).toMatchObject({
      state: 'revealed',
      layers: ['class'],
      closedAt: START + 80_000,
    });
    lecture.does({ type: 'reveal', roundId: 'r1', layers: ['engine'] });
    expect(lecture.round('r1').layers).toEqual(['class', 'engine']);
    lecture.does({ type: 'reveal', roundId: 'r1', layers: ['class', 'stage-key'], hide: true });
    expect(lecture.round('r1')).toMatchObject({ state: 'revealed', layers: ['engine'] });
    lecture.does({ ...DIAGNOSIS, confirm: true }).does({ type: 'end' });
    expect(lecture.room).toMatchObject({ state: 'ended', diagnosisShown: true, endedAt: lecture.now });
  });

  it('opens a round of a later stage with its stage, and one of an earlier stage without going back', () => {
    const lecture = new Lecture().does({ type: 'open', roundId: 'r3' });
    expect(lecture.room.stageNo).toBe(2);
    lecture.does({ type: 'close', roundId: 'r3' }).does(OPEN);
    expect(lecture.room.stageNo).toBe(2);
  });

  it('takes time as planned, as said, or none', () => {
    expect(new Lecture().does({ ...OPEN, seconds: 20 }).round('r1').closesAt).toBe(START + 20_000);
    expect(new Lecture().does({ ...OPEN, seconds: null }).round('r1').closesAt).toBeNull();
    expect(new Lecture().does({ type: 'open', roundId: 'r4' }).round('r4').closesAt).toBeNull();
  });

  it('lengthens and switches off timers, for all or for one', () => {
    const lecture = new Lecture().does(OPEN).does({ type: 'extend', roundId: 'r1', seconds: 30 });
    expect(lecture.round('r1').closesAt).toBe(START + 90_000);
    lecture.does({ type: 'extend', roundId: 'r1', seconds: 30, number: 2 });
    lecture.does({ type: 'extend', roundId: 'r1', seconds: 15, number: 2 });
    lecture.does({ type: 'extend', roundId: 'r1', seconds: null, number: 3 });
    expect(lecture.round('r1').extensions).toEqual({ 2: 45_000, 3: null });
    lecture.does({ type: 'reset', roundId: 'r1' });
    expect(lecture.round('r1').extensions).toEqual({ 2: 45_000, 3: null });
    lecture.does(OPEN).does({ type: 'extend', roundId: 'r1', seconds: null });
    expect(lecture.round('r1').closesAt).toBeNull();
  });

  it('starts a round anew with a higher attempt and nothing shown, and keeps the rest', () => {
    const lecture = new Lecture().does(OPEN).does(CLOSE).does(CLASS).does({ type: 'reset', roundId: 'r1' });
    expect(lecture.round('r1')).toMatchObject({
      state: 'prepared',
      attempt: 2,
      layers: [],
      revealedAt: null,
    });
    lecture.does({ type: 'reset', roundId: 'r1' });
    expect(lecture.round('r1').attempt).toBe(2);
    lecture.does(OPEN);
    expect(lecture.round('r1')).toMatchObject({ state: 'open', attempt: 2 });
  });

  it('ends scoring with the diagnosis, though it be hidden again', () => {
    const lecture = new Lecture()
      .does(OPEN)
      .does(CLOSE)
      .does({ ...DIAGNOSIS, confirm: true });
    lecture.does({ ...DIAGNOSIS, hide: true }).does({ type: 'open', roundId: 'r3' });
    expect(lecture.room).toMatchObject({ diagnosisShown: false, diagnosisRevealedAt: START });
    expect(lecture.round('r1').scored).toBe(true);
    expect(lecture.round('r3').scored).toBe(false);
    lecture.does({ type: 'close', roundId: 'r3' }).does(DIAGNOSIS);
    expect(lecture.room).toMatchObject({ diagnosisShown: true, diagnosisRevealedAt: START });
  });

  it('asks no confirmation once every round is closed', () => {
    const lecture = new Lecture(lobby(3, ROUNDS.slice(0, 1))).does(OPEN).does(CLOSE).does(DIAGNOSIS);
    expect(lecture.room.diagnosisShown).toBe(true);
  });

  it('adds a round on the spot, once', () => {
    const add: Act = {
      type: 'add-round',
      round: { id: 'r5', stageNo: 4, task: { task: 'representation' }, seconds: 90 },
    };
    const lecture = new Lecture().does(add).does(add);
    expect(lecture.room.rounds.map(({ position }) => position)).toEqual([1, 2, 3, 4, 5]);
  });

  it('closes what is open when the room ends', () => {
    const lecture = new Lecture().does(OPEN).after(10).does({ type: 'end' }).does({ type: 'end' });
    expect(lecture.round('r1')).toMatchObject({ state: 'closed', closedAt: START + 10_000 });
  });

  it('reveals at once what a timer has closed', () => {
    const lecture = new Lecture().does(OPEN).after(61).does(CLASS);
    expect(lecture.round('r1')).toMatchObject({ state: 'revealed', closedAt: START + 60_000 });
  });
});

describe('a command is refused', () => {
  const open = (): Lecture => new Lecture().does(OPEN);
  const closed = (): Lecture => open().does(CLOSE);

  it.each<[string, Lecture, Act, RefusalCode, string | null]>([
    ['another round is open', open(), { type: 'open', roundId: 'r3' }, 'round-open', null],
    ['the round is open', open(), CLASS, 'round-open', null],
    ['another is open', closed().does({ type: 'open', roundId: 'r2' }), CLASS, 'round-open', null],
    ['the stage would change under a round', open(), { type: 'stage', stageNo: 2 }, 'round-open', null],
    ['it was never opened', new Lecture(), CLOSE, 'round-not-open', null],
    ['nothing was asked', new Lecture(), CLASS, 'round-not-open', null],
    ['it is closed', closed(), { type: 'extend', roundId: 'r1', seconds: 30 }, 'round-not-open', null],
    ['rounds are left', closed(), DIAGNOSIS, 'invalid-request', '/confirm'],
    [
      'no layer is named',
      closed(),
      { type: 'reveal', roundId: 'r1', layers: [] },
      'invalid-request',
      '/layers',
    ],
    [
      'something was shown',
      closed().does(CLASS),
      { type: 'count-late', roundId: 'r1', counts: true },
      'invalid-request',
      '/roundId',
    ],
    ['there is no such round', new Lecture(), { type: 'open', roundId: 'x' }, 'not-found', '/roundId'],
    ['there is no such number', new Lecture(), { type: 'remove', number: 4 }, 'not-found', '/number'],
    [
      'there is no such stage',
      new Lecture(),
      { type: 'stage', stageNo: STAGES + 1 },
      'invalid-request',
      '/stageNo',
    ],
    ['half a second is no time', new Lecture(), { ...OPEN, seconds: 0.5 }, 'invalid-request', '/seconds'],
    ['the room has ended', open().does({ type: 'end' }), { type: 'lock', locked: true }, 'room-ended', null],
  ])('when %s', (_, lecture, act, code, pointer) => {
    expect(lecture.tries(act)).toEqual(refuse(code, pointer ?? undefined));
  });
});

describe('newRoom', () => {
  const plan = { code: '482713', language: 'zh', entry: 'open', textOnPhones: true, stages: 4 } as const;
  const round = { id: 'r', stageNo: 1, task: { task: 'differential' }, seconds: null } as const;

  it.each([
    [{ ...round, stageNo: 5 }, '/rounds/0/stageNo'],
    [{ ...round, seconds: 0 }, '/rounds/0/seconds'],
    [
      { ...round, task: { task: 'vote', spec: { options: [{ id: 'a' }], several: false } } } as const,
      '/rounds/0/task/spec/options',
    ],
  ])('names what is wrong with %j', (wrong, pointer) => {
    expect(newRoom({ ...plan, rounds: [wrong] }, START)).toEqual(refuse('invalid-request', pointer));
  });

  it('holds at most forty rounds', () => {
    const rounds = Array.from({ length: 41 }, (_, at) => ({ ...round, id: `r${at}` }));
    expect(newRoom({ ...plan, rounds }, START)).toEqual(refuse('invalid-request', '/rounds/40'));
    expect(newRoom({ ...plan, rounds: rounds.slice(1) }, START).ok).toBe(true);
  });
});

describe('admit', () => {
  it('gives numbers from 1, none twice, though somebody was removed', () => {
    const lecture = new Lecture(lobby(3)).does({ type: 'remove', number: 3 });
    expect(lecture.room).toMatchObject({ nextNumber: 4, removed: [3] });
    expect(participants(lecture.room)).toBe(2);
  });

  it('turns away at a locked, a full and an ended room', () => {
    const locked = new Lecture().does({ type: 'lock', locked: true });
    expect(admit(locked.room)).toEqual(refuse('room-locked'));
    expect(admit(locked.does({ type: 'lock', locked: false }).room).ok).toBe(true);
    expect(admit({ ...lobby(0), nextNumber: 2_001 })).toEqual(refuse('room-full'));
    expect(admit(new Lecture().does({ type: 'end' }).room)).toEqual(refuse('room-ended'));
  });
});

/** What holds of every room, whatever was pressed. */
function expectSound(room: Room): void {
  expect(room.rounds.filter(({ state }) => state === 'open').length).toBeLessThanOrEqual(1);
  for (const round of room.rounds) {
    if (round.layers.length > 0) expect(round.state).toBe('revealed');
    expect(round.revealedAt !== null).toBe(round.state === 'revealed');
    expect(round.closedAt !== null).toBe(round.state === 'closed' || round.state === 'revealed');
    expect(round.openedAt !== null).toBe(round.state !== 'prepared');
    if (round.state !== 'prepared') expect(round.stageNo).toBeLessThanOrEqual(room.stageNo);
  }
  if (room.state === 'lobby') expect(room.stageNo).toBe(0);
  if (room.state === 'ended') expect(openRound(room)).toBeUndefined();
  expect(room.diagnosisShown && room.diagnosisRevealedAt === null).toBe(false);
}

describe('whatever is pressed', () => {
  it('the room stays sound', () => {
    fc.assert(
      fc.property(anyLecture, (presses) => {
        for (const { outcome } of played(presses)) if (outcome.ok) expectSound(outcome.room);
      }),
      tries(500),
    );
  });

  it('nothing is revealed that is not closed', () => {
    fc.assert(
      fc.property(anyLecture, (presses) => {
        for (const { before, command, outcome } of played(presses)) {
          if (!outcome.ok) continue;
          const shownBefore = before.rounds.flatMap(({ id, layers }) =>
            layers.map((layer) => `${id} ${layer}`),
          );
          const shown = outcome.room.rounds.flatMap(({ id, layers }) =>
            layers.map((layer) => `${id} ${layer}`),
          );
          const added = shown.filter((layer) => !shownBefore.includes(layer));
          if (added.length === 0 && outcome.room.diagnosisShown === before.diagnosisShown) continue;
          expect(command.type).toBe('reveal');
          expect(openRound(outcome.room)).toBeUndefined();
        }
      }),
      tries(500),
    );
  });

  it('a command sent twice, at once or after others, is carried out once', () => {
    fc.assert(
      fc.property(anyLecture, fc.nat(60), fc.nat(60), (presses, first, gap) => {
        const again = presses[first];
        fc.pre(again !== undefined);
        const at = Math.min(presses.length, first + 1 + gap);
        const doubled = [...presses.slice(0, at), { ...again, wait: 0 }, ...presses.slice(at)];
        const steps = played(doubled);
        fc.pre(steps[first]?.outcome.ok === true);
        const repeat = steps[at];
        expect(repeat?.outcome).toEqual({ ok: true, room: repeat?.before });
      }),
      tries(500),
    );
  });

  it('every act but more time is the same pressed twice in a row', () => {
    fc.assert(
      fc.property(anyLecture, (presses) => {
        for (const { before, command, now, outcome } of played(presses)) {
          const isRepeat = before.handled.includes(command.id);
          if (!outcome.ok || isRepeat || command.type === 'extend') continue;
          const again = carryOut(outcome.room, { ...command, id: `${command.id} again` }, now);
          expect(again).toMatchObject({ ok: true, room: { seq: outcome.room.seq } });
        }
      }),
    );
  });

  it('seq rises with every change and with nothing else', () => {
    fc.assert(
      fc.property(anyLecture, (presses) => {
        for (const { before, outcome } of played(presses)) {
          if (!outcome.ok) continue;
          const { handled: _, lastActAt: __, ...after } = outcome.room;
          const { handled: ___, lastActAt: ____, ...was } = before;
          if (after.seq === before.seq) expect(after).toEqual(was);
          else expect(after.seq).toBeGreaterThan(before.seq);
        }
      }),
    );
  });
});

describe('an answer of the tutor on the wall', () => {
  const SHOWN = { threadId: 't', questionId: 'q' };
  const SHOW: Act = { type: 'show-answer', shown: SHOWN };
  const withTutor = (): Lecture => new Lecture({ ...lobby(), tutor: { mode: 'answers', shown: null } });

  it('is shown and taken away, and neither before nor while a list is waited for', () => {
    const lecture = withTutor().does({ type: 'stage', stageNo: 1 });
    const shows = () => carryOut(lecture.room, { id: 'show', ...SHOW }, lecture.now);
    expect(shows()).toEqual(refuse('commit-first'));
    lecture.does(OPEN);
    expect(shows()).toEqual(refuse('round-open'));
    lecture.does(CLOSE).does(SHOW);
    expect(lecture.room.tutor?.shown).toEqual(SHOWN);
    const { seq } = lecture.room;
    expect(lecture.does(SHOW).room.seq).toBe(seq);
    expect(lecture.does({ type: 'show-answer', shown: null }).room.tutor?.shown).toBeNull();
  });

  it.each<Act>([
    { type: 'open', roundId: 'r3' },
    { type: 'stage', stageNo: 2 },
    { type: 'reset', roundId: 'r1' },
  ])('goes with $type', (act) => {
    const lecture = withTutor().does(OPEN).does(CLOSE).does(SHOW).does(act);
    expect(lecture.room.tutor).toEqual({ mode: 'answers', shown: null });
  });

  it('is not there in a room without a tutor', () => {
    const lecture = new Lecture();
    expect(carryOut(lecture.room, { id: 'show', ...SHOW }, lecture.now)).toEqual(
      refuse('invalid-request', '/shown'),
    );
  });
});
