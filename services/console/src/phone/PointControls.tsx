import { MOST_POINTS, stepped, wholePoints } from './points';
import { usePhoneWords } from './use-phone-words';

/** Points of one line: two buttons, a number and a slider, each of them enough by itself. */
export function PointControls({
  name,
  points,
  onChange,
}: {
  name: string;
  points: number;
  onChange: (points: number) => void;
}) {
  const { t } = usePhoneWords();
  return (
    <>
      <div className="ph-stepper">
        <button
          type="button"
          aria-label={t('points.less', { name })}
          onClick={() => {
            onChange(stepped(points, -1));
          }}
        >
          −
        </button>
        <input
          className="num"
          inputMode="numeric"
          autoComplete="off"
          aria-label={t('points.points', { name })}
          value={String(points)}
          onFocus={(event) => {
            event.target.select();
          }}
          onChange={(event) => {
            onChange(wholePoints(Number(event.target.value.normalize('NFKC').replace(/\D/g, ''))));
          }}
        />
        <button
          type="button"
          aria-label={t('points.more', { name })}
          onClick={() => {
            onChange(stepped(points, 1));
          }}
        >
          +
        </button>
      </div>
      <input
        type="range"
        className="ph-slider"
        min={0}
        max={MOST_POINTS}
        value={points}
        aria-label={t('points.slider', { name })}
        onChange={(event) => {
          onChange(wholePoints(Number(event.target.value)));
        }}
      />
    </>
  );
}
