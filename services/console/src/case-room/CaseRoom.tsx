import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ErrorNotice, isStale } from '../app/ErrorNotice';
import { Footer } from '../app/Footer';
import { useRunId } from '../app/use-run-id';
import { useApi } from '../api/context';
import type { CaseMix, CorrectionInput, CreateRun, Run } from '../api/types';
import { useIdempotencyKey } from '../api/use-idempotency-key';
import { useRun } from '../api/use-run';
import { useWords } from '../i18n/use-words';
import { EMPTY_DRAFT, toCaseInput } from './draft';
import { useDraft } from './DraftProvider';
import { NewCase } from './NewCase';
import { Room } from './Room';
import { optionsWith } from './run-options';
import { Skeleton } from './Skeleton';

interface Attempt {
  readonly input: CreateRun;
  /** What is to be kept with the case before it is ranked; `version` null is the newest. */
  readonly correction?: {
    readonly caseId: string;
    readonly version: number | null;
    readonly corrections: CorrectionInput[];
  };
  readonly from: Run | null;
}

interface RunPageProps {
  readonly runId: string;
  readonly previous: Run | null;
  readonly sending: boolean;
  readonly error: unknown;
  readonly onRank: (mix: CaseMix, from: Run) => void;
  readonly onCorrect: (corrections: CorrectionInput[], mix: CaseMix, from: Run) => void;
  readonly onCaseMix: (mix: CaseMix, from: Run) => void;
  readonly onChange: () => void;
  readonly onNew: () => void;
}

function RunPage({ runId, onRank, onCorrect, onCaseMix, ...rest }: RunPageProps) {
  const { t, locale } = useWords();
  const { data: run, error, refetch } = useRun(runId, locale);
  if (run === undefined) {
    return (
      <main className="wrap" id="main">
        {error === null ? <Skeleton /> : <ErrorNotice error={error} onRetry={() => void refetch()} />}
        {error !== null && (
          <button type="button" className="btn" onClick={rest.onNew}>
            {t('error.newCase')}
          </button>
        )}
      </main>
    );
  }
  return (
    <>
      <Room
        {...rest}
        run={run}
        onRank={(mix) => {
          onRank(mix, run);
        }}
        onCorrect={(corrections, mix) => {
          onCorrect(corrections, mix, run);
        }}
        onCaseMix={(mix) => {
          onCaseMix(mix, run);
        }}
      />
      <Footer run={run} />
    </>
  );
}

/** The first page: a case is written or pasted, ranked, corrected and ranked again. */
export function CaseRoom() {
  const api = useApi();
  const client = useQueryClient();
  const { locale } = useWords();
  const { draft, change } = useDraft();
  const [runId, openRun] = useRunId();
  const [editing, setEditing] = useState(false);
  const [previous, setPrevious] = useState<{ before: string; run: Run } | null>(null);
  const idempotency = useIdempotencyKey();

  const start = useMutation({
    mutationFn: async ({ input, correction }: Attempt) => {
      const key = idempotency.keyOf(JSON.stringify([input, correction]));
      if (correction === undefined) return api.createRun(input, key, locale);
      const { caseId: id, version, corrections } = correction;
      const base = version ?? (await api.case(id, null, locale)).version;
      const corrected = await api.correctCase({ id, version: base }, corrections, key, locale);
      return api.createRun({ ...input, caseVersion: corrected.version }, `${key}-run`, locale);
    },
    onSuccess: (run, { from }) => {
      client.setQueryData(['run', run.id, locale], run);
      idempotency.accepted();
      setPrevious(from && { before: run.id, run: from });
      setEditing(false);
      openRun(run.id);
    },
  });
  const rank = (caseMix: CaseMix, from: Run | null): void => {
    start.mutate({ input: { case: toCaseInput(draft), options: optionsWith(caseMix) }, from });
  };

  /** The newest version, where it has turned out that somebody has corrected the case since. */
  const correct = (corrections: CorrectionInput[], caseMix: CaseMix, from: Run): void => {
    const { caseId, caseVersion } = from;
    const version = isStale(start.error) ? null : caseVersion;
    start.mutate({
      input: { caseId, options: optionsWith(caseMix) },
      correction: { caseId, version, corrections },
      from,
    });
  };

  function startAfresh(): void {
    change({ type: 'load', draft: EMPTY_DRAFT });
    setPrevious(null);
    setEditing(false);
    start.reset();
    openRun(null);
  }

  if (runId === null || editing) {
    return (
      <>
        <NewCase
          editing={runId !== null}
          sending={start.isPending}
          error={start.error}
          onRank={() => {
            rank('teaching', null);
          }}
          onRankStored={(caseId) => {
            start.mutate({ input: { caseId, options: optionsWith('teaching') }, from: null });
          }}
          onBack={
            runId === null
              ? null
              : () => {
                  setEditing(false);
                }
          }
        />
        <Footer run={null} />
      </>
    );
  }
  return (
    <RunPage
      runId={runId}
      previous={previous?.before === runId ? previous.run : null}
      sending={start.isPending}
      error={start.error}
      onRank={rank}
      onCorrect={correct}
      onCaseMix={(caseMix, { caseId, caseVersion, ...from }) => {
        const input = { caseId, ...(caseVersion !== null && { caseVersion }), options: optionsWith(caseMix) };
        start.mutate({ input, from: { caseId, caseVersion, ...from } });
      }}
      onChange={() => {
        start.reset();
        setEditing(true);
      }}
      onNew={startAfresh}
    />
  );
}
