/**
 * What is seen of a course, in SQL with the parameters `courseId` and `beyond`: what stands there, and of what somebody leads
 * what stands in no course.
 *
 * @param id the column with the id of what is looked for
 * @param led the condition that somebody leads it
 */
export const seenFromCourse = (id: string, led: string): string => {
  const linked = `SELECT 1 FROM course_links c WHERE c.tenant_id = :tenantId AND c.content_id = ${id}`;
  return `(EXISTS (${linked} AND c.course_id = :courseId) OR (${led} AND (:beyond OR NOT EXISTS (${linked}))))`;
};

/**
 * Whether a learner came by a link of a course, in SQL; of null by any.
 *
 * @param link the column with the link
 * @param course the parameter with the course
 */
export const fromCourse = (link: string, course: string): string =>
  `(${course}::uuid IS NULL OR ${link} IN (SELECT c.link_id FROM course_links c WHERE c.course_id = ${course}::uuid))`;
