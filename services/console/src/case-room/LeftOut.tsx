import type { Understood } from '../api/types';
import { PHONE, useMedia } from '../app/use-media';
import { useWords } from '../i18n/use-words';

type Left = Pick<Understood, 'unmatched' | 'setAside'>;

/** The words themselves, each once: what is said twice is listed, and counted, once. */
export const wordsOf = (spans: readonly { readonly quote: string }[]): string[] => [
  ...new Set(spans.map(({ quote }) => quote)),
];

function Words({ spans, lang }: { spans: readonly { readonly quote: string }[]; lang: string }) {
  return (
    <ul className="words" lang={lang}>
      {wordsOf(spans).map((quote) => (
        <li key={quote}>{quote}</li>
      ))}
    </ul>
  );
}

/** The words that were read and do not count, under the reason in words. */
function ByReason({ setAside, lang }: { setAside: Left['setAside']; lang: string }) {
  const sayingOf = ({ reason, message }: Left['setAside'][number]): string => message ?? reason;
  const reasons = [...new Set(setAside.map(sayingOf))];
  return (
    <dl className="reasons">
      {reasons.map((reason) => (
        <div key={reason}>
          <dt>{reason}</dt>
          <dd>
            <Words spans={setAside.filter((span) => sayingOf(span) === reason)} lang={lang} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** What of a text became no finding: the words that were not read, and those that were and do not count. */
export function LeftOut({ unmatched, setAside, lang }: Left & { lang: string }) {
  const { t } = useWords();
  const open = !useMedia(PHONE);
  return (
    <>
      {unmatched.length > 0 && (
        <details className="fnd left" data-testid="unmatched" open={open}>
          <summary>
            <h3>{t('left.unmatched', { count: wordsOf(unmatched).length })}</h3>
          </summary>
          <Words spans={unmatched} lang={lang} />
        </details>
      )}
      {setAside.length > 0 && (
        <details className="fnd left" data-testid="set-aside" open={open}>
          <summary>
            <h3>{t('left.setAside', { count: wordsOf(setAside).length })}</h3>
          </summary>
          <ByReason setAside={setAside} lang={lang} />
        </details>
      )}
    </>
  );
}
