import { type LaunchCause, type LaunchCode } from '@openrounds/lti';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Why a launch failed, for the administrator: no token, nothing of a person. */
@Entity({ name: 'launch_problems' })
@Index(['tenantId', 'id'])
@Index(['at'])
export class LaunchProblemEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  tenantId!: string;

  @Column('uuid')
  platformId!: string;

  @Column('text')
  code!: LaunchCode;

  @Column('text')
  cause!: LaunchCause;

  @Column('text', { nullable: true })
  claim!: string | null;

  @Column('text', { nullable: true })
  keyId!: string | null;

  @Column('int', { nullable: true })
  clockSeconds!: number | null;

  /** As the page that was shown calls the request. */
  @Column('text')
  requestId!: string;

  @Column('timestamptz')
  at!: Date;
}
