import { type Language, type PatientConfirmation } from '@openrounds/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** That a case exists, whose it is and whether it was erased. Its content belongs to case-intake. */
@Entity({ name: 'cases' })
@Index(['tenantId', 'id'])
@Index(['erasureSeenAt'])
@Index(['expiresAt'], { where: 'expires_at IS NOT NULL' })
export class CaseEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  tenantId!: string;

  @Column('text')
  language!: Language;

  @Column('timestamptz')
  createdAt!: Date;

  @Column('timestamptz', { nullable: true })
  erasedAt!: Date | null;

  /** Services that have acknowledged the erasure. */
  @Column('jsonb')
  erasedBy!: string[];

  /** How often the erasure was sent again. */
  @Column('integer', { default: 0 })
  erasureEpoch!: number;

  /** When somebody last looked after an erasure that is not done; null when there is none, or all have acknowledged. */
  @Column('timestamptz', { nullable: true })
  erasureSeenAt!: Date | null;

  /** When it is erased by itself unless somebody keeps it; null: it is kept. */
  @Column('timestamptz', { nullable: true })
  expiresAt!: Date | null;

  /** What was stated of a patient who was brought from a training EHR. */
  @Column('text', { nullable: true })
  confirmation!: PatientConfirmation | null;
}
