import { useState } from 'react';
import { useWords } from '../i18n/use-words';
import { useDraft } from './DraftProvider';
import { LabForm } from './LabForm';

/** Laboratory values typed in beside the text. */
export function DraftLabs() {
  const { t } = useWords();
  const { draft, change } = useDraft();
  const [adding, setAdding] = useState(false);
  return (
    <section aria-labelledby="h-draft-labs">
      <div className="links">
        <h2 className="label" id="h-draft-labs">
          {t('labs.heading')}
        </h2>
        <button
          type="button"
          className="link small"
          aria-expanded={adding}
          onClick={() => {
            setAdding(!adding);
          }}
        >
          {t('labs.add')}
        </button>
      </div>
      <ul className="plain">
        {draft.labs.map((lab, index) => (
          <li key={lab.name + String(index)} className="small">
            {lab.name} {lab.value} {lab.unit}{' '}
            <button
              type="button"
              className="link"
              aria-label={t('labs.remove', { name: lab.name })}
              onClick={() => {
                change({ type: 'remove-lab', index });
              }}
            >
              ×
            </button>
          </li>
        ))}
      </ul>
      {adding && (
        <LabForm
          onAdd={(lab) => {
            change({ type: 'add-lab', lab });
          }}
        />
      )}
    </section>
  );
}
