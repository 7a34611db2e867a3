import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** That what was kept of an account was erased: by a keyed hash, from which nobody can tell whose it was. */
@Entity({ name: 'erased_learners' })
export class ErasedLearnerEntity {
  @PrimaryColumn('text')
  tenantId!: string;

  @PrimaryColumn('text')
  hash!: string;

  @Index()
  @Column('timestamptz')
  erasedAt!: Date;
}
