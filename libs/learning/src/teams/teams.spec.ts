import fc from 'fast-check';
import { Lecture, lobby, roomOf, START } from '../../test/rooms';
import { admit } from '../room/admission';
import { newRoom, type RoundPlan } from '../room/new-room';
import { refuse } from '../room/outcome';
import { forgotten } from '../room/forgotten';
import { type Arrival, isCounted, type Kept, receive, uncountedNumbers } from '../room/receive';
import { roundOf, type Room } from '../room/room';
import { chooseTeam, handOnPen } from './team-acts';
import { type Teams } from './team';
import { livingTeams, membersOf, teamOf } from './teams';

const ALONE: RoundPlan = { id: 'alone', stageNo: 1, task: { task: 'differential' }, seconds: null };
const TOGETHER: RoundPlan = { ...ALONE, id: 'team', answerBy: 'team' };
const PLAN = { code: '482713', language: 'en', entry: 'open', textOnPhones: true, stages: 2 } as const;

function teamRoom(people: number, teams: Pick<Teams, 'by' | 'size'> = { by: 'number', size: 4 }): Room {
  let room = roomOf(newRoom({ ...PLAN, teams, rounds: [ALONE, TOGETHER] }, START));
  for (let number = 1; number <= people; number += 1) room = roomOf(admit(room));
  return room;
}

/** Everybody has answered alone, and the question for teams is open. */
const opened = (room: Room): Lecture =>
  new Lecture(room)
    .does({ type: 'open', roundId: 'alone' })
    .does({ type: 'close', roundId: 'alone' })
    .does({ type: 'open', roundId: 'team' });

const sizes = (room: Room): number[] => livingTeams(room).map((team) => membersOf(room, team).length);
const answer = (number: number, changes: Partial<Arrival> = {}): Arrival => ({
  roundId: 'team',
  attempt: 1,
  revision: 1,
  number,
  receivedAt: START + 1,
  ...changes,
});

describe('a question for teams', () => {
  it('stands behind one at the same stage with the same task that everybody answers alone', () => {
    const teams = { by: 'number', size: 4 } as const;
    const refused = refuse('invalid-request', '/rounds/0/answerBy');
    expect(newRoom({ ...PLAN, teams, rounds: [TOGETHER, ALONE] }, 0)).toEqual(refused);
    const elsewhere = { ...ALONE, stageNo: 2 };
    expect(newRoom({ ...PLAN, teams, rounds: [elsewhere, TOGETHER] }, 0).ok).toBe(false);
    expect(newRoom({ ...PLAN, rounds: [ALONE, TOGETHER] }, 0).ok).toBe(false);
    const huge = { by: 'number', size: 13 } as const;
    expect(newRoom({ ...PLAN, teams: huge, rounds: [] }, 0)).toEqual(
      refuse('invalid-request', '/settings/teamSize'),
    );
  });

  it('opens when everybody has had the time to answer alone, and again so after a reset', () => {
    const lecture = new Lecture(teamRoom(5));
    const open = { type: 'open', roundId: 'team' } as const;
    expect(lecture.tries(open)).toEqual(refuse('commit-first'));
    lecture.does({ type: 'open', roundId: 'alone' });
    expect(lecture.tries(open)).toEqual(refuse('round-open'));
    lecture.does({ type: 'close', roundId: 'alone' }).does({ type: 'reset', roundId: 'alone' });
    expect(lecture.tries(open)).toEqual(refuse('commit-first'));
    lecture.does({ type: 'open', roundId: 'alone' }).does({ type: 'close', roundId: 'alone' }).does(open);
    expect(lecture.round('team').state).toBe('open');
  });
});

describe('teams that are drawn', () => {
  it('hold everybody once, none alone, no two sizes further apart than one, in blocks of numbers', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 300 }),
        fc.integer({ min: 2, max: 12 }),
        fc.uniqueArray(fc.integer({ min: 1, max: 300 }), { maxLength: 20 }),
        (people, size, gone) => {
          const removed = gone.filter((number) => number < people);
          const { room } = opened({ ...teamRoom(people, { by: 'number', size }), removed });
          const there = people - removed.length;
          const members = livingTeams(room).flatMap((team) => membersOf(room, team));
          expect(members).toEqual([...new Set(members)].sort((one, two) => one - two));
          expect(members).toHaveLength(there);
          expect(Math.max(...sizes(room)) - Math.min(...sizes(room))).toBeLessThanOrEqual(1);
          expect(Math.max(...sizes(room))).toBeLessThanOrEqual(size + 1);
          if (there > 1) expect(Math.min(...sizes(room))).toBeGreaterThan(1);
          for (const team of livingTeams(room)) expect(membersOf(room, team)).toContain(team.pen);
        },
      ),
    );
  });

  it('are drawn once, and whoever comes later sits down with the smallest', () => {
    const lecture = opened(teamRoom(9));
    expect(sizes(lecture.room)).toEqual([3, 3, 3]);
    lecture.does({ type: 'remove', number: 5 });
    lecture.room = roomOf(admit(lecture.room));
    expect(teamOf(lecture.room, 10)?.no).toBe(2);
    lecture.room = roomOf(admit(lecture.room));
    expect(teamOf(lecture.room, 11)?.no).toBe(1);
    lecture.does({ type: 'reset', roundId: 'team' }).does({ type: 'open', roundId: 'team' });
    expect(sizes(lecture.room)).toEqual([4, 3, 3]);
  });

  it('cannot be chosen', () => {
    expect(chooseTeam(teamRoom(3), 1, 1)).toEqual(refuse('teams-formed'));
    expect(chooseTeam(lobby(), 1, 1)).toEqual(refuse('teams-formed'));
  });
});

describe('teams that are chosen', () => {
  const CHOICE = { by: 'choice', size: 3 } as const;
  const chosen = (room: Room, ...choices: readonly (readonly [number, number])[]): Room =>
    choices.reduce((now, [number, no]) => roomOf(chooseTeam(now, number, no)), room);

  it('take as many as they have room for, between questions alone, until they are formed', () => {
    const room = chosen(teamRoom(5, CHOICE), [1, 7], [2, 7], [3, 7]);
    expect(chooseTeam(room, 4, 7)).toEqual(refuse('team-full'));
    expect(chooseTeam(room, 1, 7)).toEqual({ ok: true, room });
    expect(chooseTeam(room, 4, 0)).toEqual(refuse('invalid-request', '/team'));
    const asking = new Lecture(room).does({ type: 'open', roundId: 'alone' });
    expect(chooseTeam(asking.room, 4, 2)).toEqual(refuse('round-open'));
    expect(chooseTeam(opened(room).room, 4, 2)).toEqual(refuse('teams-formed'));
    expect(chooseTeam(new Lecture(room).does({ type: 'remove', number: 4 }).room, 4, 2)).toEqual(
      refuse('forbidden'),
    );
    const left = chosen(room, [1, 2]);
    expect(teamOf(left, 1)?.no).toBe(2);
    expect(left.teams?.list.map(({ no, members, pen }) => [no, members, pen])).toEqual([
      [2, [1], 1],
      [7, [2, 3], 2],
    ]);
  });

  it('leave nobody without a team, and nobody alone, whatever was chosen', () => {
    const choice = fc.record({
      number: fc.integer({ min: 1, max: 20 }),
      no: fc.integer({ min: 1, max: 8 }),
    });
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 20 }), fc.array(choice, { maxLength: 40 }), (people, choices) => {
        let room = teamRoom(people, CHOICE);
        for (const { number, no } of choices) {
          if (number > people) continue;
          const outcome = chooseTeam(room, number, no);
          if (outcome.ok) room = outcome.room;
          expect(Math.max(0, ...sizes(room))).toBeLessThanOrEqual(CHOICE.size);
        }
        const together = livingTeams(room).filter(({ members }) => members.length > 1);
        const after = opened(room).room;
        const members = livingTeams(after).flatMap((team) => membersOf(after, team));
        expect([...members].sort((one, two) => one - two)).toEqual(
          Array.from({ length: people }, (_, at) => at + 1),
        );
        expect(Math.min(...sizes(after))).toBeGreaterThan(1);
        for (const team of together)
          expect(teamOf(after, team.members[0] ?? 0)?.members).toEqual(
            expect.arrayContaining([...team.members]),
          );
        expect(new Set(after.teams?.list.map(({ no }) => no)).size).toBe(after.teams?.list.length);
      }),
    );
  });
});

describe('the pen', () => {
  it('is handed on by whoever holds it, inside the team, and by the teacher', () => {
    const lecture = opened(teamRoom(6));
    expect(handOnPen(lecture.room, 2, 3)).toEqual(refuse('pen-elsewhere'));
    expect(handOnPen(lecture.room, 1, 6)).toEqual(refuse('not-found', '/number'));
    expect(handOnPen(lecture.room, 1, 99)).toEqual(refuse('not-found', '/number'));
    const after = roomOf(handOnPen(lecture.room, 1, 3));
    expect(teamOf(after, 1)?.pen).toBe(3);
    expect(handOnPen(after, 1, 3)).toEqual({ ok: true, room: after });
    expect(teamOf(roomOf(handOnPen(after, null, 2)), 1)?.pen).toBe(2);
  });

  it('passes on with whoever is removed or forgotten', () => {
    const lecture = opened(teamRoom(3)).does({ type: 'remove', number: 1 });
    expect(teamOf(lecture.room, 3)?.pen).toBe(2);
    expect(teamOf(forgotten(lecture.room, 2), 3)?.pen).toBe(3);
    expect(teamOf(forgotten(forgotten(lecture.room, 2), 3), 3)?.pen).toBeNull();
  });
});

describe('answers of teams', () => {
  it('are taken of the pen’s holder alone', () => {
    const { room } = opened(teamRoom(6));
    expect(receive(room, answer(1), null)).toMatchObject({ status: 'kept', write: true });
    expect(receive(room, answer(2), null)).toEqual(refuse('pen-elsewhere'));
    expect(receive(room, answer(99), null)).toEqual(refuse('pen-elsewhere'));
  });

  it('of a phone that has handed the pen on: a repeat is told as before, anything new is not taken', () => {
    const room = roomOf(handOnPen(opened(teamRoom(6)).room, 1, 2));
    const kept: Kept = { revision: 3, late: false, number: 1 };
    expect(receive(room, answer(1, { revision: 3 }), kept)).toMatchObject({ status: 'unchanged' });
    expect(receive(room, answer(1, { revision: 4 }), kept)).toEqual(refuse('pen-elsewhere'));
    expect(receive(room, answer(2, { revision: 3 }), kept)).toEqual(refuse('newer-revision', '/revision'));
    expect(receive(room, answer(2, { revision: 4 }), kept)).toMatchObject({ status: 'kept', write: true });
  });

  it('count as long as somebody of the team is there, whoever wrote them', () => {
    const lecture = opened(teamRoom(2)).does({ type: 'remove', number: 1 });
    const kept = { attempt: 1, number: 1, receivedAt: 0, late: false };
    const together = lecture.round('team');
    expect(isCounted(lecture.room, together, kept)).toBe(true);
    expect(isCounted(lecture.room, lecture.round('alone'), kept)).toBe(false);
    lecture.does({ type: 'remove', number: 2 });
    expect(isCounted(lecture.room, together, kept)).toBe(false);
    expect(uncountedNumbers(lecture.room, together)).toEqual([1, 2]);
  });

  /** Phones of all teams send and hand pens on in any order; two may send at once, and any answer may come twice. */
  const step = fc.oneof(
    fc.record({ sends: fc.integer({ min: 1, max: 7 }), revision: fc.integer({ min: 1, max: 5 }) }),
    fc.record({ by: fc.integer({ min: 1, max: 7 }), to: fc.integer({ min: 1, max: 7 }) }),
    fc.record({ removed: fc.integer({ min: 1, max: 7 }) }),
  );

  it('are one a team and attempt, of whoever held the pen when it came, and never an older one', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const lecture = opened(teamRoom(7, { by: 'number', size: 3 }));
        const kept = new Map<number, Kept & { readonly number: number }>();
        for (const each of steps) {
          const { room } = lecture;
          if ('by' in each) {
            const outcome = handOnPen(room, each.by, each.to);
            if (outcome.ok) lecture.room = outcome.room;
          } else if ('removed' in each) {
            if (sizes(room).length > 1) lecture.does({ type: 'remove', number: each.removed });
          } else {
            const { sends: number, revision } = each;
            const team = teamOf(room, number);
            const before = kept.get(team?.no ?? 0);
            const receipt = receive(room, answer(number, { revision }), before ?? null);
            if (!receipt.ok || !receipt.write) continue;
            expect(team?.pen).toBe(number);
            expect(revision).toBeGreaterThan(before?.revision ?? 0);
            kept.set(team?.no ?? 0, { revision, late: false, number });
          }
          for (const team of livingTeams(lecture.room))
            expect(membersOf(lecture.room, team)).toContain(team.pen);
        }
        expect([...kept.keys()].every((no) => no >= 1 && no <= 3)).toBe(true);
        expect(roundOf(lecture.room, 'alone')?.answerBy).toBeUndefined();
      }),
    );
  });

  it('leave the answers that everybody gave alone as they are', () => {
    const { room } = opened(teamRoom(6));
    const alone = { ...answer(2), roundId: 'alone', receivedAt: 0 };
    expect(receive(room, alone, { revision: 1, late: false })).toMatchObject({ status: 'unchanged' });
    expect(receive(room, { ...alone, revision: 2 }, { revision: 1, late: false }).ok).toBe(true);
  });
});
