import fc from 'fast-check';
import { Lecture } from '../../test/rooms';
import { type Act } from '../room/command';
import { refuse } from '../room/outcome';
import { type Room } from '../room/room';
import { forgotten } from '../room/forgotten';
import { areCommentsOpen, comment, commentsOf } from './comments';

const SHOWN: readonly Act[] = [
  { type: 'open', roundId: 'r1' },
  { type: 'close', roundId: 'r1' },
  { type: 'reveal', roundId: 'r1', layers: ['diagnosis'], confirm: true },
];

/** A lecture with three people in it that has come to the diagnosis. */
function told(): Lecture {
  const lecture = new Lecture();
  for (const act of SHOWN) lecture.does(act);
  return lecture;
}

function written(room: Room, number: number | null): Room {
  const outcome = comment(room, number);
  if (!outcome.ok) throw new Error(outcome.code);
  return outcome.room;
}

describe('comments', () => {
  it('are open with the diagnosis, and neither before nor while a question is open or it is hidden again', () => {
    const lecture = new Lecture();
    expect(comment(lecture.room, 1)).toEqual(refuse('not-open'));
    const after = told();
    expect(areCommentsOpen(after.room)).toBe(true);
    after.does({ type: 'open', roundId: 'r2' });
    expect(comment(after.room, 1)).toEqual(refuse('not-open'));
    after.does({ type: 'close', roundId: 'r2' });
    expect(comment(after.room, 1).ok).toBe(true);
    after.does({ type: 'reveal', roundId: 'r1', layers: ['diagnosis'], hide: true });
    expect(comment(after.room, null)).toEqual(refuse('not-open'));
  });

  it('are written by nobody whom the teacher removed, and by nobody after the end', () => {
    const lecture = told().does({ type: 'remove', number: 2 });
    expect(comment(lecture.room, 2)).toEqual(refuse('forbidden'));
    expect(comment(lecture.does({ type: 'end' }).room, 1)).toEqual(refuse('room-ended'));
    expect(areCommentsOpen(lecture.room)).toBe(true);
  });

  it('are hidden after the end, too', () => {
    const lecture = told();
    lecture.room = written(lecture.room, 1);
    lecture.does({ type: 'end' }).does({ type: 'hide-comment', number: 1, hidden: true });
    expect(commentsOf(lecture.room).hidden).toEqual([1]);
  });

  it('are hidden and shown by a press each, and only those that are there', () => {
    const lecture = told();
    lecture.room = written(written(lecture.room, 1), null);
    const hide = { type: 'hide-comment', number: 2, hidden: true } as const;
    lecture.does(hide);
    const { seq } = lecture.room;
    expect(commentsOf(lecture.room)).toEqual({ written: 2, hidden: [2], seq });
    expect(lecture.does(hide).room.seq).toBe(seq);
    expect(commentsOf(lecture.does({ ...hide, hidden: false }).room).hidden).toEqual([]);
    expect(lecture.tries({ ...hide, number: 3 })).toEqual(refuse('not-found', '/number'));
  });

  it('tell of a change whenever somebody has gone with what they wrote', () => {
    const room = written(told().room, 1);
    const after = forgotten(room, 1);
    expect(after.removed).toEqual([1]);
    expect(commentsOf(after).seq).toBe(after.seq);
    expect(after.seq).toBe(room.seq + 1);
    expect(forgotten(after, 1)).toBe(after);
  });

  it('get each a number of their own, whatever happens between, and each change is told', () => {
    const step = fc.oneof(
      fc.record({ writes: fc.option(fc.integer({ min: 1, max: 3 })) }),
      fc.record({ hides: fc.integer({ min: 1, max: 12 }), hidden: fc.boolean() }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        const lecture = told();
        const numbers: number[] = [];
        for (const each of steps) {
          const before = commentsOf(lecture.room);
          if ('writes' in each) {
            lecture.room = written(lecture.room, each.writes);
            numbers.push(commentsOf(lecture.room).written);
          } else if (each.hides <= before.written) {
            lecture.does({ type: 'hide-comment', number: each.hides, hidden: each.hidden });
          }
          const after = commentsOf(lecture.room);
          expect(after.seq > before.seq).toBe(after !== before);
          expect(new Set(after.hidden).size).toBe(after.hidden.length);
        }
        expect(numbers).toEqual(numbers.map((_, at) => at + 1));
      }),
    );
  });
});
