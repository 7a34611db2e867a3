import { type Sealed } from '@openrounds/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Somebody whose results may be kept: an account, or a pseudonym with the token of a class. */
@Entity({ name: 'learners' })
@Index(['tenantId', 'subject'], { unique: true })
@Index(['lastSeenAt'])
export class LearnerEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  tenantId!: string;

  /** The account; null without one. */
  @Column('text', { nullable: true })
  subject!: string | null;

  @Column('text')
  pseudonym!: string;

  /** What the learner wants to be called, if anything. */
  @Column('jsonb', { nullable: true })
  name!: Sealed | null;

  /** SHA-256 of what the first device made up, by which a request that comes again is known. */
  @Index({ unique: true })
  @Column('text', { nullable: true })
  joinKeyHash!: string | null;

  /** SHA-256 of the code that was shown once. */
  @Index({ unique: true })
  @Column('text', { nullable: true })
  resumeHash!: string | null;

  /** Came by a launch of another system: the service that knows it is told of an erasure. */
  @Column('boolean', { default: false })
  launched!: boolean;

  @Column('timestamptz')
  createdAt!: Date;

  @Column('timestamptz')
  lastSeenAt!: Date;
}
