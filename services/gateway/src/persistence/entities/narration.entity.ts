import {
  type NarrationAudience,
  type NarrationFault,
  type Language,
  type Sealed,
} from '@openrounds/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A run told in sentences, or still to be told. What it rests on and what was written rest sealed. */
@Entity({ name: 'narrations' })
@Index(['runId'])
export class NarrationEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  tenantId!: string;

  @Column('uuid')
  runId!: string;

  @Column('text')
  audience!: NarrationAudience;

  @Column('text')
  language!: Language;

  @Column('timestamptz')
  createdAt!: Date;

  @Column('timestamptz', { nullable: true })
  completedAt!: Date | null;

  @Column('jsonb')
  evidence!: Sealed;

  @Column('jsonb', { nullable: true })
  said!: Sealed | null;

  @Column('text', { nullable: true })
  fault!: NarrationFault | null;
}
