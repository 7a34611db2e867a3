import type { TeacherRoomState } from '../room/types';
import { Overlay } from './Overlay';
import { useHere } from './use-here';
import { useLectureWords } from './use-lecture-words';
import { JoinHow } from './WallLobby';

/** The way in, over the whole screen, for those who come late. */
export function JoinOverlay({ state, onClose }: { state: TeacherRoomState; onClose: () => void }) {
  const { t } = useLectureWords();
  return (
    <Overlay label={t('keys.join')} onClose={onClose}>
      <JoinHow code={state.code} />
      <p className="wall-here">{useHere(state)}</p>
    </Overlay>
  );
}
