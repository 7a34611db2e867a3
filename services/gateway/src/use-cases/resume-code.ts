import { createHash } from 'node:crypto';
import { humanCode } from '@openrounds/platform';

/** 50 bits. */
const CHARACTERS = 10;

/**
 * The code that brings somebody back on another device. It follows from the key that the first device has made, so that
 * a join that is repeated is told the same one, and nobody has to keep it.
 *
 * @param id of the class or the room
 */
export const resumeCodeOf = (where: 'class' | 'room', id: string, joinKey: string): string =>
  humanCode(
    CHARACTERS,
    createHash('sha256').update(`openrounds/${where}-resume/v1 ${id} ${joinKey}`).digest(),
  );
