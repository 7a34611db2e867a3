import { useState } from 'react';
import type { Case, Correction, Reading, Understood } from '../api/types';
import { PHONE, useMedia } from '../app/use-media';
import { useWords } from '../i18n/use-words';
import { type DraftStage, type ListedFinding, languageOf } from './draft';
import { FindingPicker } from './FindingPicker';
import type { Corrections } from './FindingSpan';
import { FindingsList } from './FindingsList';
import { LeftOut } from './LeftOut';
import { KeptCorrections } from './KeptCorrections';
import { ModelReading } from './ModelReading';
import { Narrative } from './Narrative';
import { ofText } from './of-text';
import { ReadingWarnings } from './ReadingWarnings';
import { StageTexts } from './StageTexts';

function Findings({ listed, corrections }: { listed: readonly ListedFinding[]; corrections: Corrections }) {
  const { t } = useWords();
  const [adding, setAdding] = useState(false);
  const folded = useMedia(PHONE);
  const add = (
    <button
      type="button"
      className="link small"
      aria-expanded={adding}
      onClick={() => {
        setAdding(!adding);
      }}
    >
      {t('findings.add')}
    </button>
  );
  const list = (
    <>
      {adding && <FindingPicker label={t('findings.add')} onState={corrections.onState} />}
      <FindingsList findings={listed} corrections={corrections} />
    </>
  );
  if (folded) {
    return (
      <details className="fnd">
        <summary>
          <h2>{t('findings.counted', { count: listed.length })}</h2>
        </summary>
        {add}
        {list}
      </details>
    );
  }
  return (
    <section className="fnd" aria-labelledby="h-findings">
      <div className="head">
        <h2 id="h-findings">{t('findings.heading')}</h2>
        {add}
      </div>
      {list}
    </section>
  );
}

/** The case as text with its marks, and as a list of findings; on a phone the list is folded. */
export function CaseColumn(props: {
  narrative: string;
  stages: readonly DraftStage[];
  /** null until the stored text and the marks in it fit each other. */
  understood: Understood | null;
  listed: readonly ListedFinding[];
  corrections: Corrections;
  /** Those that the stored case keeps. */
  kept: readonly Correction[];
  /** What was stated of a patient who was brought from a training EHR. */
  confirmation: Case['confirmation'];
  /** What a language model read, where one was asked. */
  reading: Reading | null;
}) {
  const { t } = useWords();
  const { narrative, stages, understood, listed, corrections } = props;
  let text = stages.length > 0 ? null : <p className="small mute">{t('narrative.none')}</p>;
  if (narrative.trim() !== '') {
    text =
      understood === null ? (
        <div className="paste narr" lang={languageOf(narrative)}>
          {narrative}
        </div>
      ) : (
        <Narrative
          narrative={narrative}
          {...(stages.length === 0 ? { understood, listed } : ofText(narrative, understood, listed))}
          corrections={corrections}
        />
      );
  }
  return (
    <section className="case" aria-labelledby="h-case">
      <div className="head">
        <h2 id="h-case">{t('narrative.heading')}</h2>
      </div>
      {props.confirmation !== undefined && (
        <p className="small mute" data-testid="origin">
          {t('narrative.fromEhr', { stated: t(`ehrImport.confirmation.${props.confirmation}`) })}
        </p>
      )}
      {text}
      {understood !== null && <ReadingWarnings understood={understood} />}
      <StageTexts stages={stages} />
      <KeptCorrections corrections={props.kept} vocabulary={corrections.vocabulary} />
      {understood !== null && (
        <>
          <Findings listed={listed} corrections={corrections} />
          <LeftOut {...understood} lang={languageOf(narrative)} />
          {props.reading !== null && (
            <ModelReading
              reading={props.reading}
              lang={languageOf(narrative)}
              listed={listed}
              corrections={corrections}
            />
          )}
        </>
      )}
    </section>
  );
}
