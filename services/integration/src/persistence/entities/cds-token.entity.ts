import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A token that was used: its issuer may not use the id again. */
@Entity({ name: 'cds_tokens' })
@Index(['forgetAt'])
export class CdsTokenEntity {
  @PrimaryColumn('text')
  issuer!: string;

  @PrimaryColumn('text')
  tokenId!: string;

  /** When the token is no good any more in anybody's clock. */
  @Column('timestamptz')
  forgetAt!: Date;
}
