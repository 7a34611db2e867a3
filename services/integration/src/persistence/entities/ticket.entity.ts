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

  @Column('timestamptz')
  expiresAt!: Date;
}
