import { type DraftFault, type Language, type Sealed, type TeachingRole } from '@openrounds/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** What a role of the language model was asked, and what is kept of its answer. It goes with what it is about. */
@Entity({ name: 'role_requests' })
@Index(['tenantId', 'role', 'aboutId', 'owner'])
@Index(['tenantId', 'caseId'])
@Index(['createdAt'])
export class RoleRequestEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  tenantId!: string;

  @Column('text')
  role!: TeachingRole;

  /** The attempt, the case or the room. */
  @Column('uuid')
  aboutId!: string;

  /** The learner or the teacher who asked. */
  @Column('text')
  owner!: string;

  /** The case whose text it holds; null of feedback. */
  @Column('uuid', { nullable: true })
  caseId!: string | null;

  /** Of feedback: whose sentence it is about, and to which question. */
  @Column('uuid', { nullable: true })
  participantId!: string | null;

  @Column('uuid', { nullable: true })
  roundId!: string | null;

  @Column('integer', { nullable: true })
  number!: number | null;

  @Column('text')
  language!: Language;

  @Column('timestamptz')
  createdAt!: Date;

  @Column('timestamptz', { nullable: true })
  completedAt!: Date | null;

  @Column('jsonb')
  asked!: Sealed;

  @Column('jsonb', { nullable: true })
  said!: Sealed | null;

  @Column('text', { nullable: true })
  fault!: DraftFault | null;

  /** What the teacher made of a draft of feedback and gave to whom it is about. */
  @Column('jsonb', { nullable: true })
  released!: Sealed | null;

  @Column('timestamptz', { nullable: true })
  releasedAt!: Date | null;
}
