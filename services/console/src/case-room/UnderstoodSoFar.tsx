import { useMemo } from 'react';
import type { Understood } from '../api/types';
import { useWords } from '../i18n/use-words';
import { languageOf, listedFindings, textOf } from './draft';
import { useDraft } from './DraftProvider';
import type { Corrections } from './FindingSpan';
import { FindingsList } from './FindingsList';
import { LeftOut } from './LeftOut';
import { Narrative } from './Narrative';
import { PatientFacts } from './PatientFacts';
import { ReadingWarnings } from './ReadingWarnings';
import { usePreview } from './use-preview';

/** The answer's own names until the vocabulary has come: nobody is shown an id. */
function useNamed(corrections: Corrections, read: Understood['findings'] | undefined): Corrections {
  return useMemo(() => {
    const names = new Map(read?.map(({ findingId, name }) => [findingId, name]));
    const nameOf = (id: string) => corrections.vocabulary.get(id)?.name ?? names.get(id) ?? id;
    return { ...corrections, nameOf };
  }, [corrections, read]);
}

/** What is understood while one writes, so that it can be corrected before anything is ranked. */
export function UnderstoodSoFar(props: { corrections: Corrections }) {
  const { t } = useWords();
  const { draft } = useDraft();
  const { read, reading, failed } = usePreview(draft);
  const corrections = useNamed(props.corrections, read?.understood.findings);
  const listed = listedFindings(read?.understood.findings ?? [], draft.findings);
  const hasText = textOf(draft) !== '';
  return (
    <section aria-labelledby="h-understood">
      <div className="head">
        <h2 id="h-understood">{t('start.understood')}</h2>
        <span className="small mute" role="status">
          {hasText && reading && t('start.reading')}
        </span>
      </div>
      {failed && <p className="small mute">{t('start.previewFailed')}</p>}
      {!hasText && listed.length === 0 && <p className="small mute">{t('start.understoodEmpty')}</p>}
      {read?.understood.patient && <PatientFacts patient={read.understood.patient} />}
      {read !== undefined && <Narrative {...read} listed={listed} corrections={corrections} />}
      {read !== undefined && <ReadingWarnings understood={read.understood} />}
      {listed.length > 0 && (
        <div className="fnd">
          <h3>{t('left.read', { count: listed.length })}</h3>
          <FindingsList findings={listed} corrections={corrections} />
        </div>
      )}
      {read !== undefined && <LeftOut {...read.understood} lang={languageOf(read.narrative)} />}
    </section>
  );
}
