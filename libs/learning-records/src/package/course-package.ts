import { strToU8, zipSync } from 'fflate';
import { courseStructure, type CourseUnit } from './course-structure';

/** Files of an archive have a time; always the same one makes the same unit the same bytes. */
const SOME_TIME = new Date('2020-01-01T00:00:00Z');

/** A course package: the structure at the root of an archive (cmi5 §14.1); the unit itself stays on our server. */
export const coursePackage = (unit: CourseUnit): Uint8Array =>
  zipSync({ 'cmi5.xml': strToU8(courseStructure(unit)) }, { mtime: SOME_TIME });
