import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A system that launches by cmi5 and keeps records; several institutions may have the same. */
@Entity({ name: 'lrs_connections' })
@Index(['tenantId', 'endpoint'], { unique: true })
@Index(['tenantId', 'id'])
export class LrsConnectionEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  tenantId!: string;

  @Column('text')
  name!: string;

  @Column('text')
  endpoint!: string;

  @Column('text', { array: true })
  fetchOrigins!: string[];

  /** Names of the hosts of its addresses. */
  @Column('text', { array: true })
  hosts!: string[];

  @Column('timestamptz')
  createdAt!: Date;
}
