import { type CourseLink, type CourseLinks } from '../../src/ports/course-links';

/** What stands in which course, in memory. */
export class MemoryCourseLinks implements CourseLinks {
  private readonly links = new Map<string, CourseLink>();

  put(link: CourseLink): Promise<void> {
    this.links.set(link.linkId, link);
    return Promise.resolve();
  }

  courseOf(tenantId: string, linkId: string): Promise<string | undefined> {
    const link = this.links.get(linkId);
    return Promise.resolve(link?.tenantId === tenantId ? link.courseId : undefined);
  }

  coursesOf(tenantId: string, contentId: string): Promise<readonly string[]> {
    const all = [...this.links.values()];
    const of = all.filter((each) => each.tenantId === tenantId && each.contentId === contentId);
    return Promise.resolve(of.map(({ courseId }) => courseId));
  }

  async whereIs(
    tenantId: string,
    contentId: string,
    courseId: string,
  ): Promise<'here' | 'elsewhere' | 'nowhere'> {
    const courses = await this.coursesOf(tenantId, contentId);
    return courses.includes(courseId) ? 'here' : courses.length > 0 ? 'elsewhere' : 'nowhere';
  }
}
