/** Prints the reading as Java 17: a file for each component, with what stands in it, and one for the operations. */
import { printOperations, printOptions } from './java-operations.mjs';
import {
  MODEL,
  builder,
  identifier,
  indented,
  isPlainAlias,
  javadoc,
  namer,
  paramDoc,
  simpleName,
  unboxed,
  withImports,
} from './java-types.mjs';

/** Folders that hold generated files alone. */
export const JAVA_FOLDERS = ['model', 'options'];

/**
 * @param {ReturnType<typeof import('./operations.mjs').readDocument>} reading
 * @param {string} note said at the head of each file
 * @returns {Record<string, string>} files by their path below the package
 */
export function printJava(reading, note) {
  const owners =
    Map.groupBy === undefined ? groupBy(reading.types) : Map.groupBy(reading.types, ({ owner }) => owner);
  const files = {};
  for (const [owner, types] of owners) {
    const own = types.find(({ local }) => local === '');
    const nested = types.filter((type) => type !== own);
    if (own !== undefined && isPlainAlias(own)) continue;
    files[`model/${owner}.java`] = head(note, MODEL) + ownerFile(owner, own, nested);
  }
  for (const operation of reading.operations.filter(({ optional }) => optional.length > 0))
    Object.assign(files, printOptions(operation, note));
  files['Operations.java'] = printOperations(reading, note);
  return files;
}

function groupBy(types) {
  const groups = new Map();
  for (const type of types) groups.set(type.owner, [...(groups.get(type.owner) ?? []), type]);
  return groups;
}

const head = (note, name) => `// ${note}\npackage ${name};\n\n`;

function ownerFile(owner, own, nested) {
  const names = namer(owner, new Set(nested.map(simpleName)));
  const inner = nested.flatMap((type) => declaration(type, names)).map((text) => indented(text));
  if (own === undefined) throw new Error(`${owner} has parts and is nothing itself`);
  const [first, ...wrappers] = declaration(own, names);
  const body = [...inner, ...wrappers.map((text) => indented(text))];
  const text = first.replace(/\}\n$/, `${body.length > 0 ? '\n' : ''}${body.join('\n')}}\n`);
  return withImports(text);
}

/** A type, and the small ones that it needs beside it. */
function declaration(named, names) {
  switch (named.form) {
    case 'object':
      return [objectRecord(named, names)];
    case 'open':
      return [openRecord(named, names)];
    case 'union':
      return union(named, names);
    default:
      return isPlainAlias(named) ? [] : [aliasRecord(named, names)];
  }
}

/** A variant reads itself; its interface only decides which it is. */
const asVariant = ({ unions }, names) =>
  unions.length === 0
    ? { annotation: '', clause: '' }
    : {
        annotation: '@JsonDeserialize(using = JsonDeserializer.None.class)\n',
        clause: ` implements ${unions.map(names.nameOf).join(', ')}`,
      };

function objectRecord(named, names) {
  const { annotation, clause } = asVariant(named, names);
  const fields = named.members.map((member) => fieldOf(member, named, names));
  const components = fields.map(({ annotations, type, id }) => `\n    ${annotations}${type} ${id}`);
  const name = simpleName(named);
  return [
    javadoc([named.description, ...fields.map(({ doc }) => doc)]),
    annotation,
    '@JsonInclude(JsonInclude.Include.NON_NULL)\n',
    `public record ${name}(${components.join(',')})${clause} {\n`,
    named.inRequest ? `${indented(builder(name, fields))}\n` : '',
    '}\n',
  ].join('');
}

function fieldOf({ name, type, required, nullMeansAbsent, description }, { inRequest }, names) {
  const id = identifier(name);
  const boxed = names.boxed(type);
  const nullable = type.nullable === true;
  const given = inRequest && !required && nullable && !nullMeansAbsent;
  const annotations = [
    ...(id === name ? [] : [`@JsonProperty("${name}") `]),
    ...(required && nullable ? ['@JsonInclude(JsonInclude.Include.ALWAYS) '] : []),
  ].join('');
  const plain = required && !nullable ? unboxed(boxed) : boxed;
  return {
    id,
    boxed,
    given,
    annotations,
    type: given ? `Given<${boxed}>` : plain,
    isRequired: required && !nullable,
    fixed: required && !nullable ? onlyValue(type) : undefined,
    doc: paramDoc(id, type, description, required ? '' : 'may be left out'),
  };
}

const onlyValue = ({ kind, values, value }) =>
  kind === 'string' && values?.length === 1 ? values[0] : kind === 'boolean' ? value : undefined;

const SCALAR_READERS = {
  string: 'textValue',
  integer: 'longValue',
  number: 'doubleValue',
  boolean: 'booleanValue',
};

/** Its further members are kept: they are part of what it is. */
function openRecord(named, names) {
  const { annotation, clause } = asVariant(named, names);
  const name = simpleName(named);
  const accessors = named.members.map(({ name: member, type }) => {
    const read = SCALAR_READERS[type.kind];
    const isThere = `members.containsKey("${member}")`;
    const value =
      read === undefined
        ? `members.get("${member}")`
        : `${isThere} ? members.get("${member}").${read}() : null`;
    return `\n  public ${read === undefined ? 'JsonNode' : names.boxed(type)} ${identifier(member)}() {\n    return ${value};\n  }\n`;
  });
  return [
    javadoc([named.description, 'Further members are kept in `members`.']),
    `${annotation}public record ${name}(Map<String, JsonNode> members)${clause} {\n`,
    `  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)\n  public ${name} {}\n\n`,
    `  @Override\n  @JsonValue\n  public Map<String, JsonNode> members() {\n    return members;\n  }\n`,
    ...accessors,
    '}\n',
  ].join('');
}

const wrapper = (name, type, clause, head = '') =>
  `public record ${name}(${type} value)${clause} {\n${head}  @Override\n  @JsonValue\n  public ${type} value() {\n    return value;\n  }\n}\n`;

function aliasRecord(named, names) {
  const name = simpleName(named);
  const creator = `  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)\n  public ${name} {}\n\n`;
  return javadoc([named.description]) + wrapper(name, names.boxed(named.of), '', creator);
}

function union(named, names) {
  const name = simpleName(named);
  const prefix = named.local;
  const none = '@JsonDeserialize(using = JsonDeserializer.None.class)\n';
  const variants = named.variants.map((variant) => ({
    ...variant,
    name:
      variant.type.kind === 'named'
        ? names.nameOf(variant.type.type)
        : simpleName({ owner: named.owner, local: variant.local }),
  }));
  const unknown = `${prefix}Unknown`;
  const inside = (each) => (named.local === '' ? `${name}.${each}` : each);
  const permitted = [
    ...variants.map(({ type, name: each }) =>
      type.kind === 'named' && type.type.local === '' ? each : inside(each),
    ),
    inside(unknown),
  ];
  const wrappers = variants
    .filter(({ type }) => type.kind !== 'named')
    .map(({ type, name: each }) => none + wrapper(each, unboxed(names.boxed(type)), ` implements ${name}`));
  const ofNewerServer = `/** What a newer server may send. */\n${none}${wrapper(unknown, 'JsonNode', ` implements ${name}`)}`;
  return [
    [
      javadoc([named.description ?? `One of ${String(variants.length)}, told by what the JSON holds.`]),
      `@JsonDeserialize(using = ${name}.Reader.class)\n`,
      `public sealed interface ${name}\n    permits ${permitted.join(', ')} {\n`,
      indented(reader(name, variants, unknown, names)),
      '}\n',
    ].join(''),
    ...wrappers,
    ofNewerServer,
  ];
}

const TESTS = {
  string: 'isTextual',
  number: 'isNumber',
  boolean: 'isBoolean',
  array: 'isArray',
  object: 'isObject',
};
const VALUES = { string: 'textValue', number: 'doubleValue', boolean: 'booleanValue' };

function reader(name, variants, unknown, names) {
  const cases = variants.map((variant) => `    if (${testOf(variant)}) return ${valueOf(variant, names)};\n`);
  return [
    `/** Decides which variant a JSON value is. */\nfinal class Reader extends JsonDeserializer<${name}> {\n`,
    `  @Override\n  public ${name} deserialize(JsonParser parser, DeserializationContext context) throws IOException {\n`,
    `    JsonNode node = context.readTree(parser);\n`,
    ...cases,
    `    return new ${unknown}(node);\n  }\n}\n`,
  ].join('');
}

function testOf({ json, by }) {
  if (by === undefined) return `node.${TESTS[json]}()`;
  if (by.values === undefined) return `node.has("${by.member}")`;
  const values = by.values.map((value) => JSON.stringify(value)).join(', ');
  return `List.of(${values}).contains(node.path("${by.member}").asText())`;
}

function valueOf({ json, type, name }, names) {
  if (type.kind === 'named') return `context.readTreeAsValue(node, ${name}.class)`;
  if (type.kind === 'integer') return `new ${name}(node.longValue())`;
  if (VALUES[json] !== undefined) return `new ${name}(node.${VALUES[json]}())`;
  const reference = `new TypeReference<${names.boxed(type)}>() {}`;
  return `new ${name}(context.readTreeAsValue(node, context.getTypeFactory().constructType(${reference})))`;
}
