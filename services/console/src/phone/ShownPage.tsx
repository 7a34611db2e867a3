import { HalfIcon } from '../app/icons';
import type { Round } from '../room/types';
import { spacedCode } from './address';
import { OwnAnswer } from './AnswerSummary';
import { ChoiceShown } from './ChoiceShown';
import { Discussion } from './Discussion';
import { FeedbackShown } from './FeedbackShown';
import { LinkNote } from './LinkNote';
import { ListsShown } from './ListsShown';
import { ownAnswer } from './own-answer';
import { PhoneFrame } from './PhoneFrame';
import { PostingNote } from './PostingNote';
import { ScoreShown } from './ScoreShown';
import { StageText } from './StageText';
import { TeamGainShown } from './TeamParts';
import { usePhoneState } from './use-phone-room';
import { usePhoneWords } from './use-phone-words';
import { When } from './When';

/** A round with what the teacher has shown of it so far. */
export function ShownPage() {
  const { t } = usePhoneWords();
  const { code, frame } = usePhoneState();
  const name = frame?.result?.diagnosis?.diagnosis.name;
  return (
    <PhoneFrame
      place={t('code.room', { code: spacedCode(code) })}
      when={<When />}
      title={name === undefined ? t('shown.title') : t('score.title', { name })}
    >
      <Revealed />
      <StageText folded />
      <LinkNote />
    </PhoneFrame>
  );
}

/** What is shown now, layer by layer; the page of a room that has ended shows the same. */
export function Revealed() {
  const { t } = usePhoneWords();
  const state = usePhoneState();
  const { frame } = state;
  const round = frame?.round ?? null;
  const diagnosis = frame?.result?.diagnosis ?? null;
  if (frame === null) return null;
  return (
    <>
      {diagnosis !== null && <ScoreShown diagnosis={diagnosis} />}
      <FeedbackShown />
      <TeamGainShown />
      {frame.degraded !== undefined && (
        <p className="ph-note">
          <HalfIcon />
          <span>{t('shown.degraded')}</span>
        </p>
      )}
      {round !== null && <RoundShown round={round} />}
      <Discussion />
    </>
  );
}

function RoundShown({ round }: { round: Round }) {
  const { t } = usePhoneWords();
  const state = usePhoneState();
  const own = ownAnswer(state, round);
  const result = state.frame?.result ?? null;
  if (round.task.task === 'differential') {
    return <ListsShown result={result} own={own?.kind === 'differential' ? own : null} />;
  }
  return (
    <>
      {'spec' in round.task && result !== null && <ChoiceShown task={round.task} result={result} own={own} />}
      {own !== null && own.kind !== 'choice' && (
        <>
          <h2 className="label">{t('answer.yours')}</h2>
          <OwnAnswer task={round.task} answer={own} />
        </>
      )}
      <PostingNote closed />
    </>
  );
}
