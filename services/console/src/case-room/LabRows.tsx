import type { LaboratoryValue } from '../api/types';
import { formatQuantity, formatUnit } from '../format/unit';
import { useWords } from '../i18n/use-words';
import { type Vocabulary, stateName } from './finding-words';
import { arrowOf, figures, type LabRow, markOf, valueOf } from './lab-rows';
import { LabChanges, useSource } from './LabChanges';

/** An arrow on the side on which the value lies; said in words to those who hear the page. */
function Direction({ explained }: { explained: LaboratoryValue | undefined }) {
  const { t } = useWords();
  const mark = markOf(explained);
  if (mark === undefined) return null;
  return (
    <span className={`arrow ${mark}`} role="img" aria-label={t(`labs.marks.${mark}`)}>
      {arrowOf(mark)}
    </span>
  );
}

/** The interval that the value was held against, with its unit where that is not the value's. */
function Reference({ row: { lab, explained } }: { row: LabRow }) {
  const { t, locale } = useWords();
  const { low, high, unit } = explained?.interval ?? lab.referenceRange ?? {};
  const shown = (limit: number): string =>
    unit === undefined || unit === lab.unit
      ? String(figures(limit))
      : formatQuantity(figures(limit), unit, locale);
  if (low !== undefined && high !== undefined)
    return t('labs.between', { low: String(figures(low)), high: shown(high) });
  if (high !== undefined) return t('labs.below', { high: shown(high) });
  if (low !== undefined) return t('labs.above', { low: shown(low) });
  return '–';
}

function ReadAs({ row: { lab, explained }, vocabulary }: { row: LabRow; vocabulary: Vocabulary }) {
  const { t } = useWords();
  const { findingId, state } = lab;
  if (findingId === undefined || state === undefined) return t('labs.notRead');
  const { direction } = explained ?? {};
  if (state === 'present' && direction === 'positive') return t('labs.positive');
  if (state === 'absent' && direction === 'negative') return t('labs.negative');
  return explained?.stateName ?? stateName(vocabulary, findingId, state);
}

/** What commonly gives the result, where its interval comes from, and what changed. */
function Explanation({ row: { explained, changes } }: { row: LabRow }) {
  const { t, list } = useWords();
  const sourceText = useSource();
  const { causes = [], interval } = explained ?? {};
  const source = interval?.source;
  return (
    <>
      <LabChanges changes={changes} />
      {causes.length > 0 && (
        <p>{t('labs.causes', { causes: list(causes.map(({ name, diseaseId }) => name ?? diseaseId)) })}</p>
      )}
      {source?.kind === 'report' && <p>{t('labs.ownRange')}</p>}
      {source?.kind === 'published' && <p>{t('labs.intervalFrom', { source: sourceText(source) })}</p>}
    </>
  );
}

const isExplained = ({ explained, changes }: LabRow): boolean =>
  changes.length > 0 || (explained !== undefined && (explained.causes.length > 0 || isSourced(explained)));

const isSourced = ({ interval }: LaboratoryValue): boolean =>
  interval !== undefined && interval.source.kind !== 'estimate';

/** One value: as it was reported, what it was held against and read as, and underneath what explains it. */
export function LabTableRow(props: { row: LabRow; name: string; vocabulary: Vocabulary }) {
  const { row, name, vocabulary } = props;
  const { t, locale } = useWords();
  const { lab, explained } = row;
  const own = explained?.quantity;
  const isConverted = own !== undefined && own.unit !== lab.unit && own.number !== lab.value;
  const unit = lab.unit ?? (isConverted ? undefined : own?.unit);
  const below = isExplained(row) && explained?.latest !== false;
  return (
    <>
      <tr className={[below ? 'above' : '', lab.superseded === true ? 'soft' : ''].join(' ').trim()}>
        <td>
          {name}
          {lab.superseded === true && <div className="small mute">{t('labs.earlier')}</div>}
        </td>
        <td className="r num">
          <b>{valueOf(lab)}</b> <Direction explained={explained} />
          {isConverted && (
            <div className="small mute">{formatQuantity(figures(own.number), own.unit, locale)}</div>
          )}
        </td>
        <td className="soft">
          {unit === undefined ? (isConverted ? t('labs.unitNotGiven') : '–') : formatUnit(unit)}
        </td>
        <td className="soft num">
          <Reference row={row} />
        </td>
        <td>
          <ReadAs row={row} vocabulary={vocabulary} />
        </td>
      </tr>
      {below && (
        <tr>
          <td colSpan={5} className="small soft explained">
            <Explanation row={row} />
          </td>
        </tr>
      )}
    </>
  );
}
