import { type ReactNode, useEffect, useState } from 'react';
import { caseAddress, NEW_CASE } from '../app/location';
import { goTo } from '../app/use-location';
import { isStale } from '../app/ErrorNotice';
import type { TeachingCase } from '../api/types';
import { formatInstant } from '../format/instant';
import { useWords } from '../i18n/use-words';
import { PatientTalk } from '../voice/PatientTalk';
import { AboutPart } from './AboutPart';
import { BeforePublishing } from './BeforePublishing';
import { CaseActions } from './CaseActions';
import { CaseError } from './CaseError';
import { CasePreview } from './CasePreview';
import { CaseStrip } from './CaseStrip';
import { ChecksProvider } from './checks-context';
import { Conflict } from './Conflict';
import { DebriefPart } from './DebriefPart';
import { Forecast } from './Forecast';
import { KeyPart } from './KeyPart';
import { OldVersion } from './OldVersion';
import { PartList } from './PartList';
import type { PartProps } from './part-props';
import { QuestionDrafts } from './QuestionDrafts';
import { Reviews } from './Reviews';
import { StagePart } from './StagePart';
import { stageTitle } from './stage-title';
import { fieldIdsOf, partOf, type Part } from './told-checks';
import { type CaseFormState, useCaseForm } from './use-case-form';
import { useLiveChecks } from './use-live-checks';
import { useSave } from './use-save';
import { Versions } from './Versions';

const MAX_NOTE = 300;

type View = { kind: 'write' } | { kind: 'preview' } | { kind: 'version'; version: number };

/** Opens the part where a place is written and puts the focus into its field. */
function useGoTo(open: (part: Part) => void): (pointer: string) => void {
  return (pointer) => {
    open(partOf(pointer));
    requestAnimationFrame(() => {
      const fields = fieldIdsOf(pointer).map((id) => document.getElementById(id));
      const field = fields.find((each) => each !== null);
      // A group has the focus through its first field.
      const target = field?.matches('.bilingual') === true ? field.querySelector('input, textarea') : field;
      if (target instanceof HTMLElement) target.focus();
    });
  };
}

function OpenPart({ part, ...props }: PartProps & { part: Part }) {
  switch (part) {
    case 'about':
      return <AboutPart {...props} />;
    case 'key':
      return <KeyPart {...props} />;
    case 'debrief':
      return <DebriefPart {...props} />;
    default:
      return <StagePart {...props} place={Number(part.slice('stage-'.length))} />;
  }
}

function useSavedWords(state: CaseFormState, stored: TeachingCase | null): string {
  const { t, locale } = useWords();
  if (state.dirty) return t('author.notSaved');
  const madeAt = stored?.versions.at(-1)?.madeAt;
  return madeAt ? formatInstant(madeAt, locale) : '';
}

function Recovered({ state, stored }: { state: CaseFormState; stored: TeachingCase | null }) {
  const { t, locale } = useWords();
  if (state.recoveredAt === null || !state.dirty) return null;
  return (
    <div className="changes" role="status" data-testid="recovered">
      <p>{t('author.recovered', { at: formatInstant(state.recoveredAt, locale) })}</p>
      <button
        type="button"
        className="link"
        onClick={() => {
          state.discard(stored);
        }}
      >
        {t('author.discard')}
      </button>
    </div>
  );
}

/** Where a case is written: its parts left, the open part in the middle, what checks and engine say right. */
export function Workshop(props: {
  stored: TeachingCase | null;
  /** Asks for the case as it is now. */
  refetch: () => Promise<TeachingCase | undefined>;
}) {
  const { stored, refetch } = props;
  const onStored = (): void => void refetch();
  const { t } = useWords();
  const state = useCaseForm(stored?.id ?? NEW_CASE, stored);
  const { form, change, dirty } = state;
  const { base, discard } = state;
  useEffect(() => {
    // Where nothing is unsaved, what somebody else has stored since is what is shown.
    if (!dirty && stored !== null && stored.version !== base) discard(stored);
  }, [base, dirty, discard, stored]);
  const live = useLiveChecks(form);
  const [part, setPart] = useState<Part>('about');
  const [view, setView] = useState<View>({ kind: 'write' });
  const [note, setNote] = useState('');
  const save = useSave(stored?.id ?? null, state, (now) => {
    setNote('');
    if (stored === null) goTo(caseAddress(now.id));
    else onStored();
  });
  const openPart = (next: Part): void => {
    setPart(next);
    setView({ kind: 'write' });
  };
  const goToField = useGoTo(openPart);
  const titles = form.stages.map((stage) => stageTitle(stage, t));
  const saved = useSavedWords(state, stored);
  const conflict = save.error !== null && isStale(save.error) && stored !== null;

  let middle: ReactNode = (
    <section aria-labelledby="h-part" className="part">
      <h2 id="h-part">
        {part.startsWith('stage-') ? titles[Number(part.slice(6))] : t(`author.part.${part as 'about'}`)}
      </h2>
      <OpenPart part={part} form={form} change={change} />
    </section>
  );
  if (view.kind === 'preview')
    middle = (
      <CasePreview
        form={form}
        beside={(stages) =>
          stored?.mine === true &&
          stored.body.patientAnswers === true && (
            <PatientTalk of={{ caseId: stored.id, stages: Math.min(stages, stored.body.stages.length) }} />
          )
        }
      />
    );
  if (view.kind === 'version' && stored !== null)
    middle = (
      <OldVersion
        caseId={stored.id}
        version={view.version}
        onTake={(body) => {
          change(() => body);
          openPart('about');
        }}
      />
    );

  return (
    <ChecksProvider value={live.checks}>
      <main className="wrap" id="main" data-case={stored?.id}>
        <CaseStrip title={form.title} stored={stored} saved={saved}>
          <button
            type="button"
            className="btn"
            aria-pressed={view.kind === 'preview'}
            onClick={() => {
              setView(view.kind === 'preview' ? { kind: 'write' } : { kind: 'preview' });
            }}
          >
            {view.kind === 'preview' ? t('author.backToWriting') : t('author.preview')}
          </button>
          <button
            type="button"
            className="btn primary"
            aria-disabled={!dirty || save.isPending}
            onClick={() => {
              if (dirty && !save.isPending) save.mutate({ note: note.trim() });
            }}
          >
            {save.isPending ? t('author.saving') : t('author.save')}
          </button>
        </CaseStrip>
        <Recovered state={state} stored={stored} />
        {save.error !== null && !conflict && (
          <CaseError
            error={save.error}
            onRetry={() => {
              save.mutate({ note: note.trim() });
            }}
          />
        )}
        {conflict && (
          <Conflict
            busy={save.isPending}
            onKeepMine={() => {
              save.mutate({ note: note.trim(), over: true });
            }}
            onTakeTheirs={() => {
              save.reset();
              void refetch().then((now) => {
                if (now !== undefined) state.discard(now);
              });
            }}
          />
        )}
        <div className="workshop">
          <PartList form={form} change={change} part={part} checks={live.checks} onOpen={openPart} />
          <div>
            {middle}
            {dirty && view.kind === 'write' && (
              <div className="note-field">
                <label className="label" htmlFor="version-note">
                  {t('author.note')}
                </label>
                <input
                  id="version-note"
                  className="field"
                  maxLength={MAX_NOTE}
                  autoComplete="off"
                  value={note}
                  onChange={(event) => {
                    setNote(event.target.value);
                  }}
                />
              </div>
            )}
          </div>
          <aside aria-label={t('author.aside')}>
            {stored !== null && (
              <Forecast caseId={stored.id} version={stored.version} body={stored.body} dirty={dirty} />
            )}
            <BeforePublishing live={live} stages={titles} onGoTo={goToField} />
            {stored !== null && (
              <>
                {stored.mine && (
                  <QuestionDrafts
                    caseId={stored.id}
                    onTake={(question) => {
                      change((before) => ({ ...before, questions: [...(before.questions ?? []), question] }));
                      openPart('debrief');
                    }}
                  />
                )}
                <CaseActions stored={stored} writes dirty={dirty} onStored={onStored} />
                <Reviews stored={stored} onDone={onStored} />
                <Versions
                  stored={stored}
                  onOpen={(version) => {
                    setView({ kind: 'version', version });
                  }}
                />
              </>
            )}
          </aside>
        </div>
      </main>
      <footer className="foot" aria-label={t('foot.label')}>
        <p>{stored?.notice ?? t('foot.notice')}</p>
      </footer>
    </ChecksProvider>
  );
}
