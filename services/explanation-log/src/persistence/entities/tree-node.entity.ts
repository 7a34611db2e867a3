import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A node of the Merkle tree that can never change again; level 0 holds the leaves. */
@Entity({ name: 'tree_nodes' })
export class TreeNodeEntity {
  @PrimaryColumn('integer')
  level!: number;

  @PrimaryColumn('integer')
  index!: number;

  @Column('text')
  hash!: string;
}
