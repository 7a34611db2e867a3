import { type JobMeta } from '@openrounds/contracts';
import { type LinkedContent } from './course-store';

/** What a tenant has to link to. */
export interface LinkedContents {
  /** Undefined if the tenant of `meta` has nothing under this id. */
  find(meta: JobMeta, id: string): Promise<LinkedContent | undefined>;
}
export const LINKED_CONTENTS = Symbol('LinkedContents');
