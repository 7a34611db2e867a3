import { useWords } from '../i18n/use-words';
import { useDraft } from './DraftProvider';
import { SAMPLES } from './sample-cases';

/** The third way to start: a case of ours, in either language. */
export function Samples({ onPick }: { onPick: () => void }) {
  const { t } = useWords();
  const { change } = useDraft();
  return (
    <section aria-labelledby="h-samples">
      <div className="head">
        <h2 id="h-samples">{t('start.samples')}</h2>
      </div>
      <ul className="samples">
        {SAMPLES.map(({ language, draft }) => (
          <li key={language} lang={language}>
            <button
              type="button"
              className="link"
              data-sample={language}
              onClick={() => {
                change({ type: 'load', draft });
                onPick();
              }}
            >
              {draft.title}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
