import { type Sealed } from '@openrounds/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** What somebody said after the diagnosis. Whether it is hidden, the room knows. */
@Entity({ name: 'comments' })
@Index(['roomId', 'number'], { unique: true })
@Index(['participantId'])
@Index(['at'])
export class CommentEntity {
  @PrimaryColumn('uuid')
  commentId!: string;

  @Column('text')
  tenantId!: string;

  @Column('uuid')
  roomId!: string;

  @Column('integer')
  number!: number;

  /** Null for whoever leads the room. */
  @Column('uuid', { nullable: true })
  participantId!: string | null;

  @Column('integer', { nullable: true })
  author!: number | null;

  @Column('jsonb')
  text!: Sealed;

  @Column('timestamptz')
  at!: Date;
}
