/** What the system may be like, the usual first. Each can be switched while it runs. */
export const TRAITS = {
  /** How a client proves who it is. */
  authentication: ['private-key', 'public', 'secret'],
  /** Scopes of SMART 2 (`.rs`), or those of SMART 1 (`.read`) alone. */
  scopes: ['v2', 'v1'],
  /** Whether its configuration announces PKCE by S256. */
  pkce: ['S256', 'none'],
  granted: ['all', 'without-observations', 'without-patient', 'nothing'],
  /** What the browser brings back from its authorization endpoint. */
  redirection: ['right', 'other-state', 'other-code', 'denied'],
  /** What its FHIR server answers. */
  answers: [
    ...(['right', 'outcome', 'outcome-within', 'unauthorized', 'slow'] as const),
    ...(['endless', 'next-elsewhere'] as const),
  ],
  /** Whether its FHIR server says that it has too much to do (429). */
  busy: ['never', 'once', 'always'],
  /** How many resources stand on a page. */
  pageSize: [5, 1, 100],
  /** What goes along with a call by CDS Hooks. */
  hooks: ['prefetch', 'token', 'outcomes', 'nothing'],
} as const;

export type Trait = keyof typeof TRAITS;
export type EhrTraits = { -readonly [Name in Trait]: (typeof TRAITS)[Name][number] };

export const usualTraits = (): EhrTraits => ({
  authentication: 'private-key',
  scopes: 'v2',
  pkce: 'S256',
  granted: 'all',
  redirection: 'right',
  answers: 'right',
  busy: 'never',
  pageSize: 5,
  hooks: 'prefetch',
});

/** The same with some switched as a form says it; what it does not know stays. */
export function switched(traits: EhrTraits, form: URLSearchParams): EhrTraits {
  const chosen = Object.entries(TRAITS).flatMap(([name, choices]) =>
    choices.filter((choice) => String(choice) === form.get(name)).map((choice) => [name, choice]),
  );
  return { ...traits, ...(Object.fromEntries(chosen) as Partial<EhrTraits>) };
}
