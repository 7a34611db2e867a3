/**
 * What the generator of the clients understands of OpenAPI 3.1: as much as our document uses. Anything else stops it, with the place
 * as a JSON pointer (RFC 6901): a client that silently lacks a part is worse than none.
 */
const CHECKS_OF_THE_SERVER = [
  ...[
    'description',
    'example',
    'default',
    'format',
    'pattern',
    'minLength',
    'maxLength',
    'minimum',
    'maximum',
  ],
  ...['exclusiveMinimum', 'minItems', 'maxItems', 'contentEncoding'],
];

/** Keywords by what a schema is; those above change no type and stand everywhere. */
const SCHEMA_KEYWORDS = {
  ref: ['$ref'],
  union: ['anyOf', 'oneOf', 'type'],
  object: ['type', 'properties', 'required', 'additionalProperties', 'propertyNames'],
  array: ['type', 'items'],
  scalar: ['type', 'enum', 'const'],
  any: [],
};

const KEYWORDS = {
  document: ['openapi', 'info', 'servers', 'tags', 'paths', 'components'],
  operation: [
    ...[
      'operationId',
      'tags',
      'summary',
      'description',
      'security',
      'x-roles',
      'parameters',
      'requestBody',
      'responses',
    ],
  ],
  parameter: ['name', 'in', 'required', 'schema', 'description'],
  body: ['required', 'content'],
  response: ['description', 'headers', 'content'],
  content: ['schema', 'example'],
};

export class OutsideSubset extends Error {
  /** @param {string} pointer where, @param {string} why */
  constructor(pointer, why) {
    super(`#${pointer}: ${why}`);
    this.name = 'OutsideSubset';
  }
}

/** One more step of a JSON pointer. */
export const below = (pointer, ...steps) =>
  steps.reduce((at, step) => `${at}/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`, pointer);

/** @throws {OutsideSubset} at the first key that the generator does not know */
export function expectOnly(what, object, pointer) {
  expectKeys(KEYWORDS[what], object, pointer);
}

/** @returns {keyof typeof SCHEMA_KEYWORDS} what a schema is, once all its keywords are known */
export function kindOf(schema, pointer) {
  const kind = guess(schema, pointer);
  expectKeys([...SCHEMA_KEYWORDS[kind], ...CHECKS_OF_THE_SERVER], schema, pointer);
  return kind;
}

function guess(schema, pointer) {
  if (typeof schema !== 'object' || schema === null) throw new OutsideSubset(pointer, 'is no schema object');
  if ('$ref' in schema) return 'ref';
  if ('anyOf' in schema || 'oneOf' in schema) return 'union';
  if (schema.type === 'object') return 'object';
  if (schema.type === 'array') return 'array';
  if (['string', 'integer', 'number', 'boolean', 'null'].includes(schema.type)) return 'scalar';
  if (schema.type === undefined && Object.keys(schema).length === 0) return 'any';
  throw new OutsideSubset(pointer, `a type the generator does not know: ${JSON.stringify(schema.type)}`);
}

function expectKeys(known, object, pointer) {
  const strange = Object.keys(object).find((key) => !known.includes(key));
  if (strange !== undefined)
    throw new OutsideSubset(below(pointer, strange), 'a keyword the generator does not know');
}
