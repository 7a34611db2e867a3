import { type ConsentPurpose } from '@openrounds/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A decision of a learner, or of a participant of a room. Rows are added and never changed; the newest holds. */
@Entity({ name: 'consents' })
export class ConsentEntity {
  @PrimaryColumn('uuid')
  personId!: string;

  @PrimaryColumn('text')
  purpose!: ConsentPurpose;

  @PrimaryColumn('timestamptz')
  at!: Date;

  @Column('text')
  tenantId!: string;

  @Column('boolean')
  granted!: boolean;

  @Column('integer')
  textVersion!: number;
}
