import type { TeacherRoomState } from '../room/types';
import { useLectureWords } from './use-lecture-words';

/** How many have come, in words: phones, or in a rehearsal whoever it is. */
export function useHere({ participants: count, rehearsal }: TeacherRoomState): string {
  const { t } = useLectureWords();
  return t(rehearsal === undefined ? 'wall.here' : 'rehearsal.here', { count });
}
