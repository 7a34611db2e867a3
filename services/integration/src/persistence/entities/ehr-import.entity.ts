import { type Sealed, type SmartFault } from '@openrounds/contracts';
import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { type StoredImport } from '../../ports/ehr-imports';
import { EhrClientEntity } from './ehr-client.entity';

/** The import of a training patient, on its way: what was asked with, the token and what was read rest sealed. */
@Entity({ name: 'ehr_imports' })
@Index(['begunAt'])
export class EhrImportEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  tenantId!: string;

  @Column('text')
  subject!: string;

  @Column('uuid')
  clientId!: string;

  @ManyToOne(() => EhrClientEntity, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'client_id' })
  client?: EhrClientEntity;

  @Column('text')
  state!: StoredImport['state'];

  @Column('text')
  stateHash!: string;

  @Column('text')
  secretHash!: string;

  @Column('jsonb')
  asked!: Sealed;

  @Column('jsonb', { nullable: true })
  token!: Sealed | null;

  @Column('jsonb', { nullable: true })
  preview!: Sealed | null;

  @Column('text', { nullable: true })
  fault!: SmartFault | null;

  @Column('text', { array: true })
  missingScopes!: string[];

  @Column('timestamptz')
  begunAt!: Date;

  @Column('timestamptz', { nullable: true })
  spentAt!: Date | null;
}
