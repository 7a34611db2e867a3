/**
 * @typedef {import('./read.mjs').Type} Type
 * @typedef {{ name: string, in: 'path' | 'query' | 'header', type: Type, description?: string }} Parameter
 *
 * What a success brings: JSON of a type; nothing; a text; bytes; a stream of events; or, by what was asked for, one of several.
 * @typedef {{ as: 'json', type: Type } | { as: 'nothing' } | { as: 'text' } | { as: 'bytes' } | { as: 'events' }
 *   | { as: 'content', type: Type }} Answer
 *
 * @typedef {object} Operation
 * @property {string} id @property {string} method @property {string} path @property {string} summary
 * @property {Parameter[]} required in the order of the path, then those of query and headers @property {Parameter[]} optional
 * @property {{ mediaTypes: string[], types: Type[] }} [body]
 * @property {Answer} answer @property {number[]} statuses those with this answer; some say that a part is away
 * @property {boolean} hasKey it takes an Idempotency-Key: sent twice, it is done once
 */
import { pascal } from './names.mjs';
import { Reading } from './read.mjs';
import { OutsideSubset, below, expectOnly } from './subset.mjs';

const PROBLEM = 'application/problem+json';
const METHODS = ['get', 'post', 'put', 'patch', 'delete'];

/**
 * @param {object} document OpenAPI 3.1
 * @returns {{ version: string, types: import('./read.mjs').Named[], operations: Operation[] }}
 * @throws {OutsideSubset} at the first thing in it that the clients could not express
 */
export function readDocument(document) {
  const reading = new Reading(document);
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods)
      // Pages are for browsers that come from elsewhere: a program has no use for them.
      .filter(([, operation]) => operation['x-page'] !== true)
      .map(([method, operation]) =>
        readOperation(reading, { method, path, operation, pointer: below('/paths', path, method) }),
      ),
  );
  return { version: document.info.version, types: reading.types, operations };
}

function readOperation(reading, { method, path, operation, pointer }) {
  if (!METHODS.includes(method)) throw new OutsideSubset(pointer, 'a method that the clients do not send');
  expectOnly('operation', operation, pointer);
  const { operationId: id, summary, parameters = [] } = operation;
  const read = parameters.map((parameter, index) => ({
    ...readParameter(reading, parameter, below(pointer, 'parameters', index)),
    isRequired: parameter.required ?? false,
  }));
  const without = ({ isRequired: _, ...parameter }) => parameter;
  return {
    id,
    method: method.toUpperCase(),
    path,
    summary,
    required: ['path', 'query', 'header'].flatMap((place) =>
      read.filter((each) => each.isRequired && each.in === place).map(without),
    ),
    optional: read.filter(({ isRequired }) => !isRequired).map(without),
    ...readBody(reading, operation, pointer),
    ...readAnswer(reading, operation, pointer),
    hasKey: read.some(({ name }) => name === 'Idempotency-Key'),
  };
}

function readParameter(reading, parameter, pointer) {
  expectOnly('parameter', parameter, pointer);
  const type = reading.read(parameter.schema, '', below(pointer, 'schema'));
  if (!['string', 'integer', 'number', 'boolean'].includes(type.kind))
    throw new OutsideSubset(below(pointer, 'schema'), `a parameter that is ${type.kind}`);
  return {
    name: parameter.name,
    in: parameter.in,
    type,
    description: parameter.description ?? parameter.schema.description,
  };
}

function readBody(reading, { operationId, requestBody }, pointer) {
  if (requestBody === undefined) return {};
  expectOnly('body', requestBody, below(pointer, 'requestBody'));
  const contents = Object.entries(requestBody.content);
  const types = contents.map(([mediaType, content]) => {
    const at = below(pointer, 'requestBody', 'content', mediaType);
    expectOnly('content', content, at);
    return reading.read(content.schema, `${pascal(operationId)}Input`, below(at, 'schema'));
  });
  for (const type of types) reading.markRequest(type);
  return { body: { mediaTypes: contents.map(([mediaType]) => mediaType), types } };
}

function readAnswer(reading, { operationId, responses }, pointer) {
  const found = Object.entries(responses).flatMap(([status, response]) => {
    const at = below(pointer, 'responses', status);
    expectOnly('response', response, at);
    const contents = Object.entries(response.content ?? {}).filter(([mediaType]) => mediaType !== PROBLEM);
    const isProblem = contents.length === 0 && response.content !== undefined;
    return isProblem ? [] : [{ status: Number(status), contents, at: below(at, 'content') }];
  });
  const [{ contents, at }] = found;
  const same = JSON.stringify(contents.map(([, { schema }]) => schema));
  const different = found.find(
    (each) => JSON.stringify(each.contents.map(([, { schema }]) => schema)) !== same,
  );
  if (different !== undefined)
    throw new OutsideSubset(different.at, 'another answer than that of the first status');
  return {
    statuses: found.map(({ status }) => status),
    answer: answerOf(contents, (mediaType, schema) =>
      reading.read(schema, `${pascal(operationId)}Answer`, below(at, mediaType, 'schema')),
    ),
  };
}

const PLAIN = { 'application/octet-stream': 'bytes', 'text/event-stream': 'events' };

function answerOf(contents, read) {
  if (contents.length === 0) return { as: 'nothing' };
  const json = contents.find(([mediaType]) => mediaType === 'application/json');
  const type = json === undefined ? undefined : read(json[0], json[1].schema);
  if (contents.length > 1) return { as: 'content', type };
  return type === undefined ? { as: PLAIN[contents[0][0]] ?? 'text' } : { as: 'json', type };
}
