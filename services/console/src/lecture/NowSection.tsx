import { clockFace } from '../room/time';
import type { RoomLayer, RoundTask, TeacherRoomState } from '../room/types';
import { useSecondsLeft } from '../room/use-seconds-left';
import { answeredBy } from './answered-by';
import { AskFirst } from './AskFirst';
import { currentRound, layersOf, nextPress } from './next-press';
import { pressLabel } from './press-label';
import type { LectureRoom } from './use-lecture-room';
import { useHere } from './use-here';
import { type LectureWords, useLectureWords } from './use-lecture-words';
import { useStageKinds } from './use-stage';
import type { Steering } from './use-steering';

const MORE_SECONDS = 30;

/** How far the room has come, and the one button that leads on. */
export function NowSection(props: {
  room: LectureRoom;
  state: TeacherRoomState;
  steering: Steering;
  hasStageKey: boolean;
}) {
  const { room, state, steering, hasStageKey } = props;
  const words = useLectureWords();
  const { t } = words;
  const kinds = useStageKinds(state);
  // After the three seconds: what a press comes to, not that it waits.
  const next = nextPress(state, { now: Infinity, hasStageKey });
  const busy = room.busy || steering.waiting;
  return (
    <section className="ct-now" aria-labelledby="now">
      <h2 id="now" className="label">
        {t('control.now')}
      </h2>
      <p className="ct-state" role="status">
        {nowWords(state, words)}
      </p>
      <Count state={state} ahead={room.ahead} />
      <div className="ct-row">
        <button
          type="button"
          className="btn primary ct-next"
          disabled={next.kind === 'none'}
          // Not disabled meanwhile: the focus would be lost, and the next press comes from here.
          aria-disabled={busy}
          onClick={() => {
            if (!busy) steering.next();
          }}
        >
          {steering.waiting ? t('press.wait') : pressLabel(next, kinds, state.round?.task.task, t)}
        </button>
        <RoundButtons state={state} press={room.press} />
      </div>
      <LayerChoices state={state} steering={steering} hasStageKey={hasStageKey} />
    </section>
  );
}

function nowWords(state: TeacherRoomState, { t, locale }: LectureWords): string {
  if (state.state === 'ended') return t('control.endedNow');
  const { round, layers } = state;
  if (round?.state === 'open') return t('control.openNow');
  if (layers.length === 0 && round !== null) return t('control.closedNow');
  if (layers.length === 0) return t(state.stage === null ? 'control.lobby' : 'control.between');
  const names = layers.map((layer) => t(`control.layer.${layerName(layer, round?.task.task)}`));
  return t('control.shownNow', { layers: names.join(locale === 'zh' ? '、' : ', ') });
}

/** The key of a vote is no list. */
const layerName = (layer: RoomLayer, task: RoundTask['task'] | undefined) =>
  layer === 'stage-key' && task !== 'differential' ? 'round-key' : layer;

function Count({ state, ahead }: { state: TeacherRoomState; ahead: number }) {
  const { t } = useLectureWords();
  const here = useHere(state);
  const { round, answered } = state;
  const seconds = useSecondsLeft(round?.state === 'open' ? round.closesAt : null, ahead);
  if (round === null) return <p className="num">{here}</p>;
  return (
    <p className="num">
      {t('wall.count', { count: answered.count, of: answered.of, by: answeredBy(round) })}
      {round.state === 'open' && ` · ${seconds === null ? t('wall.noTimer') : clockFace(seconds)}`}
    </p>
  );
}

function RoundButtons({ state, press }: { state: TeacherRoomState; press: LectureRoom['press'] }) {
  const { t } = useLectureWords();
  const { round } = state;
  if (round === null || state.state === 'ended') return null;
  const extend = (seconds: number | null) => {
    void press({ type: 'extend', roundId: round.id, seconds });
  };
  return (
    <>
      {round.state === 'open' && round.closesAt !== null && (
        <>
          <button
            type="button"
            className="btn"
            onClick={() => {
              extend(MORE_SECONDS);
            }}
          >
            {t('control.more')}
          </button>
          <button
            type="button"
            className="btn"
            onClick={() => {
              extend(null);
            }}
          >
            {t('control.noTimer')}
          </button>
        </>
      )}
      <AskFirst
        label={t('control.reset')}
        question={t('control.resetAsk')}
        onYes={() => void press({ type: 'reset', roundId: round.id })}
      />
    </>
  );
}

function LayerChoices(props: { state: TeacherRoomState; steering: Steering; hasStageKey: boolean }) {
  const { state, steering } = props;
  const { t } = useLectureWords();
  const current = currentRound(state);
  if (current === undefined || current.state === 'open' || current.state === 'prepared') return null;
  const layers: RoomLayer[] = layersOf(current, state, props);
  return (
    <div className="choice ct-layers" role="group" aria-label={t('control.layers')}>
      {layers.map((layer) => (
        <button
          key={layer}
          type="button"
          aria-pressed={current.layers.includes(layer)}
          onClick={() => {
            steering.layer(layer);
          }}
        >
          {t(`control.layer.${layerName(layer, current.task.task)}`)}
        </button>
      ))}
    </div>
  );
}
