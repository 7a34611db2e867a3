/** That something stands in a course of another system, whose service gave the ids of course and link. */
export interface CourseLink {
  readonly tenantId: string;
  /** Of what was made from a course the id of that itself. */
  readonly linkId: string;
  readonly courseId: string;
  /** An assignment or a room. */
  readonly contentId: string;
}

/** From which course somebody looks. */
export interface SeenFrom {
  readonly courseId: string;
  /** Whether what they lead in other courses is seen too. */
  readonly beyond: boolean;
}

/** What stands in which course. */
export interface CourseLinks {
  /** Says so from here on; a link that leads elsewhere now leads there alone. */
  put(link: CourseLink): Promise<void>;
  /** Undefined where the link is not known. */
  courseOf(tenantId: string, linkId: string): Promise<string | undefined>;
  /** The courses that something stands in. */
  coursesOf(tenantId: string, contentId: string): Promise<readonly string[]>;
  /** Where something stands, as seen from a course; `nowhere`: in no course at all. */
  whereIs(tenantId: string, contentId: string, courseId: string): Promise<'here' | 'elsewhere' | 'nowhere'>;
}
export const COURSE_LINKS = Symbol('CourseLinks');
