import { Inject, Injectable } from '@nestjs/common';
import { DomainError, type Asker } from '@openrounds/contracts';
import { COURSE_LINKS, type CourseLinks, type SeenFrom } from '../ports/course-links';

/** From which course somebody looks; undefined: from none. */
export const seenFrom = ({ role, courseId, beyondCourse = false }: Asker): SeenFrom | undefined =>
  role === 'student' || courseId === undefined ? undefined : { courseId, beyond: beyondCourse };

/** The course whose results alone somebody sees; undefined: those of all courses. */
export function resultsOnlyOf(by: Asker): string | undefined {
  const from = seenFrom(by);
  return from === undefined || from.beyond ? undefined : from.courseId;
}

/** What a launched teacher sees: their course. */
@Injectable()
export class CourseView {
  constructor(@Inject(COURSE_LINKS) private readonly links: CourseLinks) {}

  /** The courses that something stands in. */
  coursesOf(tenantId: string, contentId: string): Promise<readonly string[]> {
    return this.links.coursesOf(tenantId, contentId);
  }

  /** Whether something stands in the course that a teacher came from. */
  async holds(tenantId: string, contentId: string, by: Asker): Promise<boolean> {
    const from = seenFrom(by);
    if (from === undefined) return false;
    return (await this.links.whereIs(tenantId, contentId, from.courseId)) === 'here';
  }

  /** Whether a link stands in the course that a teacher came from. */
  async isLink(tenantId: string, linkId: string, by: Asker): Promise<boolean> {
    const from = seenFrom(by);
    return from !== undefined && (await this.links.courseOf(tenantId, linkId)) === from.courseId;
  }

  /** @throws DomainError `not-found` for what somebody leads in other courses alone, where they are to see one */
  async requireOwn(tenantId: string, contentId: string, by: Asker): Promise<void> {
    const from = seenFrom(by);
    if (from === undefined || from.beyond) return;
    if ((await this.links.whereIs(tenantId, contentId, from.courseId)) === 'elsewhere')
      throw new DomainError('not-found', 'It stands in another course');
  }

  /** Notes that something was made from the course of whoever made it. */
  async madeBy(by: Asker, tenantId: string, contentId: string): Promise<void> {
    const from = seenFrom(by);
    if (from !== undefined)
      await this.links.put({ tenantId, linkId: contentId, courseId: from.courseId, contentId });
  }
}
