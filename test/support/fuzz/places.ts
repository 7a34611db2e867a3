import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

/** A schema of the document, as far as a body is made or walked by it. */
interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly example?: unknown;
  readonly required?: readonly string[];
}

interface DocumentedOperation {
  readonly operationId: string;
  readonly parameters?: readonly {
    readonly in: string;
    readonly name: string;
    readonly schema: Schema;
  }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
  readonly responses: Readonly<Record<string, unknown>>;
}

interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, DocumentedOperation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

export type Step = string | number;

/** A place in a body: that of the document's example, or one with a member more that the example leaves out. */
export interface Place {
  readonly body: unknown;
  readonly path: readonly Step[];
}

/** An operation that takes JSON, by the committed document. */
export interface Target {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly places: readonly Place[];
  readonly statuses: ReadonlySet<number>;
  readonly headers: readonly string[];
}

/** How deep a body is made where no example shows it; schemas may hold themselves. */
const DEEPEST = 3;

/**
 * Every operation of the committed document that takes a JSON body, with each place of it.
 *
 * @param known values of the started product that stand for those of the examples, by operation and member
 */
export function targets(known: (operation: string, member: string) => unknown): Target[] {
  const file = join(__dirname, '../../../openapi/openrounds.v1.yaml');
  const document = parse(readFileSync(file, 'utf8')) as Document;
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).flatMap(([method, operation]) => {
      const schema = operation.requestBody?.content['application/json']?.schema;
      if (schema === undefined) return [];
      const { operationId: id, parameters = [], responses } = operation;
      const bodies = new Bodies(document, (member) => known(id, member));
      return {
        id,
        method: method.toUpperCase(),
        path,
        places: bodies.placesOf(schema),
        statuses: new Set(Object.keys(responses).map(Number)),
        headers: parameters.flatMap((each) => (each.in === 'header' ? each.name : [])),
      };
    }),
  );
}

/** Bodies of one operation. */
class Bodies {
  constructor(
    private readonly document: Document,
    private readonly known: (member: string) => unknown,
  ) {}

  placesOf(schema: Schema): Place[] {
    const body = this.withKnown(this.resolved(schema).example ?? this.made(schema, 0));
    const paths = [...pathsOf(body)];
    const more = paths.flatMap((path) => this.missing(schema, body, path));
    return [...paths.map((path) => ({ body, path })), ...more];
  }

  /** The members that an object of the body could have, and has not. */
  private missing(schema: Schema, body: unknown, path: readonly Step[]): Place[] {
    const value = at(body, path);
    if (!isObject(value)) return [];
    return this.schemasAt(schema, path)
      .flatMap(({ properties = {} }) => Object.entries(properties))
      .filter(([member]) => !Object.hasOwn(value, member))
      .flatMap(([member, each]) => {
        const member_ = { [member]: this.withKnown(this.made(each, 0)) };
        const filled = replaced(body, path, { ...value, ...member_ });
        return [...pathsOf(at(filled, [...path, member]))].map((below) => ({
          body: filled,
          path: [...path, member, ...below],
        }));
      });
  }

  /** All that the schema says of a place: of alternatives each. */
  private schemasAt(schema: Schema, path: readonly Step[]): Schema[] {
    const here = this.alternatives(schema);
    const [step, ...rest] = path;
    if (step === undefined) return here;
    return here.flatMap(({ properties = {}, items }) => {
      const next = typeof step === 'number' ? items : properties[step];
      return next === undefined ? [] : this.schemasAt(next, rest);
    });
  }

  private alternatives(schema: Schema): Schema[] {
    const found = this.resolved(schema);
    const { anyOf = [], oneOf = [] } = found;
    const options = [...anyOf, ...oneOf];
    return options.length === 0 ? [found] : options.flatMap((each) => this.alternatives(each));
  }

  private resolved(schema: Schema): Schema {
    const name = schema.$ref?.split('/').at(-1);
    const found = name === undefined ? undefined : this.document.components.schemas[name];
    return found === undefined ? schema : this.resolved(found);
  }

  /** An instance: the example where there is one, else the least that the schema allows, as far as types tell. */
  private made(schema: Schema, depth: number): unknown {
    const found = this.alternatives(schema)[0] ?? schema;
    if (schema.example !== undefined || found.example !== undefined) return schema.example ?? found.example;
    if (found.const !== undefined) return found.const;
    if (found.enum !== undefined) return found.enum[0];
    switch ([found.type].flat()[0]) {
      case 'object':
        return Object.fromEntries(
          Object.entries(found.properties ?? {})
            .filter(() => depth < DEEPEST)
            .map(([member, each]) => [member, this.made(each, depth + 1)]),
        );
      case 'array':
        return found.items === undefined || depth >= DEEPEST ? [] : [this.made(found.items, depth + 1)];
      case 'integer':
      case 'number':
        return 1;
      case 'boolean':
        return true;
      default:
        return 'fever';
    }
  }

  private withKnown(value: unknown): unknown {
    if (Array.isArray(value)) return value.map((each) => this.withKnown(each));
    if (!isObject(value)) return value;
    return Object.fromEntries(
      Object.entries(value).map(([member, each]) => [member, this.known(member) ?? this.withKnown(each)]),
    );
  }
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function* pathsOf(value: unknown, path: readonly Step[] = []): Generator<readonly Step[]> {
  yield path;
  if (Array.isArray(value))
    for (const [index, each] of value.entries()) yield* pathsOf(each, [...path, index]);
  else if (isObject(value))
    for (const [key, each] of Object.entries(value)) yield* pathsOf(each, [...path, key]);
}

export const at = (value: unknown, path: readonly Step[]): unknown =>
  path.reduce<unknown>((within, step) => (within as Record<Step, unknown>)[step], value);

function replaced(body: unknown, [step, ...rest]: readonly Step[], by: unknown): unknown {
  if (step === undefined) return by;
  if (Array.isArray(body))
    return body.map((each: unknown, index) => (index === step ? replaced(each, rest, by) : each));
  return Object.fromEntries(
    Object.entries(body as object).map(([key, each]) => [
      key,
      key === step ? replaced(each, rest, by) : each,
    ]),
  );
}
