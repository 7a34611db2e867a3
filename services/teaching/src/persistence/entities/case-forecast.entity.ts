import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** What the engine would say of one stage of a case. The id is made of content, stage and versions of the numbers. */
@Entity({ name: 'case_forecasts' })
@Index(['tenantId', 'contentHash'])
@Index(['usedAt'])
export class CaseForecastEntity {
  @PrimaryColumn('text')
  id!: string;

  @Column('text')
  tenantId!: string;

  @Column('text')
  contentHash!: string;

  @Column('integer')
  stageNo!: number;

  /** How often it was asked for. */
  @Column('integer')
  epoch!: number;

  @Column('timestamptz')
  askedAt!: Date;

  @Column('timestamptz')
  usedAt!: Date;

  /** The coded answer as JSON, deflated; null until it is there. */
  @Column('bytea', { nullable: true })
  packed!: Buffer | null;

  /** Why the engine does not rank such a patient. */
  @Column('text', { nullable: true })
  rejected!: string | null;
}
