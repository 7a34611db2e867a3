import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A head of the tree that was signed: once for each size that was asked for. Its note is made anew whenever it is asked for. */
@Entity({ name: 'checkpoints' })
export class CheckpointEntity {
  @PrimaryColumn('integer')
  size!: number;

  @Column('text')
  rootHash!: string;
}
