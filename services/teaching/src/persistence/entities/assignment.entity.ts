import {
  type AssignmentMode,
  type Scoring,
  type Sealed,
  type TutorMode,
  type Versions,
} from '@openrounds/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A case that learners take alone. */
@Entity({ name: 'assignments' })
@Index(['tenantId', 'assignmentId'])
@Index(['tenantId', 'caseId'])
@Index(['tenantId', 'classId'])
@Index(['createdAt'])
export class AssignmentEntity {
  @PrimaryColumn('uuid')
  assignmentId!: string;

  @Column('text')
  tenantId!: string;

  @Column('text')
  ownerSubject!: string;

  /** Null where learners come by links alone. */
  @Column('uuid', { nullable: true })
  classId!: string | null;

  @Column('uuid')
  caseId!: string;

  @Column('integer')
  caseVersion!: number;

  @Column('text')
  contentHash!: string;

  @Column('jsonb')
  versions!: Versions;

  @Column('text')
  mode!: AssignmentMode;

  @Column('integer')
  stages!: number;

  /** Null for as many as one likes. */
  @Column('integer', { nullable: true })
  attempts!: number | null;

  @Column('jsonb')
  scored!: Scoring;

  @Column('text', { default: 'off' })
  tutor!: TutorMode;

  @Column('timestamptz', { nullable: true })
  opensAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  closesAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  releasedAt!: Date | null;

  @Column('timestamptz')
  createdAt!: Date;

  /** The case as the assignment began with it; null once the case was erased. */
  @Column('jsonb', { nullable: true })
  body!: Sealed | null;

  /** Its title, null once the case was erased, and the diagnosis by which lists are scored. */
  @Column('jsonb')
  card!: Sealed;
}
