import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** That something stands in a course of another system: by a link, or because it was made from there. */
@Entity({ name: 'course_links' })
@Index(['tenantId', 'courseId', 'contentId'])
@Index(['contentId'])
export class CourseLinkEntity {
  /** The link; of what was made from a course the id of that itself. */
  @PrimaryColumn('uuid')
  linkId!: string;

  @Column('text')
  tenantId!: string;

  @Column('uuid')
  courseId!: string;

  /** An assignment or a room. */
  @Column('uuid')
  contentId!: string;
}
