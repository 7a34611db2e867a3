import { useCallback, useState } from 'react';
import { caseDraftKey } from '../app/drafts';
import { useSession } from '../app/session-context';
import type { TeachingCase } from '../api/types';
import { type CaseForm, EMPTY_CASE, sameCase } from './case-form';
import { forgetDraft, recallDraft, rememberDraft } from './local-draft';

type Stored = Pick<TeachingCase, 'id' | 'body' | 'version'>;

interface Written {
  readonly form: CaseForm;
  /** The version that the form was made from; null while nothing is stored. */
  readonly base: number | null;
  /** The stored text of that version; what differs from it is not saved. */
  readonly saved: CaseForm;
  /** When what was found in this browser was written; null where nothing was found. */
  readonly recoveredAt: string | null;
}

function begin(key: string, stored: Stored | null): Written {
  const saved = stored?.body ?? EMPTY_CASE;
  const fresh = { form: saved, base: stored?.version ?? null, saved, recoveredAt: null };
  const kept = recallDraft(key);
  if (kept === null) return fresh;
  if (sameCase(kept.form, saved)) {
    forgetDraft(key);
    return fresh;
  }
  return { form: kept.form, base: kept.base, saved, recoveredAt: kept.at };
}

/** A case on its author's screen: every change is kept in this browser at once, until it is saved or given up. */
export function useCaseForm(caseId: string, stored: Stored | null) {
  const { subject } = useSession();
  const key = caseDraftKey(subject, caseId);
  const [written, setWritten] = useState(() => begin(key, stored));

  const change = useCallback(
    (update: (form: CaseForm) => CaseForm) => {
      setWritten((before) => {
        const form = update(before.form);
        if (sameCase(form, before.saved)) forgetDraft(key);
        else rememberDraft(key, { form, base: before.base, at: new Date().toISOString() });
        return { ...before, form };
      });
    },
    [key],
  );

  /** What was sent is stored now; what was written since stays, on the new version. */
  const saved = useCallback(
    (sent: CaseForm, now: Stored) => {
      setWritten(({ form }) => {
        const next = { saved: now.body, base: now.version, recoveredAt: null };
        forgetDraft(key);
        if (form === sent) return { ...next, form: now.body };
        // A case that had no id yet has one now.
        const draft = { form, base: now.version, at: new Date().toISOString() };
        rememberDraft(caseDraftKey(subject, now.id), draft);
        return { ...next, form };
      });
    },
    [key, subject],
  );

  /** Gives up what was not saved. */
  const discard = useCallback(
    (now: Stored | null) => {
      forgetDraft(key);
      setWritten(begin(key, now));
    },
    [key],
  );

  return { ...written, dirty: !sameCase(written.form, written.saved), change, saved, discard };
}
export type CaseFormState = ReturnType<typeof useCaseForm>;
