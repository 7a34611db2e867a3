import { Inject, Injectable } from '@nestjs/common';
import { DATA_SOURCE } from '@openrounds/persistence';
import { type DataSource } from 'typeorm';
import { type CourseLink, type CourseLinks } from '../ports/course-links';
import { CourseLinkEntity } from './entities/course-link.entity';

@Injectable()
export class TypeOrmCourseLinks implements CourseLinks {
  constructor(@Inject(DATA_SOURCE) private readonly dataSource: DataSource) {}

  async put(link: CourseLink): Promise<void> {
    await this.dataSource.manager.upsert(CourseLinkEntity, link, ['linkId']);
  }

  async courseOf(tenantId: string, linkId: string): Promise<string | undefined> {
    const row = await this.dataSource.manager.findOneBy(CourseLinkEntity, { tenantId, linkId });
    return row?.courseId;
  }

  async coursesOf(tenantId: string, contentId: string): Promise<readonly string[]> {
    const rows = await this.dataSource.manager.findBy(CourseLinkEntity, { tenantId, contentId });
    return [...new Set(rows.map(({ courseId }) => courseId))];
  }

  async whereIs(
    tenantId: string,
    contentId: string,
    courseId: string,
  ): Promise<'here' | 'elsewhere' | 'nowhere'> {
    const courses = await this.coursesOf(tenantId, contentId);
    if (courses.length === 0) return 'nowhere';
    return courses.includes(courseId) ? 'here' : 'elsewhere';
  }
}
