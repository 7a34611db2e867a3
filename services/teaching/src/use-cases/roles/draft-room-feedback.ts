import { Inject, Injectable } from '@nestjs/common';
import {
  DomainError,
  MOST_DRAFTS,
  type DraftFeedbackPayload,
  type ListFeedbackDraftsPayload,
  type ReleaseFeedbackInput,
  type ReleaseFeedbackPayload,
  type ToldFeedbackDraft,
} from '@openrounds/contracts';
import { feedbackReleased, isOver } from '@openrounds/learning';
import { CLOCK, type Clock } from '@openrounds/platform';
import { toldFeedbackDraft } from '../../model/told-requests';
import { ANSWER_STORE, type AnswerStore, type Person } from '../../ports/answer-store';
import { ROLE_REQUEST_STORE, type RoleRequestStore } from '../../ports/role-request-store';
import { ROOM_STORE, type RoomStore, type StoredRoom } from '../../ports/room-store';
import { FindRoom } from '../find-room';
import { requiredMeta } from './role-meta';

/** Has feedback drafted on what participants wrote, and gives them what a teacher makes of it. */
@Injectable()
export class DraftRoomFeedback {
  constructor(
    @Inject(FindRoom) private readonly findRoom: Pick<FindRoom, 'ofTeacher'>,
    @Inject(ANSWER_STORE) private readonly answers: Pick<AnswerStore, 'peopleOf'>,
    @Inject(ROLE_REQUEST_STORE)
    private readonly requests: Pick<RoleRequestStore, 'add' | 'list' | 'release'>,
    @Inject(ROOM_STORE) private readonly rooms: Pick<RoomStore, 'change'>,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws DomainError `not-found`, `forbidden`, `round-open`, `thread-full`, `dependency-unavailable` */
  async execute(payload: DraftFeedbackPayload, rubric: readonly string[]): Promise<void> {
    const { meta, by, roleRequestId, roomId, roundId, number, language, versions } = payload;
    const { tenantId } = meta;
    const room = await this.findRoom.ofTeacher({ tenantId, roomId }, by);
    const now = this.clock.now();
    const [person] = await this.answers.peopleOf(room, [number]);
    if (person === undefined) throw new DomainError('not-found', 'There is no such participant');
    const representation = sentenceOf(room, roundId, person, now);
    await this.requests.add(
      {
        id: roleRequestId,
        tenantId,
        role: 'feedback-drafter',
        about: { kind: 'room', id: roomId, participantId: person.participantId, roundId, number },
        owner: by.subject,
        language,
        createdAt: now,
        asked: { language, representation, rubric: [...rubric] },
        meta: requiredMeta(meta, { ...room.versions, llm: versions.llm }, by.subject, now),
      },
      MOST_DRAFTS_OF_ROOM,
    );
  }

  /** The newest first. @throws DomainError `not-found`, `forbidden` */
  async list({
    meta: { tenantId },
    by,
    roomId,
    roundId,
  }: ListFeedbackDraftsPayload): Promise<ToldFeedbackDraft[]> {
    await this.findRoom.ofTeacher({ tenantId, roomId }, by);
    const stored = await this.requests.list({ tenantId, role: 'feedback-drafter', aboutId: roomId });
    return stored
      .filter((each) => roundId === undefined || each.roundId === roundId)
      .toReversed()
      .map(toldFeedbackDraft);
  }

  /** Phones are told at once that something was released, and ask whether it is theirs. @throws DomainError `not-found`, `forbidden` */
  async release(
    { meta: { tenantId }, by, roomId, roleRequestId: id }: ReleaseFeedbackPayload,
    given: ReleaseFeedbackInput,
  ): Promise<ToldFeedbackDraft> {
    const ref = { tenantId, roomId };
    await this.findRoom.ofTeacher(ref, by);
    const released = await this.requests.release(tenantId, { roomId, id }, given, this.clock.now());
    const stored = released
      ? await this.requests.list({ tenantId, role: 'feedback-drafter', aboutId: roomId })
      : [];
    const draft = stored.find((each) => each.id === id);
    if (draft === undefined) throw new DomainError('not-found', 'There is no such draft');
    await this.rooms.change(ref, ({ room }) =>
      room.state === 'ended' ? null : { room: feedbackReleased(room) },
    );
    return toldFeedbackDraft(draft);
  }
}

/** Of one teacher in one room. */
const MOST_DRAFTS_OF_ROOM = 10 * MOST_DRAFTS;

/**
 * What a participant wrote, when nobody can change it any more.
 *
 * @throws DomainError `not-found`, `round-open`
 */
function sentenceOf({ room }: StoredRoom, roundId: string, person: Person, now: Date): string {
  const round = room.rounds.find(({ id }) => id === roundId);
  if (round === undefined) throw new DomainError('not-found', 'There is no such question');
  const given = person.answers.find((each) => each.roundId === roundId && each.attempt === round.attempt);
  if (given?.answer.kind !== 'text') throw new DomainError('not-found', 'This participant wrote no sentence');
  if (!isOver(round, now.getTime())) throw new DomainError('round-open');
  return given.answer.text;
}
