import type { ChangeCriterion, LaboratoryChange, LaboratorySource } from '../api/types';
import { MINUS } from '../format/locale';
import { formatQuantity } from '../format/unit';
import { useWords } from '../i18n/use-words';
import { figures, timeOf } from './lab-rows';

/** The source of a number as it is cited; an estimate is called one. */
export function useSource(): (source: LaboratorySource) => string {
  const { t } = useWords();
  return ({ kind, citation, id }) => (kind === 'estimate' ? t('labs.estimate') : (citation ?? id));
}

/** "+100 %", "−16 %": of the earlier value. */
function useSignedPercent(): (fraction: number) => string {
  const { locale } = useWords();
  return (fraction) => {
    const sign = fraction > 0 ? '+' : fraction < 0 ? MINUS : '';
    return sign + formatQuantity(Math.round(Math.abs(fraction) * 100), '%', locale);
  };
}

/** Criteria of one source, which is named once. */
function Criteria({ criteria }: { criteria: readonly ChangeCriterion[] }) {
  const { t, text } = useWords();
  const sourceText = useSource();
  const [first] = criteria;
  if (first === undefined) return null;
  const said = text(criteria.map((one) => `${one.text ?? one.id}${t('labs.stop')}`));
  const key = first.met === 'yes' ? 'labs.criteria' : 'labs.criteriaIfInTime';
  return <p>{t(key, { text: said, source: sourceText(first.source) })}</p>;
}

const groupOf = ({ met, source }: ChangeCriterion): string => `${met} ${source.id}`;

function Change({ change }: { change: LaboratoryChange }) {
  const { t, locale } = useWords();
  const signed = useSignedPercent();
  const { from, to, unit, hours, relative, significance, referenceChange, criteria } = change;
  const values = { from: String(figures(from)), to: formatQuantity(figures(to), unit, locale) };
  const time = hours === null ? undefined : timeOf(hours);
  const steps =
    time === undefined
      ? t('labs.change', values)
      : t('labs.changeIn', { ...values, time: t(`labs.${time.unit}`, { count: time.count }) });
  const limits = {
    rise: signed(referenceChange?.rise ?? 0),
    fall: signed(referenceChange?.fall ?? 0),
  };
  const said = [relative === null ? '' : signed(relative), t(`labs.significance.${significance}`, limits)];
  return (
    <>
      <p>
        <span className="num">{steps}</span>
        {locale === 'zh' ? '：' : ': '}
        {said.filter((one) => one !== '').join(locale === 'zh' ? '，' : ', ')}
      </p>
      {[...new Set(criteria.map(groupOf))].map((group) => (
        <Criteria key={group} criteria={criteria.filter((one) => groupOf(one) === group)} />
      ))}
    </>
  );
}

/** What changed since earlier values of the same test, and whether chance explains it. */
export function LabChanges({ changes }: { changes: readonly LaboratoryChange[] }) {
  return changes.map((change) => (
    <Change key={`${String(change.earlier)}-${String(change.later)}`} change={change} />
  ));
}
