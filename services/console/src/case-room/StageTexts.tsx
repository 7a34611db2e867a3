import { useMaskedWords } from '../i18n/use-masked-words';
import { useWords } from '../i18n/use-words';
import { type DraftStage, languageOf } from './draft';

/** What came to light later, under the teacher's titles. What was read of it stands among the findings. */
export function StageTexts({ stages }: { stages: readonly DraftStage[] }) {
  const { t } = useWords();
  const readable = useMaskedWords();
  return stages.map(({ name, narrative }, place) => (
    <section key={place} className="stage-text">
      <h3>{name.trim() === '' ? t('stageFields.unnamed', { no: place + 1 }) : name}</h3>
      {narrative.trim() !== '' && (
        <p className="narr" lang={languageOf(narrative)}>
          {readable(narrative, languageOf(narrative))}
        </p>
      )}
    </section>
  ));
}
