import { type Sealed, type TutorFault } from '@openrounds/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A question of a thread, answered or waiting to be. What was asked, what an answer rests on and the answer rest sealed. */
@Entity({ name: 'tutor_questions' })
@Index(['threadId'])
export class TutorQuestionEntity {
  /** In the order in which they were asked. */
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  tenantId!: string;

  @Column('uuid')
  threadId!: string;

  @Column('timestamptz')
  createdAt!: Date;

  @Column('timestamptz', { nullable: true })
  completedAt!: Date | null;

  @Column('jsonb')
  question!: Sealed;

  @Column('jsonb')
  evidence!: Sealed;

  @Column('jsonb', { nullable: true })
  said!: Sealed | null;

  @Column('text', { nullable: true })
  fault!: TutorFault | null;
}
