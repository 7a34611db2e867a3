import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Where a platform has us, as it calls it: a course, a department, the whole. It launches once an administrator accepted it. */
@Entity({ name: 'deployments' })
@Index(['platformId', 'deploymentId'], { unique: true })
@Index(['tenantId', 'id'])
export class DeploymentEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  tenantId!: string;

  @Column('uuid')
  platformId!: string;

  /** What the platform calls it. */
  @Column('text')
  deploymentId!: string;

  @Column('timestamptz')
  createdAt!: Date;

  /** Null: pending. */
  @Column('timestamptz', { nullable: true })
  acceptedAt!: Date | null;

  /** Whether launched teachers also see what they give in other courses. */
  @Column('boolean', { default: false })
  beyondCourse!: boolean;
}
