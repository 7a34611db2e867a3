import { useWords } from '../i18n/use-words';
import type { ListedFinding } from './draft';
import type { Corrections } from './FindingSpan';
import { Sign } from './Sign';
import { valueText } from './finding-words';
import { bySign, signOf } from './finding-sign';

function Detail({ finding, corrections }: { finding: ListedFinding; corrections: Corrections }) {
  const { t, percent, locale } = useWords();
  const sure =
    signOf(finding).tone === 'u' ? t('findings.sure', { percent: percent(finding.certainty ?? 1) }) : '';
  const text = [valueText(finding, corrections.vocabulary, locale), finding.note ?? '', sure]
    .filter((part) => part !== '')
    .join(', ');
  return (
    <span className="v">
      {text !== '' && <span className="num">{text}</span>}
      {finding.pending && (
        <>
          <span className="tag draft">{t('findings.pending')}</span>
          <button
            type="button"
            className="x"
            aria-label={t('findings.remove', { name: corrections.nameOf(finding.findingId) })}
            onClick={() => {
              corrections.onWithdraw(finding.findingId);
            }}
          >
            ×
          </button>
        </>
      )}
    </span>
  );
}

/** What counts, by sign: present, absent, uncertain, other times and persons. */
export function FindingsList({
  findings,
  corrections,
}: {
  findings: readonly ListedFinding[];
  corrections: Corrections;
}) {
  const { t } = useWords();
  if (findings.length === 0) return <p className="small mute">{t('findings.empty')}</p>;
  return (
    <ul>
      {bySign(findings).map((finding) => (
        <li key={finding.findingId} data-finding={finding.findingId}>
          <Sign finding={finding} />
          <span>{corrections.nameOf(finding.findingId)}</span>
          <Detail finding={finding} corrections={corrections} />
        </li>
      ))}
    </ul>
  );
}
