/** Cases in the formats of other systems, as cases of ours: FHIR R4, Phenopackets, tables. Pure. */
export { fromCsv } from './csv/from-csv';
export { type RankedList } from './fhir-out/risk-assessment';
export { toFhir, type OutgoingRun, type RunBundle } from './fhir-out/to-fhir';
export { fromFhir } from './fhir/from-fhir';
export {
  NotImportable,
  type Imported,
  type ImportOptions,
  type NotImportableCode,
  type Rejection,
  type RejectionDetail,
} from './model/imported';
export {
  toPhenopacket,
  type Omitted,
  type OutgoingCase,
  type WrittenPhenopacket,
} from './phenopacket-out/to-phenopacket';
export { type NamedFinding, type Told } from './model/outgoing';
export { fromPhenopacket } from './phenopacket/from-phenopacket';
export { type Lineage } from './provenance/lineage';
export { type ProvenanceBundle, type Taking, toFhirProvenance } from './provenance/to-fhir-provenance';
export { type ProvDocument, toProvJson } from './provenance/to-prov-json';
