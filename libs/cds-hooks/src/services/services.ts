import { type CdsHook, type CdsServiceId } from '@openrounds/contracts';

/** A service as its discovery tells of it. */
export interface CdsService {
  readonly id: CdsServiceId;
  readonly hook: CdsHook;
  readonly title: string;
  readonly description: string;
}

export const CDS_SERVICES: readonly CdsService[] = [
  {
    id: 'openrounds-differential',
    hook: 'patient-view',
    title: 'Differential diagnosis (teaching only)',
    description:
      'For teaching patients: the leading diagnoses with their probabilities and the strongest finding for and against each, and what must not be missed.',
  },
  {
    id: 'openrounds-order-value',
    hook: 'order-select',
    title: 'What a test could tell (teaching only)',
    description:
      'For teaching patients: the expected information of the selected laboratory orders, and a test that would tell more.',
  },
  {
    id: 'openrounds-before-signing',
    hook: 'order-sign',
    title: 'What is not excluded yet (teaching only)',
    description:
      'For teaching patients: dangerous diagnoses that neither the record nor the draft orders can exclude.',
  },
];

const OF_PATIENT = 'patient={{context.patientId}}';
/**
 * The same for each service, in the subset of FHIR queries that CDS Hooks 2.0 recommends (section "Prefetch query
 * restrictions"): a read by id, and searches by patient and category.
 */
const PREFETCH = {
  patient: 'Patient/{{context.patientId}}',
  conditions: `Condition?${OF_PATIENT}`,
  laboratory: `Observation?${OF_PATIENT}&category=laboratory`,
  vitalSigns: `Observation?${OF_PATIENT}&category=vital-signs`,
  exam: `Observation?${OF_PATIENT}&category=exam`,
  familyHistory: `FamilyMemberHistory?${OF_PATIENT}`,
  encounter: `Encounter?${OF_PATIENT}&_sort=-date&_count=1`,
} as const;

export type PrefetchKey = keyof typeof PREFETCH;
export const PREFETCH_KEYS = Object.keys(PREFETCH) as readonly PrefetchKey[];

/** FHIR queries by the key of the answer. */
export const prefetchOf = (): Record<PrefetchKey, string> => ({ ...PREFETCH });

export function serviceOf(id: CdsServiceId): CdsService {
  const found = CDS_SERVICES.find((service) => service.id === id);
  if (found === undefined) throw new Error(`there is no service ${id}`);
  return found;
}
