import { CONTENT_LABEL } from '@openrounds/contracts';
import {
  AI_GENERATED,
  caseUrl,
  digestOf,
  HASHED_INPUTS,
  isByModel,
  labelTextOf,
  type Lineage,
  READ_BY_MODEL,
  runUrl,
} from './lineage';

type Attributes = Readonly<Record<string, unknown>>;
type Records = Readonly<Record<string, Attributes>>;

/** A document in PROV-JSON (W3C member submission of 24 April 2013). */
export interface ProvDocument {
  readonly prefix: Readonly<Record<string, string>>;
  readonly entity: Records;
  readonly activity: Records;
  readonly agent: Records;
  readonly used: Records;
  readonly wasGeneratedBy: Records;
  readonly wasAssociatedWith: Records;
  readonly wasAttributedTo: Records;
  readonly wasDerivedFrom: Records;
}

const EXPLANATION = 'or:explanation';
const RUN = 'or:run';
const CASE = 'or:case';
const ENGINE = 'or:engine';
const MODEL = 'or:language-model';
const OPINION = 'or:opinion';
const REVISED = 'or:revised-explanation';

const AI = 'or:AIGenerated';

const typed = (value: string | number, type: string) => ({ $: String(value), type });

/**
 * What an explanation was made of and by what, as PROV-JSON: case, knowledge, calibration, guidelines and the institution's own passages as
 * entities, the run as activity, engine and language model as software agents.
 *
 * @param origin - where the server is known; names of our own stand under the run's address there
 */
export function toProvJson(lineage: Lineage, origin: string): ProvDocument {
  const { versions, ownPassages, llmUsed, revisionOf, findingsOfModel } = lineage;
  const { logEntry, notice, language, startedAt, endedAt } = lineage;
  const inputs = [
    {
      id: CASE,
      about: {
        'prov:type': typed('or:CaseVersion', 'prov:QUALIFIED_NAME'),
        'prov:location': caseUrl(origin, lineage),
      },
    },
    ...HASHED_INPUTS.map((name) => ({
      id: `sha256:${digestOf(versions[name])}`,
      about: { 'prov:type': typed(`or:${name}`, 'prov:QUALIFIED_NAME'), 'or:sha256': versions[name] },
    })),
    ...ownPassages.map(({ title, sha256 }) => ({
      id: `sha256:${digestOf(sha256)}`,
      about: {
        'prov:type': typed('or:ownPassage', 'prov:QUALIFIED_NAME'),
        'prov:label': title,
        'or:sha256': sha256,
      },
    })),
  ];
  const agents = [
    { id: ENGINE, name: `OpenRounds ${versions.engine}` },
    ...(isByModel(lineage) ? [{ id: MODEL, name: versions.llm ?? '' }] : []),
  ];
  const relations = (kind: string, of: (id: string) => Attributes, ids: readonly string[]): Records =>
    Object.fromEntries(ids.map((id, i) => [`_:${kind}${String(i)}`, of(id)]));
  // What the model wrote is marked as its own, apart from what the engine computed.
  const opinion = llmUsed ? [OPINION] : [];
  const read = findingsOfModel.map((findingId) => `or:finding-${findingId}`);
  const revised = revisionOf === null ? [] : [REVISED];
  const generated = (label: string) => ({
    'prov:type': typed(AI, 'prov:QUALIFIED_NAME'),
    'prov:label': { $: label, lang: language },
  });
  const [inputIds, agentIds] = [inputs.map(({ id }) => id), agents.map(({ id }) => id)];
  return {
    prefix: { or: `${runUrl(origin, lineage)}#`, sha256: 'ni:///sha-256;' },
    entity: {
      [EXPLANATION]: {
        'prov:location': runUrl(origin, lineage),
        'prov:label': { $: notice, lang: language },
        // Attributes are literals in PROV: the label is one text.
        [`or:${CONTENT_LABEL}`]: labelTextOf(lineage),
        ...(logEntry === null
          ? {}
          : { 'or:logIndex': typed(logEntry.index, 'xsd:int'), 'or:leafHash': logEntry.leafHash }),
      },
      ...Object.fromEntries(inputs.map(({ id, about }) => [id, about])),
      ...Object.fromEntries([
        ...opinion.map((id) => [id, generated(AI_GENERATED[language])] as const),
        ...read.map((id) => [id, generated(READ_BY_MODEL[language])] as const),
        ...revised.map(
          (id) => [id, { 'prov:location': runUrl(origin, { runId: revisionOf ?? '' }) }] as const,
        ),
      ]),
    },
    activity: { [RUN]: { 'prov:startTime': startedAt, 'prov:endTime': endedAt } },
    agent: Object.fromEntries(
      agents.map(({ id, name }) => [
        id,
        { 'prov:type': typed('prov:SoftwareAgent', 'prov:QUALIFIED_NAME'), 'prov:label': name },
      ]),
    ),
    used: relations('u', (id) => ({ 'prov:activity': RUN, 'prov:entity': id }), [...inputIds, ...read]),
    wasGeneratedBy: relations(
      'g',
      (id) => ({ 'prov:entity': id, 'prov:activity': RUN, 'prov:time': endedAt }),
      [EXPLANATION, ...opinion],
    ),
    wasAssociatedWith: relations('a', (id) => ({ 'prov:activity': RUN, 'prov:agent': id }), agentIds),
    wasAttributedTo: {
      ...relations('t', (id) => ({ 'prov:entity': EXPLANATION, 'prov:agent': id }), agentIds),
      ...relations('o', (id) => ({ 'prov:entity': id, 'prov:agent': MODEL }), [...opinion, ...read]),
    },
    wasDerivedFrom: {
      ...relations('d', (id) => ({ 'prov:generatedEntity': EXPLANATION, 'prov:usedEntity': id }), [
        ...inputIds,
        ...opinion,
        ...read,
      ]),
      ...relations(
        'r',
        (id) => ({
          'prov:generatedEntity': EXPLANATION,
          'prov:usedEntity': id,
          'prov:type': typed('prov:Revision', 'prov:QUALIFIED_NAME'),
        }),
        revised,
      ),
    },
  };
}
