import type { ComputedScore, Run } from '../api/types';
import { bandLimit, formatScore } from '../format/score';
import { formatQuantity } from '../format/unit';
import { useWords } from '../i18n/use-words';

/** UCUM for years: the one unit that is said in words. */
const YEARS = 'a';

/** How the value is read: one band, or each that missing inputs leave possible. */
function Reading({ score }: { score: ComputedScore }) {
  const { t } = useWords();
  const { bands } = score;
  if (bands.length === 0) return null;
  if (bands.length === 1) return <p>{score.interpretation}</p>;
  return (
    <ul className="bands">
      {bands.map((band, i) => {
        const limit = bandLimit(bands, i);
        const words = limit.kind === 'any' ? '' : t(`scores.limit.${limit.kind}`, { value: limit.value });
        return (
          <li key={words}>
            <span className="num">{words}</span> <span>{band.text}</span>
          </li>
        );
      })}
    </ul>
  );
}

function InputValue({ input }: { input: ComputedScore['inputs'][number] }) {
  const { t, locale, age } = useWords();
  const { value, unit } = input;
  if (value === null) return <span className="mute">{t('scores.missing')}</span>;
  if (typeof value === 'boolean') return <>{t(value ? 'scores.yes' : 'scores.no')}</>;
  if (typeof value === 'string') return <>{value}</>;
  return <>{unit === YEARS ? age({ value, unit }) : formatQuantity(value, unit ?? '', locale)}</>;
}

const missingOf = ({ inputs }: ComputedScore): number => inputs.filter(({ value }) => value === null).length;

function Inputs({ score }: { score: ComputedScore }) {
  const { t } = useWords();
  const missing = missingOf(score);
  const count = score.inputs.length;
  return (
    <details>
      <summary>{t('scores.inputs', { known: count - missing, count, missing })}</summary>
      <dl>
        {score.inputs.map((input) => (
          <div key={input.id}>
            <dt>{input.name}</dt>
            <dd>
              <InputValue input={input} />
            </dd>
          </div>
        ))}
      </dl>
      <p className="small mute">{score.source}</p>
    </details>
  );
}

function Score({ score }: { score: ComputedScore }) {
  const { t, locale } = useWords();
  return (
    <li data-score={score.scoreId}>
      <div className="head">
        <h3>
          {score.name} <span className="tag">{t(`scores.purpose.${score.purpose}`)}</span>
        </h3>
        <b className="num">{formatScore(score.value, score.unit, locale)}</b>
      </div>
      {score.supersededBy !== undefined && (
        <p className="small mute">{t('scores.superseded', { by: score.supersededBy })}</p>
      )}
      <Reading score={score} />
      <Inputs score={score} />
    </li>
  );
}

/** Of a score that misses more than it knows the range says nothing: an anion gap without chloride and bicarbonate. */
const isTold = (score: ComputedScore): boolean => 2 * missingOf(score) <= score.inputs.length;

function ScoreList({ scores }: { scores: readonly ComputedScore[] }) {
  return (
    <ul className="scores">
      {scores.map((score) => (
        <Score key={score.scoreId} score={score} />
      ))}
    </ul>
  );
}

/** The clinical scores of the leading diseases, filled in from the case: beside the list, never part of it. */
export function Scores({ run }: { run: Run }) {
  const { t } = useWords();
  if (run.scores.length === 0) return null;
  const told = run.scores.filter(isTold);
  const untold = run.scores.filter((score) => !isTold(score));
  return (
    <section className="fnd" aria-labelledby="h-scores">
      <div className="head">
        <h2 id="h-scores">{t('scores.heading')}</h2>
        <span className="small mute">{t('scores.beside')}</span>
      </div>
      <ScoreList scores={told} />
      {untold.length > 0 && (
        <details>
          <summary>{t('scores.untold', { count: untold.length })}</summary>
          <ScoreList scores={untold} />
        </details>
      )}
    </section>
  );
}
