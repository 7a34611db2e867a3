import { type RefObject, useId } from 'react';
import { useWords } from '../i18n/use-words';
import { MAX_NARRATIVE, textOf } from './draft';
import { useDraft } from './DraftProvider';

/** The narrative and its title. */
export function TextFields({ text }: { text: RefObject<HTMLTextAreaElement | null> }) {
  const { t, locale } = useWords();
  const id = useId();
  const { draft, change } = useDraft();
  const { length } = textOf(draft);
  const over = length - MAX_NARRATIVE;
  const number = new Intl.NumberFormat(locale);
  return (
    <>
      <div>
        <label className="label" htmlFor={`${id}text`}>
          {t('start.narrative')}
        </label>
        <textarea
          id={`${id}text`}
          ref={text}
          className={over > 0 ? 'field bad' : 'field'}
          placeholder={t('start.placeholder')}
          value={draft.narrative}
          aria-invalid={over > 0}
          aria-describedby={`${id}count`}
          onChange={(event) => {
            change({ type: 'write', draft: { narrative: event.target.value } });
          }}
        />
        <p className="under" id={`${id}count`}>
          <span className="fault">{over > 0 && t('start.tooLong', { over })}</span>
          <span className="num">
            {t('start.characters', {
              used: number.format(length),
              limit: number.format(MAX_NARRATIVE),
            })}
          </span>
        </p>
      </div>
      <div>
        <label className="label" htmlFor={`${id}title`}>
          {t('start.titleField')}
        </label>
        <input
          id={`${id}title`}
          className="field"
          maxLength={200}
          autoComplete="off"
          value={draft.title}
          onChange={(event) => {
            change({ type: 'write', draft: { title: event.target.value } });
          }}
        />
      </div>
    </>
  );
}
