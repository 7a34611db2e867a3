import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** That a learner is, or was, in a class. */
@Entity({ name: 'memberships' })
export class MembershipEntity {
  @PrimaryColumn('uuid')
  classId!: string;

  @Index()
  @PrimaryColumn('uuid')
  learnerId!: string;

  @Column('text')
  tenantId!: string;

  @Column('integer', { nullable: true })
  teamNo!: number | null;

  @Column('timestamptz')
  joinedAt!: Date;

  /** When somebody of the staff took the learner out. */
  @Column('timestamptz', { nullable: true })
  leftAt!: Date | null;
}
