import { type GradeService } from '@openrounds/lti';

/** A place at a platform that launches come from. */
export interface Deployment {
  readonly id: string;
  readonly tenantId: string;
  readonly platformId: string;
  /** What the platform calls it. */
  readonly deploymentId: string;
  readonly createdAt: Date;
  /** Null: an administrator has to accept it first. */
  readonly acceptedAt: Date | null;
  /** Whether launched teachers also see what they give in other courses. */
  readonly beyondCourse: boolean;
}

/** Where a link leads. */
export interface LinkedContent {
  readonly kind: 'assignment' | 'room';
  readonly id: string;
}

/** What a launch tells of the link that was opened. */
export interface OpenedLink {
  readonly tenantId: string;
  /** Id of our row of the deployment. */
  readonly deploymentId: string;
  /** Empty where the platform names no course. */
  readonly contextId: string;
  readonly courseId: string | null;
  readonly resourceLinkId: string;
  readonly content: LinkedContent;
  readonly grades: GradeService | null;
  readonly rosterUrl: string | null;
}

/** A link as it was opened last. */
export interface StoredLink extends OpenedLink {
  readonly id: string;
  readonly createdAt: Date;
  readonly lastLaunchAt: Date;
}

/** Deployments, and the links in their courses. */
export interface CourseStore {
  /** The deployment, pending where it was never seen. @param acceptedAt of one that is new; null: pending */
  see(
    platform: { readonly tenantId: string; readonly id: string },
    deploymentId: string,
    at: Date,
    acceptedAt: Date | null,
  ): Promise<Deployment>;
  findDeployment(tenantId: string, id: string): Promise<Deployment | undefined>;
  /** Which of these platforms has an accepted deployment of this name. */
  knowing(platformIds: readonly string[], deploymentId: string): Promise<readonly string[]>;
  /** Undefined if the tenant has none of this id; accepting twice is accepting once. */
  accept(tenantId: string, id: string, at: Date): Promise<Deployment | undefined>;
  /** Undefined if the tenant has none of this id. */
  change(
    tenantId: string,
    id: string,
    change: Pick<Deployment, 'beyondCourse'>,
  ): Promise<Deployment | undefined>;
  /** The newest first, from before an id on. */
  list(tenantId: string, limit: number, before: string | undefined): Promise<Deployment[]>;
  /** One link of a course leads to one thing: what the launch says last of gradebook and roster is kept. */
  openLink(link: OpenedLink, at: Date): Promise<StoredLink>;
  /** The link by which something stands in a course; of several the one that was opened last. */
  linkIn(tenantId: string, courseId: string, resourceId: string): Promise<StoredLink | undefined>;
  findLink(tenantId: string, id: string): Promise<StoredLink | undefined>;
}
export const COURSE_STORE = Symbol('CourseStore');
