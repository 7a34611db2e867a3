import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A signed head of the tree: once for each size that was asked for. */
@Entity({ name: 'checkpoints' })
export class CheckpointEntity {
  @PrimaryColumn('integer')
  size!: number;

  @Column('text')
  rootHash!: string;

  @Column('text')
  note!: string;
}
