import { clockFace } from '../room/time';
import { useSecondsLeft } from '../room/use-seconds-left';
import { ownDeadline } from './phone-state';
import { usePhoneState } from './use-phone-room';
import { usePhoneWords } from './use-phone-words';

/** The stage, and the time that is left in an open round. */
export function When() {
  const { t } = usePhoneWords();
  const state = usePhoneState();
  const { frame, ahead } = state;
  const isOpen = frame?.round?.state === 'open';
  const seconds = useSecondsLeft(isOpen ? ownDeadline(state) : null, ahead);
  const kind = frame?.stage?.kind;
  if (kind === undefined) return null;
  const stage = t(`stage.${kind}`);
  if (seconds === null) return <>{stage}</>;
  return (
    <>
      {stage}
      {' · '}
      <span role="timer" aria-label={t('time.left', { time: clockFace(seconds) })} data-low={seconds <= 10}>
        {seconds === 0 ? t('time.over') : clockFace(seconds)}
      </span>
    </>
  );
}
