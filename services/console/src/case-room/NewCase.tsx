import { type FormEvent, useId, useMemo, useRef, useState } from 'react';
import { ErrorNotice } from '../app/ErrorNotice';
import { useDocumentTitle } from '../app/use-document-title';
import { useVocabulary } from '../api/use-vocabulary';
import { useWords } from '../i18n/use-words';
import { MAX_NARRATIVE, type CodedFinding, faultOf, listedFindings } from './draft';
import { useDraft } from './DraftProvider';
import { FindingPicker } from './FindingPicker';
import type { Corrections } from './FindingSpan';
import { FindingsList } from './FindingsList';
import { LabForm } from './LabForm';
import { Narrative } from './Narrative';
import { PatientFields } from './PatientFields';
import { SAMPLES } from './samples';
import { usePreview } from './use-preview';

function Samples({ onPick }: { onPick: () => void }) {
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

function UnderstoodSoFar({ corrections }: { corrections: Corrections }) {
  const { t } = useWords();
  const { draft } = useDraft();
  const { read, reading, failed } = usePreview(draft);
  const listed = listedFindings(read?.understood.findings ?? [], draft.findings);
  const hasText = draft.narrative.trim() !== '';
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
      {read !== undefined && <Narrative {...read} listed={listed} corrections={corrections} />}
      {listed.length > 0 && (
        <div className="fnd">
          <FindingsList findings={listed} corrections={corrections} />
        </div>
      )}
    </section>
  );
}

function TextFields({ text }: { text: React.RefObject<HTMLTextAreaElement | null> }) {
  const { t, locale } = useWords();
  const id = useId();
  const { draft, change } = useDraft();
  const over = draft.narrative.length - MAX_NARRATIVE;
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
              used: number.format(draft.narrative.length),
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

function Labs() {
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

/** Three ways to start: paste a text, type findings, or try a sample. What is understood shows while one writes. */
export function NewCase(props: {
  editing: boolean;
  sending: boolean;
  error: unknown;
  onRank: () => void;
  onBack: (() => void) | null;
}) {
  const { t, locale } = useWords();
  const { draft, change } = useDraft();
  const vocabulary = useVocabulary(locale);
  const text = useRef<HTMLTextAreaElement>(null);
  const [asked, setAsked] = useState(false);
  const fault = faultOf(draft);
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
    if (fault === null && !props.sending) props.onRank();
    else text.current?.focus();
  }

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
          <Labs />
          {props.error !== null && <ErrorNotice error={props.error} onRetry={props.onRank} />}
          <div className="submit">
            <button type="submit" form="case-form" className="btn primary" aria-disabled={props.sending}>
              {props.sending ? t('start.ranking') : t('start.rank')}
            </button>
            {asked && fault === 'empty' && (
              <p className="fault" role="alert">
                {t('start.empty')}
              </p>
            )}
          </div>
        </div>
        <aside>
          {draft.narrative.trim() === '' && draft.findings.length === 0 && (
            <Samples onPick={() => text.current?.focus({ preventScroll: true })} />
          )}
          <UnderstoodSoFar corrections={corrections} />
        </aside>
      </div>
    </main>
  );
}
