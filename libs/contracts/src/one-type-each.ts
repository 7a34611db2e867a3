/**
 * Writes `type: ["boolean", "null"]` as `anyOf` of two schemas with one type each, in a JSON Schema or in a document that
 * holds some. They mean the same. zod writes lists since 4.5; generators of clients read only the longer form, and kept
 * answers of language models are found by a hash of the schema.
 */
export function oneTypeEach<T>(document: T): T {
  return rewritten(document) as T;
}

function rewritten(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(rewritten);
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.fromEntries(Object.entries(value).map(([name, each]) => [name, rewritten(each)]));
  const { type, ...others } = members;
  return isListOfTypes(type) ? { anyOf: type.map((one) => ({ type: one })), ...others } : members;
}

const TYPES = new Set<unknown>(['array', 'boolean', 'integer', 'null', 'number', 'object', 'string']);

/** Examples in a document may have a member `type` that is a list of something else. */
const isListOfTypes = (type: unknown): type is string[] =>
  Array.isArray(type) && type.length > 0 && type.every((one) => TYPES.has(one));
