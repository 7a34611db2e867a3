import type { ReactNode } from 'react';
import { spacedCode } from './address';
import { LinkNote } from './LinkNote';
import { postedIn } from './outbox';
import { PenNote } from './PenNote';
import { PhoneFrame } from './PhoneFrame';
import { PostingNote } from './PostingNote';
import { StageText } from './StageText';
import { usePhoneState } from './use-phone-room';
import { usePhoneWords } from './use-phone-words';
import { When } from './When';

/** The page of an open round around its form. */
export function RoundFrame(props: { title: string; lead?: string; action: ReactNode; children: ReactNode }) {
  const { t } = usePhoneWords();
  const { code, frame, memory } = usePhoneState();
  const round = frame?.round ?? null;
  const isWaiting = round !== null && postedIn(memory.outbox, round)?.posting === 'waiting';
  return (
    <PhoneFrame
      place={t('code.room', { code: spacedCode(code) })}
      when={<When />}
      title={props.title}
      action={props.action}
    >
      {props.lead !== undefined && <p className="ph-lead">{props.lead}</p>}
      <PenNote />
      <StageText folded />
      {frame?.withheld !== undefined && <p className="small mute">{t('shown.withheld')}</p>}
      <PostingNote />
      {props.children}
      {!isWaiting && <LinkNote />}
    </PhoneFrame>
  );
}
