import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useApi } from '../api/context';
import type { Case, CorrectionInput, LabInput, Run } from '../api/types';
import { useWords } from '../i18n/use-words';
import { correctionsOf } from './corrections';
import { type Draft, differs, draftOfCase } from './draft';
import { useDraft } from './DraftProvider';

export interface RankedCase {
  readonly stored: Case | undefined;
  /** The case as the run knows it, once it is stored: de-identified, with offsets that fit its text. */
  readonly ranked: Draft | null;
  /** Whether the draft says something that the run does not count. */
  readonly changed: boolean;
  readonly newLabs: readonly LabInput[];
  /** The changes as corrections of the stored case; null where they make another case. */
  readonly corrections: CorrectionInput[] | null;
  readonly undo: () => void;
}

/** Loads the case behind a run into the draft, so that it can be corrected and ranked again. */
export function useRankedCase(run: Run): RankedCase {
  const api = useApi();
  const { locale } = useWords();
  const { draft, change } = useDraft();
  const [loaded, setLoaded] = useState<{ runId: string; draft: Draft } | null>(null);
  const { data: stored } = useQuery({
    queryKey: ['case', run.caseId, run.caseVersion, locale],
    queryFn: ({ signal }) => api.case(run.caseId, run.caseVersion, locale, signal),
    enabled: run.understood !== null,
  });
  useEffect(() => {
    if (stored === undefined || loaded?.runId === run.id) return;
    const fresh = draftOfCase(stored);
    setLoaded({ runId: run.id, draft: fresh });
    change({ type: 'load', draft: fresh });
  }, [change, loaded, run.id, stored]);

  const ranked = loaded?.runId === run.id ? loaded.draft : null;
  const changed = ranked !== null && differs(draft, ranked);
  return {
    stored,
    ranked,
    changed,
    corrections: changed ? correctionsOf(draft, ranked, run.understood?.findings ?? []) : null,
    newLabs: changed ? draft.labs.slice(ranked.labs.length) : [],
    undo: () => {
      if (ranked !== null) change({ type: 'load', draft: ranked });
    },
  };
}
