/** Prints the reading as Python 3.9: types for a checker, which are plain JSON at run time, and a method for each operation. */
import { snake } from './names.mjs';

const KEYWORDS = new Set(
  (
    'False None True and as assert async await break class continue def del elif else except finally for from global if import in is ' +
    'lambda nonlocal not or pass raise return try while with yield'
  ).split(' '),
);

const identifier = (name) => (KEYWORDS.has(snake(name)) ? `${snake(name)}_` : snake(name));

/**
 * @param {ReturnType<typeof import('./operations.mjs').readDocument>} reading
 * @param {string} note said at the head of each file
 * @returns {Record<string, string>} files by their path below the package
 */
export function printPython(reading, note) {
  return { 'types.py': printTypes(reading.types, note), 'operations.py': printOperations(reading, note) };
}

/** Between quotes wherever Python would look a name up before it stands. */
function typeOf(type) {
  const name = plainTypeOf(type);
  return type.nullable === true && name !== 'None' ? `Optional[${name}]` : name;
}

function plainTypeOf({ kind, values, value, items, type }) {
  switch (kind) {
    case 'string':
      return values === undefined
        ? 'str'
        : `Literal[${values.map((each) => JSON.stringify(each)).join(', ')}]`;
    case 'integer':
      return 'int';
    case 'number':
      return 'float';
    case 'boolean':
      return value === undefined ? 'bool' : `Literal[${value ? 'True' : 'False'}]`;
    case 'null':
      return 'None';
    case 'array':
      return `List[${typeOf(items)}]`;
    case 'map':
      return `Dict[str, ${typeOf(values)}]`;
    case 'named':
      return nameOf(type);
    default:
      return 'Any';
  }
}

const nameOf = ({ owner, local }) => owner + local;

/** Aliases are made when the module is read: what they name must stand by then. */
function printTypes(types, note) {
  const classes = types.filter(
    ({ form, members }) => members !== undefined && (form === 'object' || members.length > 0),
  );
  const aliases = types.filter((type) => !classes.includes(type));
  return [
    `# ${note}\n"""What the API takes and answers. At run time each is plain JSON: members that a newer server adds are there, too."""\n`,
    'from __future__ import annotations\n',
    'from typing import Any, Dict, List, Literal, Optional, TypedDict, Union\n',
    ...classes.map((type) => `\n${printClass(type)}`),
    ...inOrder(aliases).map((type) => `\n${printAlias(type)}`),
  ].join('\n');
}

function inOrder(aliases) {
  const names = new Set(aliases);
  const done = new Set();
  const visit = (type) => {
    if (done.has(type)) return;
    done.add(type);
    for (const { type: of } of type.variants ?? []) visitTypes(of);
    if (type.of !== undefined) visitTypes(type.of);
    ordered.push(type);
  };
  const visitTypes = (type) => {
    if (type.kind === 'array') visitTypes(type.items);
    else if (type.kind === 'map') visitTypes(type.values);
    else if (type.kind === 'named' && names.has(type.type)) visit(type.type);
  };
  const ordered = [];
  for (const type of aliases) visit(type);
  return ordered;
}

const comment = (text) => (text === undefined ? '' : `#: ${text.replace(/\s+/g, ' ')}\n`);

function printAlias(type) {
  const of =
    type.form === 'union'
      ? `Union[${type.variants.map((variant) => typeOf(variant.type)).join(', ')}]`
      : undefined;
  const other = type.form === 'open' ? 'Dict[str, Any]' : (of ?? typeOf(type.of));
  return `${comment(type.description)}${nameOf(type)} = ${type.nullable === true ? `Optional[${other}]` : other}\n`;
}

/** A member may be absent, or there and None: a class of what must be there, and one of what may. */
function printClass(type) {
  const name = nameOf(type);
  const required = type.members.filter((member) => member.required);
  const optional = type.members.filter((member) => !member.required);
  if (type.members.some(({ name: member }) => KEYWORDS.has(member)))
    return printByCall(type, name, required, optional);
  if (required.length === 0) return classText(name, 'TypedDict, total=False', optional, type.description);
  if (optional.length === 0) return classText(name, 'TypedDict', required, type.description);
  return `${classText(`_${name}`, 'TypedDict', required)}\n\n${classText(name, `_${name}, total=False`, optional, type.description)}`;
}

const docstring = (text, indent = '    ') =>
  text === undefined
    ? ''
    : `${indent}"""${text.replaceAll('\\', '\\\\').replaceAll('"""', "'''").replace(/"$/, '" ')}"""\n`;

function classText(name, bases, members, description) {
  const lines = members.map(
    ({ name: member, type, description: said }) =>
      `    ${comment(said).replace('\n', '\n    ')}${member}: ${typeOf(type)}\n`,
  );
  const body = lines.length === 0 && description === undefined ? '    pass\n' : '';
  return `\nclass ${name}(${bases}):\n${docstring(description)}${lines.join('')}${body}`;
}

/** Names that Python keeps for itself can be keys, though not written as members of a class. */
function printByCall(type, name, required, optional) {
  const call = (of, members, total) =>
    `${of} = TypedDict(\n    "${of}",\n    {${members.map((member) => `"${member.name}": ${quoted(member.type)}`).join(', ')}},\n${total})\n`;
  const parts = [
    ...(required.length > 0 ? [[`_${name}Required`, call(`_${name}Required`, required, '')]] : []),
    ...(optional.length > 0
      ? [[`_${name}Optional`, call(`_${name}Optional`, optional, '    total=False,\n')]]
      : []),
  ];
  const body = docstring(type.description) || '    pass\n';
  return `${parts.map(([, text]) => text).join('\n')}\n\nclass ${name}(${parts.map(([of]) => of).join(', ')}):\n${body}`;
}

const quoted = (type) => `'${typeOf(type)}'`;

function printOperations({ version, types, operations }, note) {
  const methods = operations.map(printOperation).join('\n');
  const used = types.map(nameOf).filter((name) => new RegExp(`\\b${name}\\b`).test(methods));
  return [
    `# ${note}\n"""The operations of the API, a method for each. Every one raises ProblemError where it is refused."""\n`,
    'from __future__ import annotations\n',
    'from typing import Any, Dict, List, Literal, Optional, Union, cast\n',
    'from .transport import Events, Transport',
    `from .types import (\n${used.map((name) => `    ${name},\n`).join('')})\n`,
    `#: Of the API that this was made for.\nAPI_VERSION = "${version}"\n\n`,
    `class Operations(Transport):\n${methods}`,
  ].join('\n');
}

const RETURNS = { nothing: 'None', text: 'str', bytes: 'bytes', events: 'Events' };

function printOperation(operation) {
  const { id, summary, required, optional, body, answer } = operation;
  const returned =
    answer.as === 'content'
      ? `Union[${typeOf(answer.type)}, str]`
      : (RETURNS[answer.as] ?? typeOf(answer.type));
  const bodyTypes = body === undefined ? [] : [...new Set(body.types.map(typeOf))];
  const bodyOf = bodyTypes.length > 1 ? `Union[${bodyTypes.join(', ')}]` : bodyTypes[0];
  const byName = [
    ...optional.map(({ name, type }) => `${identifier(name)}: Optional[${typeOf(type)}] = None`),
    ...(body !== undefined && body.mediaTypes.length > 1
      ? [
          `content_type: Literal[${body.mediaTypes.map((each) => JSON.stringify(each)).join(', ')}] = "${body.mediaTypes[0]}"`,
        ]
      : []),
  ];
  const parameters = [
    'self',
    ...required.map(({ name, type }) => `${identifier(name)}: ${typeOf(type)}`),
    ...(body === undefined ? [] : [`body: ${bodyOf}`]),
    ...(byName.length === 0 ? [] : ['*', ...byName]),
  ];
  const call = `self._${answer.as}(${callOf(operation).join(', ')})`;
  const statement =
    returned === 'None'
      ? call
      : answer.as === 'json' || answer.as === 'content'
        ? `return cast("${returned.replaceAll('"', "'")}", ${call})`
        : `return ${call}`;
  return `\n    def ${identifier(id)}(\n        ${parameters.join(',\n        ')},\n    ) -> ${returned}:\n${docstring(`${summary}.`, '        ')}        ${statement}\n`;
}

function callOf({ method, path, required, optional, body, statuses, hasKey }) {
  const all = [...required, ...optional];
  const dict = (place) =>
    `{${all
      .filter((each) => each.in === place)
      .map(({ name }) => `"${name}": ${identifier(name)}`)
      .join(', ')}}`;
  const has = (place) => all.some((each) => each.in === place);
  const refused = statuses.filter((status) => status >= 400);
  return [
    `"${method}"`,
    `"${path}"`,
    ...(has('path') ? [`path_values=${dict('path')}`] : []),
    ...(has('query') ? [`query=${dict('query')}`] : []),
    ...(has('header') ? [`headers=${dict('header')}`] : []),
    ...(body === undefined ? [] : ['body=body']),
    ...(body !== undefined && body.mediaTypes.length > 1 ? ['content_type=content_type'] : []),
    ...(hasKey ? ['done_once=True'] : []),
    ...(refused.length > 0
      ? [`answers_too=(${refused.map((status) => `${String(status)},`).join(' ')})`]
      : []),
  ];
}
