import { type EhrTraits } from './traits';

/** Kinds of resource that the server gives. */
export const KINDS = ['Patient', 'Condition', 'Observation', 'Encounter', 'FamilyMemberHistory'] as const;
export type Kind = (typeof KINDS)[number];
export const isKind = (name: string): name is Kind => (KINDS as readonly string[]).includes(name);

/** Of SMART 2, with reading and searching; of SMART 1. */
const FORMS = { v2: /^patient\/(\w+)\.c?ru?d?s$/, v1: /^patient\/(\w+)\.read$/ } as const;

const WITHHELD: Readonly<Record<EhrTraits['granted'], readonly Kind[]>> = {
  all: [],
  'without-observations': ['Observation'],
  'without-patient': ['Patient'],
  nothing: KINDS,
};

/** The kind that a scope lets a client read, in the forms that the system knows. */
const kindOf = (scope: string, { scopes }: Pick<EhrTraits, 'scopes'>): Kind | undefined => {
  const known = scopes === 'v2' ? [FORMS.v2, FORMS.v1] : [FORMS.v1];
  const name = known.map((form) => form.exec(scope)?.[1]).find((found) => found !== undefined);
  return name !== undefined && isKind(name) ? name : undefined;
};

/** What a client is granted of what it asked for. Scopes that the system does not know are passed over in silence, as servers do. */
export const grantedOf = (
  asked: readonly string[],
  traits: Pick<EhrTraits, 'scopes' | 'granted'>,
): string[] =>
  asked.filter((scope) => {
    if (scope === 'launch' || scope === 'launch/patient') return true;
    const kind = kindOf(scope, traits);
    return kind !== undefined && !WITHHELD[traits.granted].includes(kind);
  });

export const mayRead = (granted: readonly string[], kind: Kind): boolean =>
  granted.some((scope) => kindOf(scope, { scopes: 'v2' }) === kind);
