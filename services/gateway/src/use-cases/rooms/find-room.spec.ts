import { newId } from '@openrounds/platform';
import { TestClock } from '@openrounds/testing';
import { answering } from '../../../test/fixtures/doubles';
import { foundRooms } from '../../../test/fixtures/rooms';
import { FindRoom } from './find-room';

const REQUEST = { requestId: 'request-1' };
const [HERE, THERE] = [newId(), newId()];

describe('a room of a course', () => {
  const seen = (
    courses: string[],
    courseId: string,
    { subject = 'learner:x', beyondCourse = false } = {},
  ) => {
    const room = foundRooms.build({ courses, leaders: ['learner:owner'] });
    const find = new FindRoom(answering({ 'find-room.v1': () => room }), new TestClock());
    const principal = { tenantId: 'school', subject, role: 'teacher' as const, courseId, beyondCourse };
    const outcome = (asked: Promise<unknown>) =>
      asked.then(
        () => 'told',
        (error: unknown) => (error as { code?: string }).code,
      );
    return Promise.all([
      outcome(find.seenBy(principal, room.roomId, REQUEST)),
      outcome(find.ledBy(principal, room.roomId, REQUEST)),
    ]);
  };
  const owner = { subject: 'learner:owner' };

  it.each([
    ['its teachers see, and do not lead', [HERE], HERE, {}, ['told', 'forbidden']],
    ['teachers of another course see nothing of', [HERE], THERE, {}, ['forbidden', 'forbidden']],
    ['whoever gave it leads there', [HERE], HERE, owner, ['told', 'told']],
    ['whoever gave it does not lead from another course', [HERE], THERE, owner, ['forbidden', 'forbidden']],
    [
      '… unless an administrator lets it be seen',
      [HERE],
      THERE,
      { ...owner, beyondCourse: true },
      ['told', 'told'],
    ],
    ['is led by whoever gave it where it stands in none', [], THERE, owner, ['told', 'told']],
  ] as const)('%s', async (_, courses, courseId, who, expected) => {
    expect(await seen([...courses], courseId, who)).toEqual(expected);
  });
});
