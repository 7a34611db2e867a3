import type { Understood } from '../api/types';
import { useWords } from '../i18n/use-words';
import { useMaskedWords } from '../i18n/use-masked-words';
import { type ListedFinding, languageOf } from './draft';
import { wordsOf } from './LeftOut';
import { type Corrections, FindingSpan, UnfoundSpan } from './FindingSpan';
import { segmentNarrative } from './segments';

export interface NarrativeProps {
  readonly narrative: string;
  readonly understood: Pick<Understood, 'findings' | 'unmatched' | 'setAside' | 'masked'>;
  /** The findings as they stand, the teacher's statements included. */
  readonly listed: readonly ListedFinding[];
  readonly corrections: Corrections;
}

function Legend() {
  const { t } = useWords();
  const signs = [
    ['p', 'present', t('legend.present')],
    ['v', 'value', t('legend.value')],
    ['a', 'absent', t('legend.absent')],
    ['u', 'uncertain', t('legend.uncertain')],
    ['f', 'family', t('legend.other')],
  ] as const;
  return (
    <ul className="legend" aria-label={t('narrative.signs')}>
      {signs.map(([tone, label, word]) => (
        <li key={tone}>
          <span className={`sg ${tone}`} aria-hidden="true">
            {t(`letter.${label}`)}
          </span>
          {word}
        </li>
      ))}
      <li>
        <span className="miss">{t('legend.unmatched')}</span>
      </li>
      <li>
        <span className="out">{t('legend.setAside')}</span>
      </li>
    </ul>
  );
}

/** The text with what was understood marked in it, and in words what was masked and missed. */
export function Narrative({ narrative, understood, listed, corrections }: NarrativeProps) {
  const { t } = useWords();
  const readable = useMaskedWords();
  const language = languageOf(narrative);
  const segments = segmentNarrative(narrative, listed, understood);
  const spans = segments.filter(({ kind }) => kind === 'findings').length;
  const masked = understood.masked.reduce((sum, { count }) => sum + count, 0);
  return (
    <>
      <div className="paste narr" lang={language} data-testid="narrative">
        {segments.map((segment) => {
          if (segment.kind === 'text') return readable(segment.text, language);
          if (segment.kind !== 'findings') {
            const { text, start, kind } = segment;
            const span = { start, end: start + Array.from(text).length };
            const reason = kind === 'set-aside' ? { reason: segment.reason } : {};
            return <UnfoundSpan key={start} text={text} span={span} corrections={corrections} {...reason} />;
          }
          return (
            <FindingSpan
              key={segment.start}
              text={segment.text}
              findings={segment.findings}
              corrections={corrections}
            />
          );
        })}
      </div>
      <Legend />
      <p className="small mute">
        {t('narrative.summary', {
          spans,
          unmatched: wordsOf(understood.unmatched).length,
          setAside: wordsOf(understood.setAside).length,
          masked,
        })}
      </p>
    </>
  );
}
