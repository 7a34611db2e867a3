import { useRef } from 'react';
import { useRowMotion } from '../case-room/use-row-motion';
import {
  classList,
  compareLists,
  type ComparedRow,
  engineList,
  keyList,
  type Lists,
  VOICES,
  type Voice,
} from '../room/compare';
import type { ClassResult, EngineResult, TeacherRoomState } from '../room/types';
import { agreementList } from './agreement';
import { answeredBy } from './answered-by';
import { useLectureWords } from './use-lecture-words';
import { useStage } from './use-stage';
import type { WallView } from './use-wall-view';
import { VoteHistogram } from './VoteHistogram';

const MOST_ROWS = 5;

type ClassLists = Extract<ClassResult, { kind: 'differential' }>;

/** The class, the engine and the teacher on one scale; what is not shown has no column. */
export function ComparedLists({ state, view }: { state: TeacherRoomState; view: WallView }) {
  const { result } = state;
  const ofClass = result?.class?.kind === 'differential' ? result.class : null;
  const engine = result?.engine ?? null;
  const key = result?.stageKey ?? null;
  const before = useStage(state.code, engine === null ? undefined : (state.round?.stageNo ?? 1) - 1)?.engine;
  const lists: Lists = {
    ...(ofClass !== null && { class: view.agreement ? agreementList(ofClass) : classList(ofClass) }),
    ...(engine !== null && { engine: engineList(engine) }),
    ...(key !== null && { key: keyList(key) }),
  };
  const first = ofClass === null ? undefined : leaderOf(ofClass, engine);
  return (
    <div className="wall-lists">
      <ComparisonTable
        lists={lists}
        ofClass={ofClass}
        engine={engine}
        earlier={before === undefined || before === null ? null : engineList(before)}
        view={view}
      />
      {first !== undefined && ofClass !== null && (
        <VoteHistogram
          name={first.name}
          by={answeredBy(state.round)}
          histogram={first.histogram}
          engine={
            engine?.differential.find(({ diseaseId }) => diseaseId === first.diseaseId)?.probability ?? null
          }
          numbers={view.numbers}
        />
      )}
    </div>
  );
}

/** Whose points the histogram shows: the engine's first where the class named it, else the class's own. */
function leaderOf({ linear }: ClassLists, engine: EngineResult | null) {
  const first = engine?.differential[0]?.diseaseId;
  return linear.find(({ diseaseId }) => diseaseId === first) ?? linear[0];
}

function ComparisonTable(props: {
  lists: Lists;
  ofClass: ClassLists | null;
  engine: EngineResult | null;
  earlier: ReturnType<typeof engineList> | null;
  view: WallView;
}) {
  const { lists, ofClass, engine, earlier, view } = props;
  const { t } = useLectureWords();
  const body = useRef<HTMLTableSectionElement>(null);
  const voices = VOICES.filter((voice) => lists[voice] !== undefined);
  const { rows, further, other, engineFloor, scale } = compareLists(lists, MOST_ROWS);
  const all: ComparedRow[] = [
    ...rows,
    ...(further === null
      ? []
      : [{ ...further, name: t('list.further', { count: ofClass?.further.count ?? 0 }) }]),
    { ...other, name: t('list.other') },
  ];
  const danger = new Set([
    ...(engine?.mustNotMiss ?? []).map(({ diseaseId }) => diseaseId),
    ...(engine?.differential ?? []).filter((entry) => entry.mustNotMiss).map(({ diseaseId }) => diseaseId),
  ]);
  useRowMotion(body, all.map(({ id }) => id).join(' '));
  const small: Partial<Record<Voice, string>> = {
    class: t(view.agreement ? 'list.classLog' : 'list.classSmall', { count: ofClass?.answered ?? 0 }),
    engine: t(earlier === null ? 'list.engineFirst' : 'list.engineSmall'),
    key: t('list.keySmall'),
  };
  return (
    <table className="wall-table" data-voices={voices.length}>
      <thead>
        <tr>
          <th scope="col">
            <span className="vh">{t('list.disease')}</span>
          </th>
          {voices.map((voice) => (
            <th key={voice} scope="col">
              {voice !== 'own' && t(`list.${voice}`)}
              <small>{small[voice]}</small>
            </th>
          ))}
        </tr>
      </thead>
      <tbody ref={body}>
        {all.map((row) => (
          <tr key={row.id} data-row={row.id}>
            <th scope="row">
              {row.name}
              {danger.has(row.id) && <span className="mnm" role="img" aria-label={t('list.mnm')} />}
            </th>
            {voices.map((voice) => (
              <Given
                key={voice}
                voice={voice}
                given={row.given[voice] ?? null}
                earlier={voice === 'engine' ? earlierOf(row.id, earlier) : null}
                isOther={row.id === 'other'}
                floor={voice === 'engine' && rows.includes(row) ? engineFloor : null}
                scale={scale}
                numbers={view.numbers}
              />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function earlierOf(id: string, earlier: ReturnType<typeof engineList> | null): number | null {
  if (earlier === null) return null;
  if (id === 'other') return earlier.other;
  return earlier.entries.find((entry) => entry.id === id)?.probability ?? null;
}

function Given(props: {
  voice: Voice;
  given: number | null;
  earlier: number | null;
  isOther: boolean;
  /** What the engine gives at most where it does not name the disease. */
  floor: number | null;
  scale: number;
  numbers: boolean;
}) {
  const { given, earlier, scale } = props;
  const { t, percent, below } = useLectureWords();
  const wide = (probability: number): number => Math.min(100, (probability / scale) * 100);
  return (
    <td data-voice={props.voice} data-other={props.isOther}>
      <div className="wall-given">
        <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
          <rect width="100" height="10" className="track" />
          <rect width={wide(given ?? 0)} height="10" className="fill" />
          {earlier !== null && (
            <rect x={Math.max(0, wide(earlier) - 0.6)} width="1.2" height="10" className="before" />
          )}
        </svg>
        <span className="num">
          {!props.numbers ? (
            <span className="vh">{t('list.hidden')}</span>
          ) : given === null ? (
            props.floor === null ? (
              t('list.none')
            ) : (
              below(props.floor)
            )
          ) : (
            percent(given)
          )}
        </span>
      </div>
    </td>
  );
}
