import { spacedCode } from '../phone/address';
import type { TeacherRoomState } from '../room/types';
import { answeredBy } from './answered-by';
import type { LectureKey } from './keys';
import { currentRound } from './next-press';
import { useLectureWords } from './use-lecture-words';
import { RehearsalMark } from './RehearsalMark';
import { useStageKinds } from './use-stage';
import type { WallView } from './use-wall-view';
import { WallComments } from './WallComments';
import { WallLobby } from './WallLobby';
import { WallReveal } from './WallReveal';
import { WallTutor } from './WallTutor';
import { WallVote } from './WallVote';

export interface WallProps {
  readonly state: TeacherRoomState;
  readonly view: WallView;
  readonly ahead: number;
}

/** Head, body and keys of the screen for the class. */
export function Wall(
  props: WallProps & {
    isLost: boolean;
    /** Whether a reveal waits for answers that are on their way. */
    waiting: boolean;
    does: Readonly<Record<LectureKey, () => void>>;
  },
) {
  const { state, view } = props;
  const { t } = useLectureWords();
  return (
    <main className="wall" id="main" data-state={state.state}>
      <header className="wall-head">
        <h1>
          <span lang={titleLanguage(state)}>{useTitle(state)}</span>{' '}
          <RehearsalMark rehearsal={state.rehearsal} />
        </h1>
        <Steps state={state} />
      </header>
      <Body {...props} />
      <Foot {...props} />
      <p className="vh" role="status">
        {props.waiting ? t('wall.wait') : ''}
        {props.isLost ? t('wall.lost') : ''}
        {view.frozenAt === null ? '' : t('keys.freeze')}
      </p>
    </main>
  );
}

function useTitle(state: TeacherRoomState): string {
  const { t } = useLectureWords();
  const diagnosis = state.result?.diagnosis?.diagnosis.name;
  if (diagnosis !== undefined) return t('wall.diagnosis', { name: diagnosis });
  if (state.round?.state === 'open') {
    const task = t(`task.${state.round.task.task}`);
    return state.round.answerBy === 'team' ? t('team.task', { task }) : task;
  }
  return state.control.title.text;
}

function titleLanguage({ round, result, control }: TeacherRoomState): string | undefined {
  const isTitle = round?.state !== 'open' && (result?.diagnosis ?? null) === null;
  return isTitle ? control.title.language : undefined;
}

function Body(props: WallProps) {
  const { state } = props;
  const current = currentRound(state);
  if (state.stage === null) return <WallLobby state={state} />;
  if (props.view.comments && state.comments !== undefined)
    return <WallComments code={state.code} seq={state.comments.seq} />;
  const isOpen = current?.state === 'open';
  const answer = state.control.tutor?.shown ?? null;
  if (!isOpen && answer !== null) return <WallTutor shown={answer} />;
  if (!isOpen && ((current?.layers.length ?? 0) > 0 || state.layers.includes('diagnosis')))
    return <WallReveal {...props} />;
  return <WallVote {...props} />;
}

function Steps({ state }: { state: TeacherRoomState }) {
  const { t } = useLectureWords();
  const kinds = useStageKinds(state);
  const now = state.stage?.no ?? 0;
  return (
    <ol className="wall-steps" aria-label={t('stage.label')}>
      {kinds.map((kind, at) => (
        <li
          key={at}
          data-step={at + 1 < now ? 'done' : at + 1 === now ? 'now' : 'to-come'}
          aria-current={at + 1 === now ? 'step' : undefined}
        >
          {t(`stage.${kind}`)}
        </li>
      ))}
    </ol>
  );
}

const shownKeys = ({ comments }: TeacherRoomState) => [
  ['next', '→'] as const,
  // After the diagnosis no timer runs, and the class talks.
  comments === undefined ? (['time', 'T'] as const) : (['comments', 'D'] as const),
  ['join', 'J'] as const,
  ['freeze', 'F'] as const,
  ['help', '?'] as const,
];

function Foot({
  state,
  view,
  isLost,
  waiting,
  does,
}: WallProps & { isLost: boolean; waiting: boolean; does: Readonly<Record<LectureKey, () => void>> }) {
  const { t, locale } = useLectureWords();
  const { count, of } = state.answered;
  const notice = isLost
    ? t('wall.lost')
    : view.frozenAt !== null
      ? t('wall.frozen', {
          time: view.frozenAt.toLocaleTimeString(locale === 'zh' ? 'zh-CN' : 'en-GB', {
            hour: '2-digit',
            minute: '2-digit',
          }),
          count: view.since,
        })
      : waiting
        ? t('wall.wait')
        : null;
  return (
    <footer className="wall-foot">
      <span className="wall-keys">
        {shownKeys(state).map(([key, sign]) => (
          <button key={key} type="button" onClick={does[key]}>
            <kbd>{sign}</kbd> {t(`keys.${key}`)}
          </button>
        ))}
      </span>
      <span className="num">
        {notice ??
          `${t('wall.room', { code: spacedCode(state.code) })}${state.round === null ? '' : ` · ${t('wall.count', { count, of, by: answeredBy(state.round) })}`}`}
      </span>
      <span>{t('purpose')}</span>
    </footer>
  );
}
