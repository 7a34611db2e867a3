import { spacedCode } from '../phone/address';
import type { TeacherRoomState } from '../room/types';
import { joinByHand, spoken } from './lecture-address';
import { QrCode } from './QrCode';
import { useHere } from './use-here';
import { useJoinUrl } from './use-join-url';
import { useLectureWords } from './use-lecture-words';

/** Where to come in and how many have: all that a class needs before the case. */
export function WallLobby({ state }: { state: TeacherRoomState }) {
  return (
    <div className="wall-lobby">
      <JoinHow code={state.code} />
      <p className="wall-here" role="status">
        {useHere(state)}
      </p>
    </div>
  );
}

/** Address and code, to be read from the last row, and both in one for a camera. */
export function JoinHow({ code }: { code: string }) {
  const { t } = useLectureWords();
  const joinUrl = useJoinUrl(code);
  return (
    <div className="wall-in">
      <dl className="wall-join">
        <div>
          <dt>{t('wall.open')}</dt>
          <dd className="wall-address">{spoken(joinByHand(joinUrl))}</dd>
        </div>
        <div>
          <dt>{t('wall.code')}</dt>
          <dd className="wall-code num">{spacedCode(code)}</dd>
        </div>
      </dl>
      <QrCode text={joinUrl} label={t('wall.qr')} />
    </div>
  );
}
