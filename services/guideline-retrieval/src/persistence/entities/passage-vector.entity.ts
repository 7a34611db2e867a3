import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The vector that a model makes of a text. */
@Entity({ name: 'passage_vectors' })
export class PassageVectorEntity {
  @PrimaryColumn('text')
  model!: string;

  @PrimaryColumn('text')
  textHash!: string;

  @Column('real', { array: true })
  vector!: number[];
}
