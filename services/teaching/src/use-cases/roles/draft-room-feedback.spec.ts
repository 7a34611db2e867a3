import { type DraftFeedbackPayload } from '@openrounds/contracts';
import { GRACE_MS } from '@openrounds/learning';
import { newId } from '@openrounds/platform';
import { TestClock } from '@openrounds/testing';
import { AUTHOR, META, VERSIONS } from '../../../test/fixtures/cases';
import { aRoom, round } from '../../../test/fixtures/rooms';
import { type Person } from '../../ports/answer-store';
import { type NewRoleRequest } from '../../ports/role-request-store';
import { type StoredRoom } from '../../ports/room-store';
import { type FindRoom } from '../find-room';
import { DraftRoomFeedback } from './draft-room-feedback';

const SENTENCE = 'A woman of 58, sudden onset of dyspnoea.';

/** A question that was closed just now, and a participant who wrote a sentence. */
function closedRound() {
  const clock = new TestClock();
  const { room: lobby, ...stored } = aRoom({}, [round(1, { task: 'representation' })]);
  const [asked] = lobby.rounds;
  if (asked === undefined) throw new Error('no question');
  const closedAt = clock.now().getTime();
  const room = { ...lobby, rounds: [{ ...asked, state: 'closed' as const, closedAt }] };
  const found = { ...stored, room } as unknown as StoredRoom;
  const person = {
    participantId: newId(),
    answers: [{ roundId: asked.id, attempt: asked.attempt, answer: { kind: 'text', text: SENTENCE } }],
  } as unknown as Person;
  const added: NewRoleRequest<'feedback-drafter'>[] = [];
  const drafts = new DraftRoomFeedback(
    { ofTeacher: () => Promise.resolve(found) } as unknown as FindRoom,
    { peopleOf: (_ref, [number]) => Promise.resolve(number === 1 ? [person] : []) },
    {
      add: (request) => {
        added.push(request as NewRoleRequest<'feedback-drafter'>);
        return Promise.resolve();
      },
      list: () => Promise.resolve([]),
      release: () => Promise.resolve(false),
    },
    clock,
  );
  const ask = (changes: Partial<DraftFeedbackPayload> = {}) => {
    const payload = {
      ...{ meta: META, by: AUTHOR, roleRequestId: newId(), roomId: stored.roomId, roundId: asked.id },
      ...{ number: 1, language: 'en', versions: { ...VERSIONS, llm: { model: 'a-model' } }, ...changes },
    };
    return drafts.execute(payload as DraftFeedbackPayload, ['Age and sex']);
  };
  return { ask, added, clock };
}

describe('DraftRoomFeedback', () => {
  it('has a sentence judged as soon as nobody can change it any more', async () => {
    const { ask, added, clock } = closedRound();
    await expect(ask()).rejects.toMatchObject({ code: 'round-open' });
    clock.advance(GRACE_MS + 1);
    await ask();
    expect(added).toMatchObject([{ asked: { representation: SENTENCE, rubric: ['Age and sex'] } }]);
  });

  it.each([
    ['nobody of that number', { number: 2 }],
    ['no such question', { roundId: newId() }],
  ])('finds %s', async (_, changes) => {
    const { ask, added } = closedRound();
    await expect(ask(changes)).rejects.toMatchObject({ code: 'not-found' });
    expect(added).toEqual([]);
  });
});
