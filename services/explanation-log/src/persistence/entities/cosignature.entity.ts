import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a witness signed of a head: the latest of each witness and size. */
@Entity({ name: 'cosignatures' })
export class CosignatureEntity {
  @PrimaryColumn('integer')
  size!: number;

  /** Name and key id, with a plus sign between. */
  @PrimaryColumn('text')
  witness!: string;

  @Column('timestamptz')
  signedAt!: Date;

  @Column('text')
  line!: string;
}
