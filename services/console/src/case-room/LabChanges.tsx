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

function Criterion({ criterion }: { criterion: ChangeCriterion }) {
  const { t } = useWords();
  const source = useSource()(criterion.source);
  const key = criterion.met === 'yes' ? 'labs.criterion' : 'labs.criterionIfInTime';
  return <p>{t(key, { text: criterion.text ?? criterion.id, source })}</p>;
}

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
      {criteria.map((criterion) => (
        <Criterion key={criterion.id} criterion={criterion} />
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
