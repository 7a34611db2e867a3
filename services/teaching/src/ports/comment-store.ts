import { type Room } from '@openrounds/learning';
import { type RoomRef, type StoredRoom } from './room-store';

export interface StoredComment {
  readonly commentId: string;
  /** In the room, from 1. */
  readonly number: number;
  /** Null for whoever leads the room. */
  readonly participantId: string | null;
  readonly author: number | null;
  readonly text: string;
  readonly at: Date;
}

/** What is said in rooms after the diagnosis; at rest it is sealed. */
export interface CommentStore {
  /**
   * Writes a comment while nobody else changes the room; one that is there is given back as it is. What `decide` throws is
   * thrown.
   */
  addComment(
    ref: RoomRef,
    commentId: string,
    decide: (stored: StoredRoom) => { readonly room: Room; readonly comment: StoredComment },
  ): Promise<StoredComment | undefined>;
  /** The newest first, of numbers below `before`. */
  commentsBefore(ref: RoomRef, before: number | undefined, limit: number): Promise<readonly StoredComment[]>;
  /** Those of somebody with an account, or a learner: by id, after `after`. */
  commentsOfSubject(
    tenantId: string,
    subject: string,
    after: string | null,
    limit: number,
  ): Promise<readonly (StoredComment & Pick<RoomRef, 'roomId'>)[]>;
}
export const COMMENT_STORE = Symbol('CommentStore');
