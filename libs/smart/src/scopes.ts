/** What is read of a patient. No `openid` and no `offline_access`: an EHR signs nobody in, and is read once. */
export const READ_TYPES = [
  'Patient',
  'Condition',
  'Observation',
  'Encounter',
  'FamilyMemberHistory',
] as const;
export type ReadType = (typeof READ_TYPES)[number];

/**
 * @param launched by an EHR, which knows the patient; else it asks which one is meant
 * @param fine scopes of version 2
 */
export const wantedScopes = (launched: boolean, fine: boolean): readonly string[] => [
  launched ? 'launch' : 'launch/patient',
  ...READ_TYPES.map((type) => `patient/${type}.${fine ? 'rs' : 'read'}`),
];

/** Of either version; what narrows a scope by a query (`?category=…`) does not match: it lets less be read. */
const SCOPE = /^(?:patient|user)\/(\*|[A-Za-z]{1,60})\.(\*|read|[cruds]{1,5})$/;

function letsRead(scope: string, type: string): boolean {
  const [, of, may] = SCOPE.exec(scope) ?? [];
  if (of === undefined || may === undefined) return false;
  const reads = may === '*' || may === 'read' || (may.includes('r') && may.includes('s'));
  return reads && (of === '*' || of === type);
}

/** The types that a token lets be read. One that says no scope has all that were asked for (RFC 6749, section 5.1). */
export function grantedTypes(granted: string | null): readonly ReadType[] {
  if (granted === null) return READ_TYPES;
  const scopes = granted.split(/\s+/);
  return READ_TYPES.filter((type) => scopes.some((scope) => letsRead(scope, type)));
}

/** What was asked for and is not granted, as it was asked for. */
export function missingScopes(granted: string | null, fine: boolean): readonly string[] {
  const may = grantedTypes(granted);
  const missing = READ_TYPES.filter((type) => !may.includes(type));
  return missing.map((type) => `patient/${type}.${fine ? 'rs' : 'read'}`);
}
