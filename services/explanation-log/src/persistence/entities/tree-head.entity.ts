import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The one row that an append locks: size and the roots of the perfect subtrees. */
@Entity({ name: 'tree_head' })
export class TreeHeadEntity {
  @PrimaryColumn('integer')
  id!: number;

  @Column('integer')
  size!: number;

  @Column('jsonb')
  subtrees!: string[];
}
