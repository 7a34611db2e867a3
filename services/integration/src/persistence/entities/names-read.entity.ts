import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** That a teacher read the names of a course, for those who answer for that. No name is here. */
@Entity({ name: 'names_read' })
@Index(['tenantId', 'id'])
@Index(['at'])
export class NamesReadEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  tenantId!: string;

  /** Who read them; null: they were erased since. */
  @Column('text', { nullable: true })
  subject!: string | null;

  @Column('uuid')
  courseId!: string;

  @Column('uuid')
  assignmentId!: string;

  /** How many names there were. */
  @Column('int')
  names!: number;

  @Column('timestamptz')
  at!: Date;
}
