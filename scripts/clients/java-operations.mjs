/** The operations as methods, and what may be left out of them as records. */
import {
  MODEL,
  builder,
  identifier,
  indented,
  javadoc,
  namer,
  optionsName,
  unboxed,
  paramDoc,
  withImports,
} from './java-types.mjs';

const PACKAGE = 'openrounds.client';
const names = namer('', new Set());

/** @returns {Record<string, string>} the file of one record */
export function printOptions({ id, summary, optional }, note) {
  const name = optionsName(id);
  const fields = optional.map(({ name: given, type }) => ({
    id: identifier(given),
    boxed: names.boxed(type),
    given: false,
  }));
  const docs = optional.map(({ name: given, type, description }) =>
    paramDoc(identifier(given), type, description, ''),
  );
  const text = [
    javadoc([`What may be said to ${id}: ${summary}.`, ...docs]),
    `public record ${name}(${fields.map((field) => `${field.boxed} ${field.id}`).join(', ')}) {\n`,
    `  /** Nothing of it. */\n  public static final ${name} NONE = builder().build();\n\n`,
    `${indented(builder(name, fields))}\n}\n`,
  ].join('');
  return { [`options/${name}.java`]: `// ${note}\npackage ${PACKAGE}.options;\n\n${withImports(text)}` };
}

/** All operations in one class, to be extended by what is written by hand. */
export function printOperations({ version, operations }, note) {
  const methods = operations.flatMap((operation) => methodsOf(operation));
  const options = operations.filter(({ optional }) => optional.length > 0).map(({ id }) => optionsName(id));
  const types = operations
    .flatMap(({ answer, body }) => [answer.type, ...(body?.types ?? [])])
    .filter((type) => type?.kind === 'named');
  const imports = [
    ...new Set([
      ...types.filter(({ type }) => type.local === '').map(({ type }) => `${MODEL}.${type.owner}`),
      ...options.map((name) => `${PACKAGE}.options.${name}`),
    ]),
  ].sort();
  const text = [
    '/** The operations of the API, a method for each. Every one throws {@link ProblemException} where it is refused. */\n',
    'public abstract class Operations {\n',
    `  /** Of the API that this was made for. */\n  public static final String API_VERSION = "${version}";\n\n`,
    '  final Transport transport;\n\n',
    '  Operations(Transport transport) {\n    this.transport = transport;\n  }\n\n',
    methods.map((method) => indented(method)).join('\n'),
    '}\n',
  ].join('');
  return `// ${note}\npackage ${PACKAGE};\n\n${withImports(text, [...imports, 'java.util.List', 'java.util.Map'])}`;
}

const RETURNS = { nothing: 'void', text: 'String', bytes: 'byte[]', events: 'Events', content: 'Content' };

function methodsOf(operation) {
  const { id, summary, required, optional, body, answer } = operation;
  const returned = RETURNS[answer.as] ?? names.boxed(answer.type);
  const needed = [
    ...required.map(({ name, type }) => ({ id: identifier(name), type: unboxed(names.boxed(type)) })),
    ...(body === undefined ? [] : [{ id: 'body', type: bodyType(body) }]),
  ];
  const given = needed.map((each) => `${each.type} ${each.id}`);
  const name = identifier(id);
  const returns = returned === 'void' ? '' : 'return ';
  const docs = [
    `${summary}.`,
    ...required.map((each) => paramDoc(identifier(each.name), each.type, each.description, '')),
    body !== undefined && body.mediaTypes.length > 1 ? `body: of ${body.mediaTypes.join(', ')}` : undefined,
  ];
  const whole = optional.length === 0 ? given : [...given, `${optionsName(id)} options`];
  const method = `${javadoc(docs)}public ${returned} ${name}(${whole.join(', ')}) {\n  ${returns}${callOf(operation, returned)};\n}\n`;
  if (optional.length === 0) return [method];
  const all = [...needed.map((each) => each.id), `${optionsName(id)}.NONE`];
  return [
    method,
    `${javadoc([`${summary}.`])}public ${returned} ${name}(${given.join(', ')}) {\n  ${returns}${name}(${all.join(', ')});\n}\n`,
  ];
}

const bodyType = ({ mediaTypes, types }) => (mediaTypes.length > 1 ? 'Body' : names.boxed(types[0]));

function callOf({ method, path, required, optional, body, answer, statuses, hasKey }, returned) {
  const refused = statuses.filter((status) => status >= 400);
  const steps = [
    `new Call("${method}", "${path}")`,
    ...required.map((each) => step(each, identifier(each.name))),
    ...optional.map((each) => step(each, `options.${identifier(each.name)}()`)),
    ...(body === undefined ? [] : ['.body(body)']),
    ...(hasKey ? ['.doneOnce()'] : []),
    ...refused.map((status) => `.answersToo(${String(status)})`),
  ];
  const call = steps.join('\n      ');
  return answer.as === 'json'
    ? `transport.json(${call}, ${returned}.class)`
    : `transport.${answer.as}(${call})`;
}

const step = ({ name, in: place }, value) => `.${place}("${name}", ${value})`;
