import { Inject, Injectable } from '@nestjs/common';
import { SEAL_PLACES } from '@openrounds/contracts';
import { DATA_SOURCE, inTransaction } from '@openrounds/persistence';
import { Sealer } from '@openrounds/platform';
import { LessThan, type DataSource } from 'typeorm';
import { z } from 'zod';
import { type CommentStore, type StoredComment } from '../ports/comment-store';
import { type RoomRef } from '../ports/room-store';
import { CommentEntity } from './entities/comment.entity';
import { ParticipantEntity } from './entities/participant.entity';
import { RoomRows } from './room-rows';
import { lockRoom, saveRoom } from './typeorm-rooms';

@Injectable()
export class TypeOrmComments implements CommentStore {
  private readonly rooms: RoomRows;

  constructor(
    @Inject(DATA_SOURCE) private readonly dataSource: DataSource,
    private readonly sealer: Sealer,
  ) {
    this.rooms = new RoomRows(sealer);
  }

  addComment(
    ref: RoomRef,
    commentId: string,
    decide: Parameters<CommentStore['addComment']>[2],
  ): Promise<StoredComment | undefined> {
    return inTransaction(this.dataSource, async (manager) => {
      const row = await lockRoom(manager, ref, 'pessimistic_write');
      if (row === undefined) return undefined;
      const { tenantId, roomId } = ref;
      const known = await manager.findOneBy(CommentEntity, { tenantId, roomId, commentId });
      if (known !== null) return this.commentOf(known);
      const { room, comment } = decide(this.rooms.roomOf(row));
      const text = this.sealer.seal(comment.text, SEAL_PLACES.commentText(tenantId, commentId));
      await manager.insert(CommentEntity, { ...comment, tenantId, roomId, text } as never);
      await saveRoom(manager, roomId, room);
      return comment;
    });
  }

  async commentsBefore(
    { tenantId, roomId }: RoomRef,
    before: number | undefined,
    limit: number,
  ): Promise<readonly StoredComment[]> {
    const where = { tenantId, roomId, ...(before === undefined ? {} : { number: LessThan(before) }) };
    const rows = await this.dataSource.manager.find(CommentEntity, {
      where,
      order: { number: 'DESC' },
      take: limit,
    });
    return rows.map((row) => this.commentOf(row));
  }

  async commentsOfSubject(tenantId: string, subject: string, after: string | null, limit: number) {
    const query = this.dataSource.manager
      .createQueryBuilder(CommentEntity, 'c')
      .innerJoin(ParticipantEntity, 'p', 'p.participantId = c.participantId')
      .where('p.tenantId = :tenantId AND p.subject = :subject', { tenantId, subject })
      .orderBy('c.commentId', 'ASC')
      .take(limit);
    if (after !== null) query.andWhere('c.commentId > :after', { after });
    return (await query.getMany()).map((row) => ({ ...this.commentOf(row), roomId: row.roomId }));
  }

  private commentOf({ tenantId, roomId: _roomId, text, ...row }: CommentEntity): StoredComment {
    const place = SEAL_PLACES.commentText(tenantId, row.commentId);
    return { ...row, text: this.sealer.open(text, place, z.string()) };
  }
}
