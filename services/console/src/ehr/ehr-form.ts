import type { EhrClientInput, Language } from '../api/types';
import { lineAt, words } from '../connections/lines';

/** What is typed to register a system. */
export interface EhrForm {
  readonly name: string;
  readonly issuer: string;
  readonly keySetUrl: string;
  readonly fhirBaseUrl: string;
  /** One origin after the other, with spaces. */
  readonly origins: string;
  readonly language: Language;
  /** Whether somebody said that no patient in care is in it. */
  readonly isTraining: boolean;
}

/** What is typed as a line. */
export const LINES = ['name', 'issuer', 'keySetUrl', 'fhirBaseUrl', 'origins'] as const;
export type Line = (typeof LINES)[number];

/** The line that a refusal points at, or into. */
export const lineOf = (pointer: string): Line | undefined => lineAt(LINES, pointer);

export const emptyForm = (language: Language): EhrForm => ({
  name: '',
  issuer: '',
  keySetUrl: '',
  fhirBaseUrl: '',
  origins: '',
  language,
  isTraining: false,
});

/** The form as the operation takes it; what was typed is checked there. */
export function inputOf({ origins, isTraining: _confirmed, ...form }: EhrForm): EhrClientInput {
  const lines = Object.entries(form).map(([name, value]) => [name, value.trim()]);
  return {
    ...(Object.fromEntries(lines) as typeof form),
    origins: words(origins),
    environment: 'training',
  };
}
