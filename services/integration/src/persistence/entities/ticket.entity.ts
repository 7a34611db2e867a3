import { type LaunchRole } from '@openrounds/lti';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** What a launched browser changes for a session, once. */
@Entity({ name: 'tickets' })
@Index(['expiresAt'])
export class TicketEntity {
  @PrimaryColumn('text')
  sha256!: string;

  @Column('text')
  tenantId!: string;

  @Column('uuid')
  launchId!: string;

  @Column('uuid')
  learnerId!: string;

  @Column('text')
  role!: LaunchRole['role'];

  /** Null with a choice of links. */
  @Column('uuid', { nullable: true })
  linkId!: string | null;

  /** Whose work is looked at; null: this is no review. */
  @Column('uuid', { nullable: true })
  reviewedId!: string | null;

  /** The course that the launch came from; null: the platform named none. */
  @Column('uuid', { nullable: true })
  courseId!: string | null;

  /** Whether a teacher also sees what they give in other courses. */
  @Column('boolean', { default: false })
  beyondCourse!: boolean;

  @Column('timestamptz')
  expiresAt!: Date;
}
