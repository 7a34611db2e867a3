import type { ReactNode } from 'react';
import { spacedCode } from './address';
import { LinkNote } from './LinkNote';
import { isWriter } from './own-team';
import { postedIn } from './outbox';
import { PenNote } from './PenNote';
import { PhoneFrame } from './PhoneFrame';
import { PostingNote } from './PostingNote';
import { StageText } from './StageText';
import { usePhoneState } from './use-phone-room';
import { usePhoneWords } from './use-phone-words';
import { When } from './When';

/** The page of an open round around its form. */
export function RoundFrame(props: { title: string; lead?: string; action?: ReactNode; children: ReactNode }) {
  const { t } = usePhoneWords();
  const state = usePhoneState();
  const { code, frame, memory, mine } = state;
  const round = frame?.round ?? null;
  const team = round?.answerBy === 'team' ? (mine?.team ?? null) : null;
  const posting = round === null ? undefined : postedIn(memory.outbox, round)?.posting;
  // What is in the room cannot be changed by somebody who has handed on the pen.
  const isTold = isWriter(state) || (posting !== undefined && posting !== 'kept');
  return (
    <PhoneFrame
      place={t('code.room', { code: spacedCode(code) })}
      when={<When />}
      title={team === null ? props.title : t('team.title', { no: team.no })}
      action={props.action}
    >
      {props.lead !== undefined && <p className="ph-lead">{props.lead}</p>}
      <PenNote />
      <StageText folded />
      {frame?.withheld !== undefined && <p className="small mute">{t('shown.withheld')}</p>}
      {isTold && <PostingNote />}
      {props.children}
      {posting !== 'waiting' && <LinkNote />}
    </PhoneFrame>
  );
}
