import { Inject, Injectable } from '@nestjs/common';
import { DomainError, type Comment, type InDiscussion } from '@openrounds/contracts';
import { areCommentsOpen, comment, commentsOf, type Room } from '@openrounds/learning';
import { CLOCK, uuidOf, type Clock } from '@openrounds/platform';
import { COMMENT_STORE, type CommentStore, type StoredComment } from '../ports/comment-store';
import { type RoomRef } from '../ports/room-store';
import { refused } from './create-room';
import { FindRoom } from './find-room';

/** A page of what was said. */
export interface Said {
  readonly items: readonly Comment[];
  /** Where the next page begins; null after the last. Not the last item's: hidden ones are passed over. */
  readonly next: number | null;
}

/** Fifty of a thousand Chinese characters surely fit into one payload, sealed. */
const MOST_AT_ONCE = 50;

/** The discussion of a case: written and read from the diagnosis on, under numbers. */
@Injectable()
export class Discuss {
  constructor(
    @Inject(COMMENT_STORE)
    private readonly comments: Pick<CommentStore, 'addComment' | 'commentsBefore'>,
    private readonly findRoom: FindRoom,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws DomainError `not-found`, `forbidden`, `not-open`, `room-ended`, `invalid-request` for a blank text */
  async write(ref: RoomRef, by: InDiscussion, key: string, text: string): Promise<Comment> {
    if (text.trim() === '') throw new DomainError('invalid-request', undefined, [BLANK]);
    const participant = 'participantId' in by ? by : null;
    const author = participant?.number ?? null;
    if (!('participantId' in by)) await this.findRoom.ofTeacher(ref, by);
    const commentId = idOf(ref, by, key);
    const at = this.clock.now();
    const written = await this.comments.addComment(ref, commentId, (stored) => {
      const outcome = comment(stored.room, author);
      if (!outcome.ok) throw refused(outcome);
      const { written: number } = commentsOf(outcome.room);
      const participantId = participant?.participantId ?? null;
      return { room: outcome.room, comment: { commentId, number, participantId, author, text, at } };
    });
    if (written === undefined) throw new DomainError('not-found', 'There is no such room');
    return shown(written, by, []);
  }

  /**
   * The newest first, older than `before`; hidden ones to whoever leads the room, always.
   *
   * @throws DomainError `not-found`, `forbidden`, `not-open`
   */
  async read(ref: RoomRef, by: InDiscussion, before: number | undefined, limit: number): Promise<Said> {
    const { hidden } = commentsOf(await this.readable(ref, by));
    const most = Math.min(limit, MOST_AT_ONCE);
    const found = await this.comments.commentsBefore(ref, before, most + 1);
    const page = found.slice(0, most);
    const seen = page.filter(({ number }) => !('participantId' in by) || !hidden.includes(number));
    const last = found.length > most ? page.at(-1) : undefined;
    return { items: seen.map((each) => shown(each, by, hidden)), next: last?.number ?? null };
  }

  private async readable(ref: RoomRef, by: InDiscussion): Promise<Room> {
    if (!('participantId' in by)) return (await this.findRoom.ofTeacher(ref, by)).room;
    const { room } = await this.findRoom.byId(ref);
    if (room.removed.includes(by.number)) throw new DomainError('forbidden');
    if (!areCommentsOpen(room)) throw new DomainError('not-open');
    return room;
  }
}

const BLANK = { pointer: '/text', code: 'blank', message: 'must say something' };

/** The same key of the same author is the same comment. */
function idOf({ roomId }: RoomRef, by: InDiscussion, key: string): string {
  const author = 'participantId' in by ? by.participantId : by.subject;
  return uuidOf(JSON.stringify(['openrounds/comment', roomId, author, key]));
}

const shown = (
  { number, participantId, author, text, at }: StoredComment,
  by: InDiscussion,
  hidden: readonly number[],
): Comment => ({
  number,
  author,
  own: participantId === ('participantId' in by ? by.participantId : null),
  text,
  at: at.toISOString(),
  hidden: hidden.includes(number),
});
