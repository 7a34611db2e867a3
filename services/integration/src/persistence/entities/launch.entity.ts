import { type Sealed } from '@openrounds/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A launch from its login on; of its secrets only the hashes are here. */
@Entity({ name: 'launches' })
@Index(['begunAt'])
export class LaunchEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  tenantId!: string;

  @Column('uuid')
  platformId!: string;

  @Column('text')
  stateHash!: string;

  @Column('text')
  nonceHash!: string;

  /** Of what the browser was given to show that it is the same. */
  @Column('text')
  secretHash!: string;

  /** What the login asked, for a beginning in another window. */
  @Column('jsonb')
  login!: Sealed;

  @Column('timestamptz')
  begunAt!: Date;

  /** When its token came; a launch has one. */
  @Column('timestamptz', { nullable: true })
  spentAt!: Date | null;

  /** What the token said. */
  @Column('jsonb', { nullable: true })
  said!: Sealed | null;

  /** What the platform asked for was a choice: kept as long as a teacher may choose. */
  @Column('boolean', { default: false })
  chooses!: boolean;

  /** How often the browser tried to prove itself out of the platform's storage. */
  @Column('int', { default: 0 })
  tries!: number;

  @Column('timestamptz', { nullable: true })
  provedAt!: Date | null;
}
