import { type Sealed } from '@openrounds/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Somebody whom a platform named, in whatever role: known by a random id, found again by an HMAC. */
@Entity({ name: 'learners' })
@Index(['tenantId', 'subjectHash'], { unique: true })
@Index(['tenantId', 'issuer'])
@Index(['lastLaunchAt'])
export class LearnerEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  tenantId!: string;

  @Column('text')
  issuer!: string;

  /** HMAC-SHA-256 of tenant, issuer and `sub` under the learner key. */
  @Column('text')
  subjectHash!: string;

  /** `sub`, which the gradebook wants. */
  @Column('jsonb')
  subject!: Sealed;

  /** Made up by the platform to look at a course: left out of statistics. */
  @Column('boolean')
  testUser!: boolean;

  @Column('timestamptz')
  createdAt!: Date;

  @Column('timestamptz')
  lastLaunchAt!: Date;
}
