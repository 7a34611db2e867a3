/** How types of the reading are called and written in Java 17. */
import { camel, pascal } from './names.mjs';

export const MODEL = 'openrounds.client.model';

const KEYWORDS = new Set(
  (
    'abstract assert boolean break byte case catch char class const continue default do double else enum extends final finally ' +
    'float for goto if implements import instanceof int interface long native new package private protected public return short ' +
    'static strictfp super switch synchronized this throw throws transient try void volatile while true false null var record ' +
    // What every object has already.
    'clone finalize getClass hashCode notify notifyAll toString wait'
  ).split(' '),
);

/** Names that a generated file uses itself. */
const OF_OURS = new Set([
  'String',
  'List',
  'Map',
  'JsonNode',
  'Long',
  'Double',
  'Boolean',
  'Builder',
  'Reader',
  'Given',
  'Override',
]);

export const identifier = (name) => (KEYWORDS.has(camel(name)) ? `${camel(name)}_` : camel(name));

/** The name of a type where it is declared. */
export const simpleName = ({ owner, local }) =>
  local === '' ? owner : local === owner || OF_OURS.has(local) ? `${local}Part` : local;

/** Another name of a text or a number needs no class. */
export const isPlainAlias = (named) => named.form === 'alias' && !['array', 'map'].includes(named.of.kind);

/**
 * How a file names the types of others.
 *
 * @param {string} owner whose file it is
 * @param {ReadonlySet<string>} nested simple names declared in it: they hide those of other files
 */
export function namer(owner, nested) {
  const nameOf = (named) => {
    if (named.local !== '')
      return named.owner === owner ? simpleName(named) : `${named.owner}.${simpleName(named)}`;
    return nested.has(named.owner) && named.owner !== owner ? `${MODEL}.${named.owner}` : named.owner;
  };
  const boxed = (type) => {
    switch (type.kind) {
      case 'string':
        return 'String';
      case 'integer':
        return 'Long';
      case 'number':
        return 'Double';
      case 'boolean':
        return 'Boolean';
      case 'any':
        return 'JsonNode';
      case 'null':
        return 'Void';
      case 'array':
        return `List<${boxed(type.items)}>`;
      case 'map':
        return `Map<String, ${boxed(type.values)}>`;
      default:
        return isPlainAlias(type.type) ? boxed(type.type.of) : nameOf(type.type);
    }
  };
  return { nameOf, boxed };
}

const PRIMITIVES = { Long: 'long', Double: 'double', Boolean: 'boolean' };

/** What is always there needs no room for `null`. */
export const unboxed = (boxed) => PRIMITIVES[boxed] ?? boxed;

/** A comment of Javadoc; nothing for no text. */
export function javadoc(texts, indent = '') {
  const lines = texts
    .filter((text) => text !== undefined && text !== '')
    .flatMap((text) => wrapped(escaped(text), 110 - indent.length));
  if (lines.length === 0) return '';
  if (lines.length === 1) return `${indent}/** ${lines[0]} */\n`;
  return `${indent}/**\n${lines.map((line) => `${indent} * ${line}\n`).join('')}${indent} */\n`;
}

const escaped = (text) =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('*/', '*&#47;')
    .replaceAll('@', '&#64;')
    .replaceAll('\\', '&#92;');

export function wrapped(text, width) {
  const lines = [''];
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1);
    if (last !== '' && last.length + word.length >= width) lines.push(word);
    else lines[lines.length - 1] = last === '' ? word : `${last} ${word}`;
  }
  return lines;
}

export const indented = (text) => text.replace(/^(?=.)/gm, '  ');

/** A record of optional values, with the builder that makes it readable to write. */
export function builder(name, fields) {
  const setters = fields.map(
    ({ id, boxed, given }) =>
      `  public Builder ${id}(${boxed} value) {\n    this.${id} = ${given ? 'new Given<>(value)' : 'value'};\n    return this;\n  }\n`,
  );
  const values = fields.map(({ id, isRequired }) =>
    isRequired ? `Objects.requireNonNull(${id}, "${id}")` : id,
  );
  return [
    `public static Builder builder() {\n  return new Builder();\n}\n`,
    `/** Makes a {@link ${name}}, a member at a time. */\npublic static final class Builder {`,
    ...fields.map(
      ({ id, boxed, given, fixed }) =>
        `  private ${given ? `Given<${boxed}>` : boxed} ${id}${fixed === undefined ? '' : ` = ${JSON.stringify(fixed)}`};`,
    ),
    '',
    '  private Builder() {}\n',
    ...setters,
    `  public ${name} build() {\n    return new ${name}(${values.join(', ')});\n  }\n}`,
  ].join('\n');
}

export const optionsName = (id) => `${pascal(id)}Options`;

/** What the type alone does not say. */
export function paramDoc(id, { kind, values }, description, remark) {
  const said = [
    description,
    kind === 'string' && values !== undefined ? `one of: ${values.join(', ')}` : undefined,
    remark,
  ]
    .filter((text) => text !== undefined && text !== '')
    .join('; ');
  return said === '' ? undefined : `${id}: ${said}`;
}

const IMPORTS = [
  ...['annotation.JsonCreator', 'annotation.JsonInclude', 'annotation.JsonProperty', 'annotation.JsonValue'],
  ...[
    'core.JsonParser',
    'core.type.TypeReference',
    'databind.DeserializationContext',
    'databind.JsonDeserializer',
  ],
  ...['databind.JsonNode', 'databind.annotation.JsonDeserialize'],
].map((name) => `com.fasterxml.jackson.${name}`);
const FURTHER_IMPORTS = [
  'java.io.IOException',
  'java.util.List',
  'java.util.Map',
  'java.util.Objects',
  'openrounds.client.Given',
];

/** Only what the text names: an import that nothing uses is a warning. */
export const withImports = (text, names = [...IMPORTS, ...FURTHER_IMPORTS]) => {
  const used = names.filter((name) =>
    new RegExp(`\\b${name.split('.').at(-1)}\\b`).test(text.replace(/\/\*\*[^]*?\*\//g, '')),
  );
  return `${used.map((name) => `import ${name};\n`).join('')}${used.length > 0 ? '\n' : ''}${text}`;
};
