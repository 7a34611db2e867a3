import { forget, recall, remember } from '../app/storage';
import type { CaseForm } from './case-form';

/** What was written and not saved, kept in this browser until it is. */
export interface LocalDraft {
  readonly form: CaseForm;
  /** The version that was changed; null for a case that is not stored yet. */
  readonly base: number | null;
  /** When it was written last, as an instant. */
  readonly at: string;
}

const isDraft = (value: unknown): value is LocalDraft => {
  if (typeof value !== 'object' || value === null) return false;
  const { form, base, at } = value as Partial<Record<keyof LocalDraft, unknown>>;
  const knownBase = base === null || typeof base === 'number';
  return knownBase && typeof at === 'string' && hasParts(form);
};

/** The parts without which the page cannot be shown; the server checks the rest. */
const hasParts = (form: unknown): boolean => {
  if (typeof form !== 'object' || form === null) return false;
  const { title, patient, stages, key, teachingPoints } = form as Partial<Record<keyof CaseForm, unknown>>;
  const objects = [title, patient, key].every((part) => typeof part === 'object' && part !== null);
  return objects && Array.isArray(stages) && Array.isArray(teachingPoints);
};

/** The draft under a key; null where there is none, or one of another release that cannot be read any more. */
export function recallDraft(key: string): LocalDraft | null {
  try {
    const value: unknown = JSON.parse(recall(key) ?? 'null');
    return isDraft(value) ? value : null;
  } catch {
    return null;
  }
}

export function rememberDraft(key: string, draft: LocalDraft): void {
  remember(key, JSON.stringify(draft));
}

export const forgetDraft = forget;
