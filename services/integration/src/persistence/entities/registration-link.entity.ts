import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** By which the administrator of a platform registers it by itself, once. */
@Entity({ name: 'registration_links' })
@Index(['tenantId', 'id'])
@Index(['expiresAt'])
export class RegistrationLinkEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  tenantId!: string;

  /** SHA-256 of the code in the link. */
  @Index({ unique: true })
  @Column('text')
  codeHash!: string;

  @Column('timestamptz')
  createdAt!: Date;

  @Column('timestamptz')
  expiresAt!: Date;

  @Column('timestamptz', { nullable: true })
  usedAt!: Date | null;

  /** The request that used it. */
  @Column('text', { nullable: true })
  usedBy!: string | null;
}
