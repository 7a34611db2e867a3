import { type DraftFeedbackPayload, type ReleaseFeedbackPayload } from '@openrounds/contracts';
import { GRACE_MS } from '@openrounds/learning';
import { newId } from '@openrounds/platform';
import { TestClock } from '@openrounds/testing';
import { AUTHOR, META, VERSIONS } from '../../../test/fixtures/cases';
import { aRoom, round } from '../../../test/fixtures/rooms';
import { type Person } from '../../ports/answer-store';
import { type NewRoleRequest, type StoredRoleRequest } from '../../ports/role-request-store';
import { type RoomChange, type StoredRoom } from '../../ports/room-store';
import { DraftRoomFeedback } from './draft-room-feedback';

const SENTENCE = 'A woman of 58, sudden onset of dyspnoea.';

/** A question that was closed just now, a participant who wrote a sentence, and what was drafted on it. */
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
  const changes: (RoomChange | null)[] = [];
  const draft = {
    id: newId(),
    roundId: asked.id,
    number: 1,
    createdAt: clock.now(),
    completedAt: clock.now(),
  };
  const added: NewRoleRequest<'feedback-drafter'>[] = [];
  const drafts = new DraftRoomFeedback(
    { ofTeacher: () => Promise.resolve(found) },
    { peopleOf: (_ref, [number]) => Promise.resolve(number === 1 ? [person] : []) },
    {
      add: (request) => {
        added.push(request as NewRoleRequest<'feedback-drafter'>);
        return Promise.resolve();
      },
      list: () =>
        Promise.resolve([
          { ...draft, asked: { representation: SENTENCE }, said: null, released: null },
        ] as unknown as StoredRoleRequest<never>[]),
      release: (_tenantId, { id }) => Promise.resolve(id === draft.id),
    },
    {
      change: (_ref, decide) => {
        changes.push(decide(found));
        return Promise.resolve(found);
      },
    },
    clock,
  );
  const ask = (changed: Partial<DraftFeedbackPayload> = {}) => {
    const payload = {
      ...{ meta: META, by: AUTHOR, roleRequestId: newId(), roomId: stored.roomId, roundId: asked.id },
      ...{ number: 1, language: 'en', versions: { ...VERSIONS, llm: { model: 'a-model' } }, ...changed },
    };
    return drafts.execute(payload as DraftFeedbackPayload, ['Age and sex']);
  };
  const release = (id: string) =>
    drafts.release(
      { meta: META, by: AUTHOR, roomId: stored.roomId, roleRequestId: id } as ReleaseFeedbackPayload,
      { criteria: [{ criterion: 'Age and sex', judgement: 'met', advice: 'Well said.' }] },
    );
  return { ask, added, clock, release, changes, draftId: draft.id, room };
}

describe('DraftRoomFeedback', () => {
  it('has a sentence judged as soon as nobody can change it any more', async () => {
    const { ask, added, clock } = closedRound();
    await expect(ask()).rejects.toMatchObject({ code: 'round-open' });
    clock.advance(GRACE_MS + 1);
    await ask();
    expect(added).toMatchObject([{ asked: { representation: SENTENCE, rubric: ['Age and sex'] } }]);
  });

  it('tells the room that something was released, and nothing else of it', async () => {
    const { release, changes, draftId, room } = closedRound();
    await release(draftId);
    const seq = room.seq + 1;
    expect(changes).toEqual([{ room: { ...room, seq, feedbackSeq: seq } }]);
    await expect(release(newId())).rejects.toMatchObject({ code: 'not-found' });
    expect(changes).toHaveLength(1);
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
