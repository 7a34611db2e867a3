import type { TeachingCase } from '../api/types';
import { formatInstant } from '../format/instant';
import { useWords } from '../i18n/use-words';

/** Every version that was saved, newest first; each can be read, and taken up again. */
export function Versions(props: { stored: TeachingCase; onOpen: (version: number) => void }) {
  const { t, locale } = useWords();
  const { versions, publishedVersion } = props.stored;
  return (
    <section aria-labelledby="h-versions" data-testid="versions">
      <h2 id="h-versions">{t('author.versions')}</h2>
      <ol className="plain">
        {versions.toReversed().map(({ version, madeAt, note }) => (
          <li key={version}>
            <span className="line">
              <button
                type="button"
                className="link"
                onClick={() => {
                  props.onOpen(version);
                }}
              >
                {t('author.version', { version })}
              </button>
              {version === publishedVersion && <span className="tag">{t('author.state.published')}</span>}
            </span>
            <p>
              {madeAt !== null && formatInstant(madeAt, locale)}
              {note !== null && <span className="said-note">{note}</span>}
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}
