import { useState } from 'react';
import type { RoomAnswer, Round } from '../room/types';
import { draftKey } from './memory';
import { usePhoneRoom, usePhoneState } from './use-phone-room';

/** What an answer form begins with (a draft before what was given), and how to keep what is being written. */
export function useAnswerDraft<Kind extends RoomAnswer['kind']>(
  round: Round,
  given: RoomAnswer | null,
  kind: Kind,
): readonly [Extract<RoomAnswer, { kind: Kind }> | null, (answer: RoomAnswer) => void] {
  const room = usePhoneRoom();
  const { memory } = usePhoneState();
  const [first] = useState(() => {
    const draft = memory.drafts[draftKey(round)];
    const begun = draft?.kind === 'answer' ? draft.answer : given;
    return begun?.kind === kind ? (begun as Extract<RoomAnswer, { kind: Kind }>) : null;
  });
  const keep = (answer: RoomAnswer) => {
    room.draft(round, { kind: 'answer', answer });
  };
  return [first, keep];
}
