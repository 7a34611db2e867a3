import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The column of a gradebook that we found or made for a link whose launches name none. */
@Entity({ name: 'grade_columns' })
export class GradeColumnEntity {
  @PrimaryColumn('uuid')
  linkId!: string;

  @Column('text')
  url!: string;
}
