import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A learner whom teaching was asked to erase and has not acknowledged: the row goes with the acknowledgement. */
@Entity({ name: 'pending_erasures' })
@Index(['askedAt'])
export class PendingErasureEntity {
  @PrimaryColumn('uuid')
  learnerId!: string;

  @Column('text')
  tenantId!: string;

  /** When teaching was asked last. */
  @Column('timestamptz')
  askedAt!: Date;
}
