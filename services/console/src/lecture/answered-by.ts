import type { TeacherRoomState } from '../room/types';

/** Who answers a round, as the words of the lecture tell it. */
export const answeredBy = (round: TeacherRoomState['round']): 'team' | 'each' => round?.answerBy ?? 'each';
