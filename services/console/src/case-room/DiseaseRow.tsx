import type { DifferentialEntry, Evidence } from '../api/types';
import { ProbabilityBar } from '../charts/ProbabilityBar';
import { useWords } from '../i18n/use-words';
import { EvidenceDetail } from './EvidenceDetail';
import type { RowContext } from './row-context';
import { Sign } from './Sign';
import { rowAnchor } from './ToldSentences';

/** The strongest reasons only: all of them stand in the waterfall. */
const REASONS_FOR = 4;
const REASONS_AGAINST = 2;

function Reasons({ disease }: { disease: DifferentialEntry }) {
  const { t } = useWords();
  const rows = new Map(disease.evidence.map((evidence) => [evidence.findingId, evidence]));
  const known = (ids: readonly string[]): Evidence[] =>
    ids.flatMap((id) => {
      const evidence = rows.get(id);
      return evidence === undefined ? [] : [evidence];
    });
  const sides = [
    ['fo', t('differential.for'), known(disease.summary.for).slice(0, REASONS_FOR)],
    ['ag', t('differential.against'), known(disease.summary.against).slice(0, REASONS_AGAINST)],
  ] as const;
  if (sides.every(([, , evidence]) => evidence.length === 0)) {
    return <div className="why">{t('differential.noEvidence')}</div>;
  }
  return (
    <div className="why">
      {sides.map(
        ([side, label, evidence]) =>
          evidence.length > 0 && (
            <span key={side} className={side}>
              <b>{label}</b>
              {evidence.map((row) => (
                <i key={row.findingId}>
                  <Sign finding={row} />
                  {row.value === undefined
                    ? row.name
                    : t('evidence.withValue', { name: row.name, value: row.value.name })}
                </i>
              ))}
            </span>
          ),
      )}
    </div>
  );
}

/** What a screen reader says for the bar. */
function useBarSentence(): (
  name: string,
  probability: number,
  interval: DifferentialEntry['interval'],
  earlier?: number,
) => string {
  const { t, percent, range } = useWords();
  return (name, probability, interval, earlier) => {
    const sentence =
      interval === null
        ? t('differential.bar', { name, probability: percent(probability) })
        : t('differential.barWithInterval', {
            name,
            probability: percent(probability),
            range: range(interval.p05, interval.p95),
          });
    return earlier === undefined
      ? sentence
      : t('differential.barEarlier', { sentence, earlier: percent(earlier) });
  };
}

export function DiseaseRow(props: {
  disease: DifferentialEntry;
  leader: boolean;
  open: boolean;
  onToggle: () => void;
  context: RowContext;
}) {
  const { t, percent, range, frequency } = useWords();
  const barSentence = useBarSentence();
  const { disease, context, open } = props;
  const { numbers, model } = context;
  const leader = props.leader && numbers;
  const earlier = context.earlier.get(disease.diseaseId);
  const says = model?.get(disease.diseaseId);
  return (
    <li
      id={rowAnchor(disease.diseaseId)}
      className={leader ? 'top' : undefined}
      data-row={disease.diseaseId}
      data-disease={disease.diseaseId}
    >
      <span className="rk">{disease.rank}</span>
      <div className="body">
        <div className="nm">
          <button
            type="button"
            aria-expanded={open}
            aria-controls={`evidence-${disease.diseaseId}`}
            onClick={props.onToggle}
          >
            {disease.mustNotMiss && (
              <span className="mnm" role="img" aria-label={t('differential.mustNotMiss')} />
            )}
            {disease.name}
          </button>
          {disease.status === 'draft' && <span className="tag draft">{t('differential.draft')}</span>}
        </div>
        {numbers && (
          <ProbabilityBar
            probability={disease.probability}
            interval={disease.interval}
            model={says}
            earlier={earlier}
            sentence={barSentence(disease.name, disease.probability, disease.interval, earlier)}
          />
        )}
      </div>
      <div className="pc">
        {numbers && <b className="num">{percent(disease.probability)}</b>}
        {numbers && disease.interval !== null && (
          <small>{range(disease.interval.p05, disease.interval.p95)}</small>
        )}
        {leader && disease.interval === null && <small>{frequency(disease.probability)}</small>}
      </div>
      {model !== null && <div className="lm num">{says === undefined ? '–' : percent(says)}</div>}
      {(leader || (open && numbers)) && <Reasons disease={disease} />}
      {open && numbers && <EvidenceDetail run={context.run} disease={disease} nameOf={context.nameOf} />}
      {open && !numbers && <Reasons disease={disease} />}
    </li>
  );
}

/** What the knowledge base does not hold: at its place in the order, hatched, without a rank. */
export function OtherRow({
  probability,
  interval,
  context,
}: {
  probability: number;
  interval: DifferentialEntry['interval'];
  context: RowContext;
}) {
  const { t, percent, range } = useWords();
  const barSentence = useBarSentence();
  const name = t('differential.other');
  const earlier = context.earlier.get('other');
  return (
    <li data-row="other">
      <span className="rk" />
      <div className="body">
        <div className="nm">
          <span>{name}</span>
        </div>
        {context.numbers && (
          <ProbabilityBar
            kind="other"
            probability={probability}
            interval={interval}
            earlier={earlier}
            sentence={barSentence(name, probability, interval, earlier)}
          />
        )}
      </div>
      <div className="pc">
        {context.numbers && <b className="num">{percent(probability)}</b>}
        {context.numbers && interval !== null && <small>{range(interval.p05, interval.p95)}</small>}
      </div>
      {context.model !== null && <div className="lm">–</div>}
    </li>
  );
}

export function RemainderRow({
  probability,
  count,
  context,
}: {
  probability: number;
  count: number;
  context: RowContext;
}) {
  const { t, percent } = useWords();
  return (
    <li data-row="remainder">
      <span className="rk" />
      <div className="body">
        <div className="nm">
          <span>{t('differential.further', { count })}</span>
        </div>
      </div>
      <div className="pc">
        {context.numbers && (
          <>
            <b className="num">{percent(probability)}</b>
            <small>{t('differential.together')}</small>
          </>
        )}
      </div>
      {context.model !== null && <div className="lm">–</div>}
    </li>
  );
}
