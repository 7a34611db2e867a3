import {
  classList,
  compareLists,
  type Comparison,
  type ComparedRow,
  engineList,
  keyList,
  type Lists,
  ownList,
  VOICES,
  type Voice,
} from '../room/compare';
import { AsTable } from './AsTable';
import type { RoomAnswer, RoundResult } from '../room/types';
import { nameIn } from './own-answer';
import { usePhoneState } from './use-phone-room';
import { usePhoneWords } from './use-phone-words';

/** Rows that a phone shows by name. */
const MOST_ROWS = 8;

/** One's own list beside those that are shown. */
export function ListsShown({
  result,
  own,
}: {
  result: RoundResult | null;
  own: Extract<RoomAnswer, { kind: 'differential' }> | null;
}) {
  const { names } = usePhoneState();
  const [engine, key] = [result?.engine ?? null, result?.stageKey ?? null];
  const lists: Lists = {
    ...(own !== null && { own: ownList(own, (id) => nameIn(names, id)) }),
    ...(result?.class?.kind === 'differential' && { class: classList(result.class) }),
    ...(engine !== null && { engine: engineList(engine) }),
    ...(key !== null && { key: keyList(key) }),
  };
  const voices = VOICES.filter((voice) => lists[voice] !== undefined);
  const { t } = usePhoneWords();
  const figure = useFigure();
  if (voices.length === 0) return null;
  const comparison: Comparison = compareLists(lists, MOST_ROWS);
  const { rows, further, other, engineFloor, scale } = comparison;
  const named = [
    ...rows,
    ...(further === null ? [] : [{ ...further, name: t('shown.further') }]),
    { ...other, name: t('shown.other') },
  ];
  const floorOf = (row: ComparedRow): number | null =>
    rows.some(({ id }) => id === row.id) ? engineFloor : null;
  return (
    <>
      <ul className="ph-compare">
        {named.map((row) => (
          <ComparedDisease key={row.id} row={row} voices={voices} scale={scale} floor={floorOf(row)} />
        ))}
      </ul>
      <AsTable
        head={[t('shown.disease'), ...voices.map((voice) => t(`shown.${voice}`))]}
        rows={named.map((row) => [row.name, ...voices.map((voice) => figure(row, voice, floorOf(row)))])}
      />
    </>
  );
}

/** What a voice gives a disease, as it is read; `floor`: what the engine gives at most where it does not name it. */
function useFigure() {
  const { t, percent, below } = usePhoneWords();
  return (row: ComparedRow, voice: Voice, floor: number | null): string => {
    const given = row.given[voice] ?? null;
    if (given !== null) return percent(given);
    return voice === 'engine' && floor !== null ? below(floor) : t('shown.none');
  };
}

function ComparedDisease(props: {
  row: ComparedRow;
  voices: readonly Voice[];
  scale: number;
  /** What the engine gives at most where it does not name the disease. */
  floor: number | null;
}) {
  const { row, voices, scale, floor } = props;
  const { t } = usePhoneWords();
  const figure = useFigure();
  return (
    <li>
      <p className="ph-name">{row.name}</p>
      <dl>
        {voices.map((voice) => {
          const given = row.given[voice] ?? null;
          return (
            <div key={voice} className="ph-given" data-voice={voice}>
              <dt>{t(`shown.${voice}`)}</dt>
              <dd aria-hidden="true">
                <svg viewBox="0 0 100 10" preserveAspectRatio="none">
                  <rect width="100" height="10" className="track" />
                  <rect width={Math.min(100, ((given ?? 0) / scale) * 100)} height="10" className="fill" />
                </svg>
              </dd>
              <dd className="num">{figure(row, voice, floor)}</dd>
            </div>
          );
        })}
      </dl>
    </li>
  );
}
