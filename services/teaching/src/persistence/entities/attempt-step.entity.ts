import { type Sealed } from '@openrounds/contracts';
import { type AttemptStep } from '@openrounds/learning';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** What a learner did in an attempt; never changed, but for words that were kept long enough. */
@Entity({ name: 'attempt_steps' })
@Index('attempt_steps_with_text', ['at'], { where: '"text" IS NOT NULL' })
export class AttemptStepEntity {
  @PrimaryColumn('uuid')
  attemptId!: string;

  @PrimaryColumn('integer')
  position!: number;

  @Column('text')
  tenantId!: string;

  /** In the place of words an empty string. */
  @Column('jsonb')
  body!: AttemptStep;

  /** The words, in the order in which they stand. */
  @Column('jsonb', { nullable: true })
  text!: Sealed | null;

  @Column('timestamptz')
  at!: Date;
}
