import { type Language, type Sealed } from '@openrounds/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Somebody who sits in a room. */
@Entity({ name: 'participants' })
@Index(['roomId', 'number'], { unique: true })
@Index(['roomId', 'joinKeyHash'], { unique: true })
@Index(['roomId', 'resumeHash'])
@Index(['tenantId', 'subject'])
export class ParticipantEntity {
  @PrimaryColumn('uuid')
  participantId!: string;

  @Column('text')
  tenantId!: string;

  @Column('uuid')
  roomId!: string;

  @Column('integer')
  number!: number;

  @Column('text')
  joinKeyHash!: string;

  @Column('text')
  resumeHash!: string;

  /** The learner's, where signed in. */
  @Column('text', { nullable: true })
  subject!: string | null;

  @Column('text')
  language!: Language;

  @Column('jsonb', { nullable: true })
  name!: Sealed | null;

  @Column('timestamptz')
  joinedAt!: Date;
}
