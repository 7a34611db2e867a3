import type { ReactNode } from 'react';
import { spacedCode } from '../phone/address';
import { clockFace } from '../room/time';
import { useSecondsLeft } from '../room/use-seconds-left';
import type { RoomStage } from '../room/types';
import { joinByHand, spoken } from './lecture-address';
import { useJoinUrl } from './use-join-url';
import { useHere } from './use-here';
import { useLectureWords } from './use-lecture-words';
import { useStage } from './use-stage';
import type { WallProps } from './Wall';

/** The text of the stage, what is asked, and how many have answered. */
export function WallVote({ state, ahead }: WallProps) {
  const { t } = useLectureWords();
  const stage = useStage(state.code, state.stage?.no);
  const here = useHere(state);
  const { round } = state;
  return (
    <div className="wall-vote">
      <WallText>
        {stage !== undefined && <StageWords stage={stage} />}
        {round?.state === 'open' && (
          <p className="wall-ask">{t(round.answerBy === 'team' ? 'team.ask' : `ask.${round.task.task}`)}</p>
        )}
        {round !== null && <AskedText task={round.task} />}
        {round !== null && 'spec' in round.task && <Asked task={round.task} />}
      </WallText>
      <div className="wall-figures">
        <div>
          <p className="wall-label">{t('wall.code')}</p>
          <p className="wall-code num">{spacedCode(state.code)}</p>
          <p className="wall-small">
            <Address code={state.code} />
          </p>
        </div>
        {round === null ? (
          <div>
            <p className="wall-small">{here}</p>
          </div>
        ) : (
          <Answered state={state} ahead={ahead} />
        )}
      </div>
    </div>
  );
}

/** What the class reads. A text that is too long for the screen scrolls, by keys too. */
export function WallText({ children }: { children: ReactNode }) {
  const { t } = useLectureWords();
  return (
    <div className="wall-case" role="group" aria-label={t('control.text')} tabIndex={0}>
      {children}
    </div>
  );
}

const Address = ({ code }: { code: string }) => spoken(joinByHand(useJoinUrl(code)));

function Answered({ state, ahead }: Pick<WallProps, 'state' | 'ahead'>) {
  const { t } = useLectureWords();
  const { answered, round } = state;
  const seconds = useSecondsLeft(round?.state === 'open' ? round.closesAt : null, ahead);
  return (
    <>
      <div>
        <p className="wall-label">{t('wall.answered')}</p>
        <p className="wall-count num">
          {answered.count}{' '}
          <span>{t(round?.answerBy === 'team' ? 'team.of' : 'wall.of', { of: answered.of })}</span>
        </p>
        <p aria-hidden="true">
          <svg
            viewBox={`0 0 ${String(Math.max(1, answered.of))} 8`}
            preserveAspectRatio="none"
            className="wall-bar"
          >
            <rect width={Math.max(1, answered.of)} height="8" className="track" />
            <rect width={Math.min(answered.count, Math.max(1, answered.of))} height="8" className="fill" />
          </svg>
        </p>
      </div>
      <div>
        <p className="wall-label">{t('wall.time')}</p>
        <p className="wall-count num" role="timer">
          {round?.state !== 'open'
            ? t('wall.closed')
            : seconds === null
              ? t('wall.noTimer')
              : clockFace(seconds)}
        </p>
      </div>
    </>
  );
}

/** The longer the text, the smaller: it stands on the screen as a whole. */
export function sizeOf(text: string, isChinese: boolean): 'large' | 'middle' | 'small' | 'smallest' {
  const length = text.length * (isChinese ? 2 : 1);
  if (length <= 260) return 'large';
  if (length <= 480) return 'middle';
  return length <= 800 ? 'small' : 'smallest';
}

export function StageWords({ stage: { text } }: { stage: Pick<RoomStage, 'text'> }) {
  if (text === null) return null;
  return (
    <p className="wall-text" lang={text.language} data-size={sizeOf(text.text, text.language === 'zh')}>
      {text.text}
    </p>
  );
}

function Asked({
  task,
}: {
  task: Extract<NonNullable<WallProps['state']['round']>['task'], { spec: object }>;
}) {
  const lines = 'options' in task.spec ? task.spec.options : task.spec.lines;
  return (
    <ul className="wall-options">
      {lines.map(({ id, text }) => (
        <li key={id} lang={text.language}>
          {text.text}
        </li>
      ))}
    </ul>
  );
}

/** What a vote asks, in the teacher's words. */
export function AskedText({ task }: { task: NonNullable<WallProps['state']['round']>['task'] }) {
  const ask = 'spec' in task && 'ask' in task.spec ? task.spec.ask : undefined;
  if (ask === undefined) return null;
  return (
    <p className="wall-question" lang={ask.language}>
      {ask.text}
    </p>
  );
}
