import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { ErrorNotice, ProblemDetails } from '../app/ErrorNotice';
import { MinusIcon } from '../app/icons';
import { useApi } from '../api/context';
import type { CaseMix, Run } from '../api/types';
import { isOver } from '../api/use-run';
import { useVocabulary } from '../api/use-vocabulary';
import { useWords } from '../i18n/use-words';
import { Differential } from './Differential';
import type { RowContext } from './DiseaseRow';
import { type Draft, type ListedFinding, differs, draftOfCase, listedFindings } from './draft';
import { useDraft } from './DraftProvider';
import { FindingPicker } from './FindingPicker';
import type { Corrections } from './FindingSpan';
import { FindingsList } from './FindingsList';
import { Laboratory } from './Laboratory';
import { MustNotMiss, MustNotMissBar } from './MustNotMiss';
import { Narrative } from './Narrative';
import { NextSteps } from './NextSteps';
import { Notes } from './Notes';
import { Passages } from './Passages';
import { PatientStrip } from './PatientStrip';
import { Skeleton } from './Skeleton';
import { Unexplained } from './Unexplained';

const NO_MARKS = { findings: [], unmatched: [], masked: [], warnings: [] };

/** Names of findings: those in the run come in the page's language; the vocabulary knows the others. */
function useNames(run: Run, vocabulary: ReturnType<typeof useVocabulary>) {
  return useMemo(() => {
    const names = new Map<string, string>();
    for (const { findingId, name } of run.understood?.findings ?? [])
      if (name !== undefined) names.set(findingId, name);
    for (const disease of run.differential)
      for (const { findingId, name } of disease.evidence) names.set(findingId, name);
    for (const { findingId, name } of run.nextQuestions) names.set(findingId, name);
    const finding = (id: string): string => vocabulary.get(id)?.name ?? names.get(id) ?? id;
    const diseases = new Map(run.differential.map(({ diseaseId, name }) => [diseaseId, name]));
    const disease = (id: string): string =>
      diseases.get(id) ?? run.mustNotMiss.find(({ diseaseId }) => diseaseId === id)?.name ?? id;
    return { finding, disease };
  }, [run, vocabulary]);
}

function useStoredCase(run: Run) {
  const api = useApi();
  const { locale } = useWords();
  return useQuery({
    queryKey: ['case', run.caseId, run.caseVersion, locale],
    queryFn: ({ signal }) => api.case(run.caseId, locale, signal),
    enabled: run.understood !== null,
  });
}

function Progress({ run }: { run: Run }) {
  const { t, percent } = useWords();
  const count = run.understood?.findings.length ?? 0;
  const first = run.differential[0];
  const text = (): string => {
    if (run.status === 'failed') return t('progress.failed');
    if (run.status === 'completed') {
      if (first === undefined) return '';
      return run.sufficiency?.level === 'too-little'
        ? t('progress.readyWithoutNumbers')
        : t('progress.ready', { name: first.name, probability: percent(first.probability) });
    }
    if (run.differential.length > 0) return t('progress.finishing');
    if (run.understood !== null) return t('progress.ranking', { count });
    return run.status === 'queued' ? t('progress.queued') : t('progress.reading', { count });
  };
  return (
    <p
      className={isOver(run) ? 'vh' : 'progress'}
      role="status"
      data-status={run.status}
      data-testid="run-status"
    >
      {text()}
    </p>
  );
}

function Pending(props: {
  findings: readonly ListedFinding[];
  labs: number;
  onRank: () => void;
  onUndo: () => void;
  sending: boolean;
}) {
  const { t } = useWords();
  const count = props.findings.filter(({ pending }) => pending).length + props.labs;
  return (
    <div className="changes" role="status">
      <p>{count > 0 ? t('pending.text', { count }) : t('pending.textChanged')}</p>
      <div>
        <button type="button" className="link" onClick={props.onUndo}>
          {t('pending.undo')}
        </button>
        <button type="button" className="btn primary" aria-disabled={props.sending} onClick={props.onRank}>
          {t('pending.again')}
        </button>
      </div>
    </div>
  );
}

function Failed({ run, onChange }: { run: Run; onChange: () => void }) {
  const { t } = useWords();
  return (
    <div className="err" role="alert">
      <MinusIcon />
      <div>
        <b>{t('error.runFailed')}</b>
        <p>{t('error.runFailedKept')}</p>
        {run.problem !== undefined && <ProblemDetails problem={run.problem} />}
        <button type="button" className="btn" onClick={onChange}>
          {t('narrative.change')}
        </button>
      </div>
    </div>
  );
}

export interface RoomProps {
  readonly run: Run;
  /** The run before this one, shown until this one has its list, and remembered as the thin line on the bars. */
  readonly previous: Run | null;
  readonly sending: boolean;
  readonly error: unknown;
  readonly onRank: (mix: CaseMix) => void;
  /** Ranks the stored case anew; used while nothing is changed. */
  readonly onCaseMix: (mix: CaseMix) => void;
  readonly onChange: () => void;
  readonly onNew: () => void;
}

/** The case room with a run: the case left, the list in the middle, what must not be missed right. */
export function Room(props: RoomProps) {
  const { run, previous } = props;
  const { t, locale } = useWords();
  const { draft, change } = useDraft();
  const vocabulary = useVocabulary(locale);
  const { data: stored } = useStoredCase(run);
  const [ranked, setRanked] = useState<{ runId: string; draft: Draft } | null>(null);
  const [adding, setAdding] = useState(false);
  const headline = useRef<HTMLHeadingElement>(null);

  // Once the case is stored, the form holds what is stored: de-identified, with offsets that fit its text.
  useEffect(() => {
    if (stored === undefined || ranked?.runId === run.id) return;
    const loaded = draftOfCase(stored);
    setRanked({ runId: run.id, draft: loaded });
    change({ type: 'load', draft: loaded });
  }, [change, ranked, run.id, stored]);
  useEffect(() => {
    headline.current?.focus({ preventScroll: true });
  }, []);

  const shown = run.differential.length === 0 && !isOver(run) && previous !== null ? previous : run;
  const hasList =
    shown.status !== 'failed' && (shown.differential.length > 0 || shown.status === 'completed');
  const numbers = shown.sufficiency?.level !== 'too-little';
  const names = useNames(shown, vocabulary);
  const settled = ranked?.runId === run.id;

  const corrections: Corrections = {
    vocabulary,
    nameOf: names.finding,
    onState: (finding) => {
      change({ type: 'state-finding', finding });
    },
    onWithdraw: (findingId) => {
      change({ type: 'withdraw-finding', findingId });
    },
  };
  const understood = run.understood ?? previous?.understood ?? null;
  const listed = listedFindings(understood?.findings ?? [], settled ? draft.findings : []);
  const dirty = settled && differs(draft, ranked.draft);
  const newLabs = dirty ? draft.labs.slice(ranked.draft.labs.length) : [];
  const rankAgain = (): void => {
    props.onRank(run.caseMix);
  };
  const narrative = settled ? ranked.draft.narrative : draft.narrative;

  const context = useMemo((): RowContext => {
    const model = shown.llm.used && shown.llm.differential !== undefined ? shown.llm.differential : null;
    const before = shown === run ? previous : null;
    return {
      run: shown,
      numbers,
      model: model && new Map(model.map(({ diseaseId, probability }) => [diseaseId, probability])),
      earlier: new Map([
        ...(before?.differential ?? []).map(
          ({ diseaseId, probability }) => [diseaseId, probability] as const,
        ),
        ...(before?.other ? [['other', before.other.probability] as const] : []),
      ]),
      nameOf: names.finding,
    };
  }, [names, numbers, previous, run, shown]);

  let list: ReactNode;
  if (run.status === 'failed') list = <Failed run={run} onChange={props.onChange} />;
  else if (!hasList) list = <Skeleton />;
  else {
    list = (
      <>
        <Notes run={shown} />
        <Differential
          context={context}
          busy={props.sending || shown !== run}
          onCaseMix={dirty ? props.onRank : props.onCaseMix}
        />
        <Passages passages={shown.guidelines} over={isOver(shown)} nameOf={names.disease} />
        <Laboratory
          labs={understood?.labs ?? []}
          pending={newLabs}
          vocabulary={vocabulary}
          nameOf={names.finding}
          onAdd={(lab) => {
            change({ type: 'add-lab', lab });
          }}
        />
      </>
    );
  }

  return (
    <main className="wrap" id="main" data-run={run.id}>
      <PatientStrip
        draft={draft}
        patient={stored?.patient ?? understood?.patient ?? draft}
        stored={stored}
        headline={headline}
        onChange={props.onChange}
        onNew={props.onNew}
      />
      <div className="room">
        <section className="case" aria-labelledby="h-case">
          <div className="head">
            <h2 id="h-case">{t('narrative.heading')}</h2>
          </div>
          {narrative.trim() === '' ? (
            <p className="small mute">{t('narrative.none')}</p>
          ) : (
            <Narrative
              narrative={narrative}
              understood={settled && understood !== null ? understood : NO_MARKS}
              listed={listed}
              corrections={settled ? corrections : null}
            />
          )}
          <section className="fnd" aria-labelledby="h-findings">
            <div className="head">
              <h2 id="h-findings">{t('findings.heading')}</h2>
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
            </div>
            {adding && <FindingPicker label={t('findings.add')} onState={corrections.onState} />}
            <FindingsList findings={listed} corrections={corrections} />
          </section>
        </section>
        <div className="list">
          <Progress run={run} />
          {props.error !== null && <ErrorNotice error={props.error} onRetry={rankAgain} />}
          {dirty && (
            <Pending
              findings={listed}
              labs={newLabs.length}
              sending={props.sending}
              onRank={rankAgain}
              onUndo={() => {
                change({ type: 'load', draft: ranked.draft });
              }}
            />
          )}
          {list}
        </div>
        <aside className="rail">
          <MustNotMiss run={hasList ? shown : null} numbers={numbers} nameOf={names.finding} />
          {hasList && (
            <>
              <NextSteps run={shown} onState={corrections.onState} />
              <Unexplained run={shown} />
            </>
          )}
        </aside>
      </div>
      {hasList && <MustNotMissBar run={shown} numbers={numbers} />}
    </main>
  );
}
