import { type ReactNode, useEffect, useMemo, useRef } from 'react';
import { ErrorNotice } from '../app/ErrorNotice';
import type { CaseMix, CorrectionInput, Run } from '../api/types';
import { isOver } from '../api/use-run';
import { useVocabulary } from '../api/use-vocabulary';
import { useWords } from '../i18n/use-words';
import { CaseColumn } from './CaseColumn';
import { Differential } from './Differential';
import { listedFindings } from './draft';
import { useDraft } from './DraftProvider';
import type { Corrections } from './FindingSpan';
import { Laboratory } from './Laboratory';
import { Measurements } from './Measurements';
import { MustNotMiss, MustNotMissBar } from './MustNotMiss';
import { NextSteps } from './NextSteps';
import { Notes } from './Notes';
import { Outlook } from './Outlook';
import { Passages } from './Passages';
import { PatientStrip } from './PatientStrip';
import { rowContext } from './row-context';
import { Reconsider } from './Reconsider';
import { RunFailed, RunProgress } from './RunProgress';
import { Scores } from './Scores';
import { SecondOpinion } from './SecondOpinion';
import { TakeAway } from './TakeAway';
import { Skeleton } from './Skeleton';
import { TwoDiseases } from './TwoDiseases';
import { UncountedChanges } from './UncountedChanges';
import { Unexplained } from './Unexplained';
import { useNames } from './use-names';
import { useRankedCase } from './use-ranked-case';

export interface RoomProps {
  readonly run: Run;
  /** The run before this one, shown until this one has its list, and remembered as the thin line on the bars. */
  readonly previous: Run | null;
  readonly sending: boolean;
  readonly error: unknown;
  readonly onRank: (mix: CaseMix) => void;
  /** Keeps corrections with the stored case and ranks it so; used while only findings are changed. */
  readonly onCorrect: (corrections: CorrectionInput[], mix: CaseMix) => void;
  /** Ranks the stored case anew; used while nothing is changed. */
  readonly onCaseMix: (mix: CaseMix) => void;
  readonly onChange: () => void;
  readonly onNew: () => void;
}

/** The run to show: this one once it has a list, the one before it until then. */
function shownRun(run: Run, previous: Run | null): { shown: Run; hasList: boolean } {
  const shown = run.differential.length === 0 && !isOver(run) && previous !== null ? previous : run;
  return {
    shown,
    hasList: shown.status !== 'failed' && (shown.differential.length > 0 || shown.status === 'completed'),
  };
}

/** The case room with a run: the case left, the list in the middle, what must not be missed right. */
export function Room(props: RoomProps) {
  const { run, previous } = props;
  const { locale } = useWords();
  const { draft, change } = useDraft();
  const vocabulary = useVocabulary(locale);
  const { stored, ranked, changed, newLabs, corrections: made, undo } = useRankedCase(run);
  const { shown, hasList } = shownRun(run, previous);
  const names = useNames(shown, vocabulary);
  const headline = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    headline.current?.focus({ preventScroll: true });
  }, []);

  const context = useMemo(
    () => rowContext(shown, shown === run ? previous : null, names.finding),
    [names, previous, run, shown],
  );
  const corrections: Corrections = {
    vocabulary,
    nameOf: names.finding,
    onState: (finding) => {
      change({ type: 'state-finding', finding });
    },
    onWithdraw: (findingId) => {
      const finding = ranked?.findings.find((each) => each.findingId === findingId);
      change(finding ? { type: 'state-finding', finding } : { type: 'withdraw-finding', findingId });
    },
  };
  const understood = run.understood ?? previous?.understood ?? null;
  const listed = listedFindings(
    understood?.findings ?? [],
    ranked === null ? [] : draft.findings,
    ranked?.findings,
  );
  const rank = (mix: CaseMix): void => {
    if (!changed) props.onCaseMix(mix);
    else if (made === null || made.length === 0) props.onRank(mix);
    else props.onCorrect(made, mix);
  };

  let list: ReactNode = <Skeleton />;
  if (run.status === 'failed') list = <RunFailed run={run} onChange={props.onChange} />;
  else if (hasList) {
    list = (
      <>
        <Notes run={shown} />
        <Differential context={context} busy={props.sending || shown !== run} onCaseMix={rank} />
        {context.numbers && shown.status === 'completed' && (
          <Reconsider run={shown} corrections={corrections} />
        )}
        <SecondOpinion run={shown} />
        <Scores run={shown} />
        {shown.status === 'completed' && <Outlook run={shown} />}
        <Passages passages={shown.guidelines} over={isOver(shown)} nameOf={names.disease} />
        <Laboratory
          labs={understood?.labs ?? []}
          report={understood?.laboratory}
          pending={newLabs}
          vocabulary={vocabulary}
          nameOf={names.finding}
          onAdd={(lab) => {
            change({ type: 'add-lab', lab });
          }}
        />
        <Measurements
          measurements={understood?.measurements ?? []}
          vocabulary={vocabulary}
          nameOf={names.finding}
        />
        {shown.status === 'completed' && <TakeAway run={shown} />}
      </>
    );
  }
  const rankAgain = (): void => {
    rank(run.caseMix);
  };

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
        <CaseColumn
          narrative={ranked?.narrative ?? draft.narrative}
          stages={ranked?.stages ?? draft.stages}
          understood={ranked === null ? null : understood}
          listed={listed}
          corrections={corrections}
          kept={stored?.corrections ?? []}
          confirmation={stored?.confirmation}
          reading={run.reading}
        />
        <div className="list">
          <RunProgress run={run} />
          {props.error !== null && <ErrorNotice error={props.error} onRetry={rankAgain} />}
          {changed && (
            <UncountedChanges
              count={listed.filter(({ pending }) => pending).length + newLabs.length}
              sending={props.sending}
              onRank={rankAgain}
              onUndo={undo}
            />
          )}
          {list}
        </div>
        <aside className="rail">
          <MustNotMiss run={hasList ? shown : null} numbers={context.numbers} nameOf={names.finding} />
          {hasList && (
            <>
              <NextSteps run={shown} onState={corrections.onState} />
              <Unexplained run={shown} />
              {context.numbers && <TwoDiseases run={shown} nameOf={names.finding} />}
            </>
          )}
        </aside>
      </div>
      {hasList && <MustNotMissBar run={shown} numbers={context.numbers} />}
    </main>
  );
}
