import { type AuditEvent, type Bundle, type BundleEntry, type Identifier, type Provenance } from 'fhir/r4';
import { AI_ASSERTED, contentLabelled, labelled, TERMINOLOGY } from '../fhir-out/label';
import {
  AI_GENERATED,
  caseUrl,
  findingUrl,
  HASHED_INPUTS,
  hashUri,
  isByModel,
  type Lineage,
  READ_BY_MODEL,
  runUrl,
} from './lineage';

/** Who takes the explanation with them, when, and the id of the entry that says so. */
export interface Taking {
  readonly at: string;
  /** The caller, as the product names them: the subject of a session or API key. */
  readonly by: string;
  readonly role: string;
  readonly eventId: string;
}

const URI = 'urn:ietf:rfc:3986';
const PRODUCT = 'OpenRounds';

const identifier = (value: string): Identifier => ({ system: URI, value });
const coding = (system: string, code: string, display: string) => ({
  system: `${TERMINOLOGY}/${system}`,
  code,
  display,
});

/** A bundle of the two resources, and nothing else. */
export type ProvenanceBundle = Bundle<Provenance | AuditEvent>;

/**
 * FHIR R4: a Provenance of the explanation, and an AuditEvent that it was exported. Nothing of it speaks of a person who is ill: what it refers to is
 * named by address and hash.
 *
 * @param origin - where the server is known
 */
export function toFhirProvenance(lineage: Lineage, taking: Taking, origin: string): ProvenanceBundle {
  return {
    resourceType: 'Bundle',
    type: 'collection',
    timestamp: taking.at,
    entry: provenanceEntries(lineage, taking, origin),
  };
}

/** The two resources as entries of a bundle. */
export const provenanceEntries = (
  lineage: Lineage,
  taking: Taking,
  origin: string,
): BundleEntry<Provenance | AuditEvent>[] => [
  { fullUrl: `urn:uuid:${lineage.runId}`, resource: provenanceOf(lineage, origin) },
  { fullUrl: `urn:uuid:${taking.eventId}`, resource: auditEventOf(lineage, taking, origin) },
];

function provenanceOf(lineage: Lineage, origin: string): Provenance {
  const { versions, ownPassages, llmUsed, revisionOf, findingsOfModel, language } = lineage;
  const { logEntry, startedAt, endedAt } = lineage;
  const { meta, ...label } = labelled(lineage);
  const agent = (display: string, role?: string) => ({
    type: { coding: [coding('provenance-participant-type', 'assembler', 'Assembler')] },
    ...(role === undefined ? {} : { role: [{ text: role }] }),
    who: { display },
  });
  const entity = (role: 'source' | 'revision', value: string, display: string) => ({
    role,
    what: { identifier: identifier(value), display },
  });
  const source = (value: string, display: string) => entity('source', value, display);
  const written = llmUsed ? AI_GENERATED : READ_BY_MODEL;
  return {
    resourceType: 'Provenance',
    id: lineage.runId,
    ...label,
    // By what HL7 takes for it, the engine is one too: decision support, machine learning, an algorithm.
    meta: {
      security: [...(meta?.security ?? []), AI_ASSERTED],
    },
    ...contentLabelled(lineage),
    target: [
      {
        identifier: identifier(runUrl(origin, lineage)),
        display:
          logEntry === null
            ? 'Explanation'
            : `Explanation, entry ${String(logEntry.index)} of the log, leaf ${logEntry.leafHash}`,
      },
    ],
    occurredPeriod: { start: startedAt, end: endedAt },
    recorded: endedAt,
    activity: { coding: [coding('v3-DataOperation', 'CREATE', 'create')] },
    agent: [
      agent(`${PRODUCT} ${versions.engine}`),
      ...(isByModel(lineage) ? [agent(versions.llm ?? 'language model', written[language])] : []),
    ],
    entity: [
      source(caseUrl(origin, lineage), 'case'),
      ...HASHED_INPUTS.map((name) => source(hashUri(versions[name]), name)),
      ...ownPassages.map(({ title, sha256 }) => source(hashUri(sha256), `own passage: ${title}`)),
      ...(revisionOf === null
        ? []
        : [entity('revision', runUrl(origin, { runId: revisionOf }), 'explanation that this one revises')]),
      ...findingsOfModel.map((id) => source(findingUrl(origin, lineage, id), READ_BY_MODEL[language])),
    ],
  };
}

function auditEventOf(lineage: Lineage, { at, by, role, eventId }: Taking, origin: string): AuditEvent {
  return {
    resourceType: 'AuditEvent',
    id: eventId,
    ...labelled(lineage),
    ...contentLabelled(lineage),
    type: { system: 'http://dicom.nema.org/resources/ontology/DCM', code: '110106', display: 'Export' },
    action: 'R',
    recorded: at,
    outcome: '0',
    agent: [{ who: { display: by }, role: [{ text: role }], requestor: true }],
    source: {
      observer: { display: PRODUCT },
      site: new URL(origin).host,
      type: [coding('security-source-type', '4', 'Application Server')],
    },
    entity: [{ what: { identifier: identifier(runUrl(origin, lineage)), display: 'Explanation' } }],
  };
}
