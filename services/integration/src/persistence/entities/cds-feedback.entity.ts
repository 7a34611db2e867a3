import { type KeptCdsFeedback } from '@openrounds/contracts';
import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { EhrClientEntity } from './ehr-client.entity';

/** What became of a card. No words of anybody: a comment may tell of a patient. */
@Entity({ name: 'cds_feedback' })
@Index(['at'])
export class CdsFeedbackEntity {
  @PrimaryColumn('uuid')
  clientId!: string;

  @ManyToOne(() => EhrClientEntity, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'client_id' })
  client?: EhrClientEntity;

  @PrimaryColumn('uuid')
  card!: string;

  @PrimaryColumn('timestamptz')
  at!: Date;

  @Column('text')
  outcome!: KeptCdsFeedback['outcome'];

  @Column('text', { nullable: true })
  reasonSystem!: string | null;

  @Column('text', { nullable: true })
  reasonCode!: string | null;

  /** Whether somebody wrote something beside it. */
  @Column('boolean')
  commented!: boolean;
}
