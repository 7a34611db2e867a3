import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A link in a course of a platform to something of ours. A copied course has links of its own. */
@Entity({ name: 'links' })
@Index(['deploymentId', 'contextId', 'resourceLinkId'], { unique: true })
@Index(['tenantId', 'resourceId'])
@Index(['tenantId', 'courseId'])
export class LinkEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  tenantId!: string;

  /** Id of our row of the deployment. */
  @Column('uuid')
  deploymentId!: string;

  /** The course, as the platform calls it; empty where it names none. */
  @Column('text')
  contextId!: string;

  /** The course, as the rest of the house knows it; null: nobody opened the link since courses have ids. */
  @Column('uuid', { nullable: true })
  courseId!: string | null;

  /** The link, as the platform calls it. */
  @Column('text')
  resourceLinkId!: string;

  @Column('text')
  kind!: 'assignment' | 'room';

  @Column('uuid')
  resourceId!: string;

  /** The gradebook, as the last launch told of it. */
  @Column('text', { nullable: true })
  lineItemUrl!: string | null;

  @Column('text', { nullable: true })
  lineItemsUrl!: string | null;

  @Column('text', { array: true })
  gradeScopes!: string[];

  /** The roster, as the last launch told of it. */
  @Column('text', { nullable: true })
  rosterUrl!: string | null;

  @Column('timestamptz')
  createdAt!: Date;

  @Column('timestamptz')
  lastLaunchAt!: Date;
}
