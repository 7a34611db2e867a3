import { type LtiRegistration } from '@openrounds/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A platform belongs to one tenant: issuer and client id say whose a launch is. */
@Entity({ name: 'platforms' })
@Index(['issuer', 'clientId'], { unique: true })
@Index(['tenantId', 'id'])
export class PlatformEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  tenantId!: string;

  @Column('text')
  name!: string;

  @Column('text')
  issuer!: string;

  @Column('text')
  clientId!: string;

  @Column('text')
  authorizationUrl!: string;

  @Column('text')
  tokenUrl!: string;

  @Column('text')
  keySetUrl!: string;

  @Column('text', { nullable: true })
  tokenAudience!: string | null;

  @Column('text', { array: true })
  algorithms!: LtiRegistration['algorithms'];

  @Column('text', { array: true })
  frameOrigins!: string[];

  /** Whether teachers may read the names of their courses. */
  @Column('boolean', { default: false })
  roster!: boolean;

  /** Names of the hosts of its addresses. */
  @Column('text', { array: true })
  hosts!: string[];

  @Column('timestamptz')
  createdAt!: Date;
}
