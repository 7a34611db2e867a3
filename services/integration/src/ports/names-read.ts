/** That a teacher read the names of a course. */
export interface NamesRead {
  readonly id: string;
  readonly tenantId: string;
  /** Who read them; null: they were erased since. */
  readonly subject: string | null;
  readonly courseId: string;
  readonly assignmentId: string;
  readonly names: number;
  readonly at: Date;
}

/** Who read names, and when. */
export interface NamesReadStore {
  add(read: NamesRead): Promise<void>;
  /** The newest first, from before an id on. */
  list(tenantId: string, limit: number, before: string | undefined): Promise<NamesRead[]>;
  purge(before: Date): Promise<number>;
}
export const NAMES_READ_STORE = Symbol('NamesReadStore');
