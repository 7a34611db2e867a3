import {
  type AuditEvent,
  type Bundle,
  type BundleEntry,
  type Coding,
  type Condition,
  type Observation,
  type Patient,
  type Provenance,
  type Reference,
  type RiskAssessment,
} from 'fhir/r4';
import { findingsBeyondLabs, type Told } from '../model/outgoing';
import { type Lineage } from '../provenance/lineage';
import { provenanceEntries, type Taking } from '../provenance/to-fhir-provenance';
import { laboratoryOf } from './laboratory';
import { AI_ASSERTED, contentLabelled, labelled } from './label';
import { aboutPatient, patientOf } from './patient';
import { riskAssessmentOf, type RankedList } from './risk-assessment';
import { statementOf } from './statement';

type Clinical = Patient | Condition | Observation | RiskAssessment;
type WithoutId<T> = T extends unknown ? Omit<T, 'id'> : never;

/** A run as FHIR R4. */
export type RunBundle = Bundle<Clinical | Provenance | AuditEvent>;

/** A run on its way out. */
export interface OutgoingRun {
  readonly told: Told;
  readonly list: RankedList;
  readonly lineage: Lineage;
}

/**
 * A run as a FHIR R4 `collection` Bundle: the patient (sex; age as an Observation), what was understood, the engine's list as a RiskAssessment,
 * and where it comes from. Every resource is marked as test data and carries the notice. Read in again it gives the same findings.
 *
 * @param idOf gives the n-th resource its UUID, from 1; the same for the same run
 * @param origin where the server is known
 */
export function toFhir(
  { told, list, lineage }: OutgoingRun,
  taking: Taking,
  idOf: (place: number) => string,
  origin: string,
): RunBundle {
  const entries: BundleEntry<Clinical>[] = [];
  const label = labelled(lineage);
  const { security = [] } = label.meta;
  const add = (resource: WithoutId<Clinical>, marks: readonly Coding[] = []): Reference => {
    const id = idOf(entries.length + 1);
    entries.push({
      fullUrl: `urn:uuid:${id}`,
      resource: { ...resource, id, ...label, meta: { security: [...security, ...marks] } } as Clinical,
    });
    return { reference: `urn:uuid:${id}` };
  };
  const { patient, labs, nameOf } = told;
  const subject = add(patientOf(patient));
  const basis = [
    ...aboutPatient(patient, subject).map((each) => add(each)),
    ...findingsBeyondLabs(told).map((finding) =>
      add(
        statementOf(finding, subject, nameOf) as WithoutId<Clinical>,
        finding.source?.proposedBy === undefined ? [] : [AI_ASSERTED],
      ),
    ),
    ...labs.map((lab) => add(laboratoryOf(lab, subject, nameOf))),
  ];
  add({ ...riskAssessmentOf(list, subject, basis), ...contentLabelled(lineage) });
  return {
    resourceType: 'Bundle',
    type: 'collection',
    timestamp: taking.at,
    entry: [...entries, ...provenanceEntries(lineage, taking, origin)],
  };
}
