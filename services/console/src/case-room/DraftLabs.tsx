import { useWords } from '../i18n/use-words';
import { useDraft } from './DraftProvider';
import { LabForm } from './LabForm';

/** Laboratory values typed in beside the text. */
export function DraftLabs() {
  const { t } = useWords();
  const { draft, change } = useDraft();
  return (
    <div>
      <p className="label">{t('labs.heading')}</p>
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
      <LabForm
        onAdd={(lab) => {
          change({ type: 'add-lab', lab });
        }}
      />
    </div>
  );
}
