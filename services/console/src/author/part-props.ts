import type { CaseForm } from './case-form';

/** What every part of the author's page gets: the case, and how to change it. */
export interface PartProps {
  readonly form: CaseForm;
  readonly change: (update: (form: CaseForm) => CaseForm) => void;
}
