import { type FormEvent, useEffect, useMemo, useRef, useState } from 'react';
import { ErrorNotice } from '../app/ErrorNotice';
import { useDocumentTitle } from '../app/use-document-title';
import { useVocabulary } from '../api/use-vocabulary';
import { useWords } from '../i18n/use-words';
import { type CodedFinding, faultOf, textOf } from './draft';
import { DraftLabs } from './DraftLabs';
import { useDraft } from './DraftProvider';
import { FindingPicker } from './FindingPicker';
import type { Corrections } from './FindingSpan';
import { ImportDocument } from './ImportDocument';
import { ImportFromEhr } from '../ehr-imports/ImportFromEhr';
import { PatientFields } from './PatientFields';
import { RealPatientQuestion } from './RealPatientQuestion';
import { Samples } from './Samples';
import { StageFields } from './StageFields';
import { TextFields } from './TextFields';
import { UnderstoodSoFar } from './UnderstoodSoFar';
import { useRealPatient } from './use-real-patient';

/** Three ways to start: paste a text, type findings, or try a sample. What is understood shows while one writes. */
export function NewCase(props: {
  editing: boolean;
  sending: boolean;
  error: unknown;
  onRank: () => void;
  /** Ranks a case that is stored already. */
  onRankStored: (caseId: string) => void;
  onBack: (() => void) | null;
}) {
  const { t, locale } = useWords();
  const { draft, change } = useDraft();
  const vocabulary = useVocabulary(locale);
  const text = useRef<HTMLTextAreaElement>(null);
  const [asked, setAsked] = useState(false);
  const fault = faultOf(draft);
  const realPatient = useRealPatient(draft);
  const { question } = realPatient;
  const [waiting, setWaiting] = useState(false);
  const { onRank } = props;
  useDocumentTitle(null);

  const corrections = useMemo(
    (): Corrections => ({
      vocabulary,
      nameOf: (id) => vocabulary.get(id)?.name ?? id,
      onState: (finding: CodedFinding) => {
        change({ type: 'state-finding', finding });
      },
      onWithdraw: (findingId) => {
        change({ type: 'withdraw-finding', findingId });
      },
    }),
    [change, vocabulary],
  );

  function submit(event: FormEvent): void {
    event.preventDefault();
    setAsked(true);
    if (fault !== null) text.current?.focus();
    else if (!props.sending) setWaiting(true);
  }

  // A case that was sent off while its text was still being read goes on by itself once nothing stands in its way.
  useEffect(() => {
    if (!waiting || question === 'wait') return;
    setWaiting(false);
    if (question !== 'open' && fault === null) onRank();
  }, [waiting, question, fault, onRank]);

  return (
    <main className="wrap" id="main">
      <div className="strip">
        <div>
          <h1>{props.editing ? t('start.edit') : t('start.headline')}</h1>
          <p className="lede">{t('start.lede')}</p>
        </div>
        {props.onBack !== null && (
          <div className="acts">
            <button type="button" className="btn" onClick={props.onBack}>
              {t('start.backToList')}
            </button>
          </div>
        )}
      </div>
      <div className="desk">
        <div>
          <form onSubmit={submit} id="case-form">
            <TextFields text={text} />
            <StageFields />
            <PatientFields
              draft={draft}
              onWrite={(part) => {
                change({ type: 'write', draft: part });
              }}
            />
            <div>
              <FindingPicker label={t('start.addFindings')} onState={corrections.onState} />
              <p className="small mute">{t('start.addFindingsHint')}</p>
            </div>
          </form>
          <DraftLabs />
          {props.error !== null && <ErrorNotice error={props.error} onRetry={props.onRank} />}
          {(question === 'open' || question === 'answered') && (
            <RealPatientQuestion
              identities={realPatient.identities}
              confirmed={question === 'answered'}
              onConfirm={realPatient.confirm}
            />
          )}
          <div className="submit">
            <button type="submit" form="case-form" className="btn primary" aria-disabled={props.sending}>
              {props.sending || waiting ? t('start.ranking') : t('start.rank')}
            </button>
            {asked && fault === 'empty' && (
              <p className="fault" role="alert">
                {t('start.empty')}
              </p>
            )}
            {asked && question === 'open' && (
              <p className="fault" role="alert">
                {t('realPatient.needed')}
              </p>
            )}
          </div>
        </div>
        <aside>
          {textOf(draft) === '' && draft.findings.length === 0 && (
            <>
              <Samples onPick={() => text.current?.focus({ preventScroll: true })} />
              <ImportDocument onRank={props.onRankStored} />
              <ImportFromEhr />
            </>
          )}
          <UnderstoodSoFar corrections={corrections} />
        </aside>
      </div>
    </main>
  );
}
