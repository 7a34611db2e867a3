import { AnswerPage } from './AnswerPage';
import { spacedCode } from './address';
import { OwnAnswer } from './AnswerSummary';
import { EndedPage } from './EndedPage';
import { FeedbackShown } from './FeedbackShown';
import { ForgetPage, ForgottenPage } from './ForgetPage';
import { JoinPage } from './JoinPage';
import { LinkNote } from './LinkNote';
import { isLaunched } from './memory';
import { ownAnswer } from './own-answer';
import { PhoneFrame, BarButton } from './PhoneFrame';
import { pageOf, type PhoneState } from './phone-state';
import { PostingNote } from './PostingNote';
import { ShownPage } from './ShownPage';
import { StageText } from './StageText';
import { TeamChoice } from './TeamParts';
import { usePhoneRoom, usePhoneState } from './use-phone-room';
import { usePhoneWords } from './use-phone-words';
import { When } from './When';

/** The page of a room, by how far it has come. */
export function RoomPage({ onLeave }: { onLeave: () => void }) {
  const state = usePhoneState();
  const page = pageOf(state);
  switch (page) {
    case 'join':
      return <JoinPage />;
    case 'answer':
      return <AnswerPage key={`${state.frame?.round?.id ?? ''} ${String(state.frame?.round?.attempt)}`} />;
    case 'shown':
      return <ShownPage />;
    case 'ended':
      return <EndedPage onLeave={onLeave} />;
    case 'closed':
      return <ClosedPage state={state} />;
    case 'forget':
      return <ForgetPage />;
    case 'forgotten':
      return <ForgottenPage onLeave={onLeave} />;
    case 'refused':
      return <RefusedPage state={state} onLeave={onLeave} />;
    default:
      return <WaitingPage state={state} page={page} onLeave={onLeave} />;
  }
}

function RefusedPage({ state, onLeave }: { state: PhoneState; onLeave: () => void }) {
  const { t } = usePhoneWords();
  const room = usePhoneRoom();
  const code = spacedCode(state.code);
  const reason = state.refusal === null || state.refusal === 'resume-code' ? 'no-room' : state.refusal;
  return (
    <PhoneFrame
      place={t('code.room', { code })}
      title={t(`refused.${reason}.title`, { code })}
      action={<BarButton label={t('code.another')} ready onPress={onLeave} />}
    >
      <p className="soft">{t(`refused.${reason}.text`)}</p>
      {(reason === 'locked' || reason === 'full') && (
        <button type="button" className="ph-link" onClick={() => void room.join('', '')}>
          {t('refused.again')}
        </button>
      )}
      {reason === 'ended' && (
        <button
          type="button"
          className="ph-link"
          onClick={() => {
            room.comeBack();
          }}
        >
          {t('refused.wasIn')}
        </button>
      )}
    </PhoneFrame>
  );
}

function ClosedPage({ state }: { state: PhoneState }) {
  const { t } = usePhoneWords();
  return (
    <PhoneFrame
      place={t('code.room', { code: spacedCode(state.code) })}
      when={<When />}
      title={t('closed.title')}
    >
      <p className="soft">
        {t('closed.text', { count: state.frame?.answered.count ?? 0, of: state.frame?.answered.of ?? 0 })}
      </p>
      <PostingNote closed />
      <Given state={state} />
      <FeedbackShown />
      <StageText />
      <LinkNote />
    </PhoneFrame>
  );
}

function Given({ state }: { state: PhoneState }) {
  const { t } = usePhoneWords();
  const round = state.frame?.round ?? null;
  const answer = round === null ? null : ownAnswer(state, round);
  if (round === null || answer === null) return null;
  return (
    <section>
      <h2 className="label">{t('answer.yours')}</h2>
      <OwnAnswer task={round.task} answer={answer} />
    </section>
  );
}

function WaitingPage({
  state,
  page,
  onLeave,
}: {
  state: PhoneState;
  page: 'looking' | 'removed' | 'lobby' | 'between';
  onLeave: () => void;
}) {
  const { t } = usePhoneWords();
  const place = t('code.room', { code: spacedCode(state.code) });
  if (page === 'looking') {
    return (
      <PhoneFrame place={place} title={t('looking')}>
        <LinkNote />
      </PhoneFrame>
    );
  }
  if (page === 'removed') {
    return (
      <PhoneFrame
        place={place}
        title={t('removed.title')}
        action={<BarButton label={t('code.another')} ready quiet onPress={onLeave} />}
      >
        <p className="soft">{t('removed.text')}</p>
      </PhoneFrame>
    );
  }
  return (
    <PhoneFrame place={place} when={<When />} title={t(page === 'lobby' ? 'lobby.title' : 'between.title')}>
      {page === 'lobby' ? <Lobby state={state} /> : <p className="soft">{t('between.text')}</p>}
      {page === 'between' && <TeamChoice />}
      {page === 'between' && <FeedbackShown />}
      {page === 'between' && <StageText />}
      <LinkNote />
    </PhoneFrame>
  );
}

function Lobby({ state: { frame, memory } }: { state: PhoneState }) {
  const { t } = usePhoneWords();
  return (
    <>
      <p className="soft">{t('lobby.wait')}</p>
      <dl className="ph-seat">
        <dt>{t('lobby.number')}</dt>
        <dd className="num">{memory.seat?.number}</dd>
      </dl>
      <p className="soft">
        {frame?.rehearsal === true
          ? t('rehearsal.note', { count: frame.participants })
          : t('lobby.others', { count: frame?.participants ?? 1 })}
      </p>
      <TeamChoice />
      {!isLaunched(memory.seat) && (
        <p className="small soft ph-resume">
          {t('lobby.resume')} <b className="num">{memory.seat?.resumeCode}</b>
        </p>
      )}
    </>
  );
}
