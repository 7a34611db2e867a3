/**
 * The one reading of the OpenAPI document that all printers share: types and operations, without a word of any language.
 *
 * @typedef {{ kind: 'string', values?: readonly string[] } | { kind: 'integer' } | { kind: 'number' }
 *   | { kind: 'boolean', value?: boolean } | { kind: 'any' } | { kind: 'null' } | { kind: 'array', items: Type } | { kind: 'map', values: Type }
 *   | { kind: 'named', type: Named }} Shape
 * @typedef {Shape & { nullable?: boolean }} Type
 *
 * @typedef {object} Member
 * @property {string} name @property {Type} type @property {boolean} required @property {string} [description]
 * @property {boolean} nullMeansAbsent leaving it out says what `null` says
 *
 * A type with a name: an object; an open object, whose further members are kept; a union; or another type under a name.
 * @typedef {object} Named
 * @property {string} owner the component or body that it stands in @property {string} local its name within; empty for the owner
 * @property {'object' | 'open' | 'union' | 'alias'} form @property {string} [description] @property {string} pointer
 * @property {Member[]} [members] @property {Variant[]} [variants] @property {Type} [of]
 * @property {boolean} [nullable] a component that may be `null` wherever it is named
 * @property {Named[]} unions those that it is a variant of @property {boolean} inRequest a caller writes it
 *
 * How a reader tells a variant: by the kind of the JSON value, then by the value of a member or by its presence.
 * @typedef {object} Variant
 * @property {string} local @property {Type} type @property {'string' | 'number' | 'boolean' | 'array' | 'object'} json
 * @property {{ member: string, values?: readonly unknown[] }} [by]
 */
import { OutsideSubset, below, expectOnly, kindOf } from './subset.mjs';
import { pascal, singular } from './names.mjs';
import { distinguish } from './variants.mjs';

/** The types of a document, read once; operations add those of their bodies. */
export class Reading {
  #document;
  /** @type {Map<string, Named>} by full name */
  #named = new Map();

  constructor(document) {
    expectOnly('document', document, '');
    this.#document = document;
    const components = Object.keys(document.components.schemas);
    for (const name of components) this.#component(name);
  }

  get types() {
    return [...this.#named.values()];
  }

  /** A schema that an operation names; objects in it are named after `owner`. */
  read(schema, owner, pointer) {
    return this.#type(schema, { owner, local: '', pointer });
  }

  /** Marks what a caller writes, however deep. */
  markRequest(type) {
    if (type.kind === 'array') return this.markRequest(type.items);
    if (type.kind === 'map') return this.markRequest(type.values);
    if (type.kind !== 'named' || type.type.inRequest) return;
    const named = type.type;
    named.inRequest = true;
    for (const { type: of } of named.members ?? []) this.markRequest(of);
    for (const { type: of } of named.variants ?? []) this.markRequest(of);
    if (named.of !== undefined) this.markRequest(named.of);
  }

  /** @returns {Type} */
  #component(name) {
    const pointer = below('/components/schemas', name);
    const schema = this.#document.components.schemas[name];
    if (schema === undefined) throw new OutsideSubset(pointer, 'is named and not there');
    if (isAnyJson(schema, pointer)) return { kind: 'any' };
    const known = this.#named.get(pascal(name));
    if (known !== undefined) return { kind: 'named', type: known, nullable: known.nullable };
    return this.#type(schema, { owner: pascal(name), local: '', pointer, isComponent: true });
  }

  /** @returns {Type} */
  #type(schema, at) {
    switch (kindOf(schema, at.pointer)) {
      case 'ref':
        return this.#reference(schema.$ref, at.pointer);
      case 'union':
        return this.#union(schema, at);
      case 'object':
        return this.#object(schema, at);
      case 'array':
        return this.#array(schema, at);
      case 'scalar':
        return this.#underName(scalar(schema), schema, at);
      default:
        return { kind: 'any' };
    }
  }

  #reference(ref, pointer) {
    const name = /^#\/components\/schemas\/([^/]+)$/.exec(ref)?.[1];
    if (name === undefined)
      throw new OutsideSubset(below(pointer, '$ref'), `no schema of this document: ${ref}`);
    return this.#component(name);
  }

  #array(schema, at) {
    const local = at.local === '' ? 'Item' : singular(at.local);
    const named = at.isComponent ? this.#name('alias', schema, at) : undefined;
    const items = this.#type(schema.items, inside(at, local, 'items'));
    return finished(named, { kind: 'array', items });
  }

  #object(schema, at) {
    const { properties, additionalProperties: further = false } = schema;
    const isMap = further !== false && Object.keys(properties ?? {}).length === 0;
    if (isMap && !at.isComponent)
      return {
        kind: 'map',
        values: this.#type(further, inside(at, singular(at.local || 'Entry'), 'additionalProperties')),
      };
    if (
      further !== false &&
      this.#type(further, inside(at, 'Further', 'additionalProperties')).kind !== 'any'
    )
      throw new OutsideSubset(
        below(at.pointer, 'additionalProperties'),
        'further members of one type beside named ones',
      );
    const named = this.#name(further === false ? 'object' : 'open', schema, at);
    named.members = Object.entries(properties ?? {}).map(([name, member]) => ({
      name,
      type: this.#type(member, inside(at, at.local + pascal(name), 'properties', name)),
      required: schema.required?.includes(name) ?? false,
      nullMeansAbsent: member.default === null,
      description: member.description,
    }));
    return { kind: 'named', type: named };
  }

  #union(schema, at) {
    const keyword = 'anyOf' in schema ? 'anyOf' : 'oneOf';
    const parts = schema[keyword].map((part, index) => ({
      part,
      pointer: below(at.pointer, keyword, index),
    }));
    const nullable = parts.some(({ part }) => part.type === 'null');
    const others = parts.filter(({ part }) => part.type !== 'null');
    const isText = others.every(({ part }) => part.type === 'string');
    if (others.length === 1 || isText) {
      const [{ part, pointer }] = others;
      const one = others.length === 1 ? part : { type: 'string' };
      const description = schema.description ?? one.description;
      const type = this.#type(description === undefined ? one : { ...one, description }, { ...at, pointer });
      return nullable ? { ...type, nullable } : type;
    }
    const named = this.#name('union', schema, at);
    named.nullable = nullable && at.isComponent === true;
    const { local } = at;
    named.variants = distinguish(others, at.pointer, (variant, part, pointer) =>
      this.#type(part, { owner: at.owner, local: local + variant, pointer }),
    ).map((variant) => ({ ...variant, local: local + variant.local }));
    for (const { type } of named.variants) if (type.kind === 'named') type.type.unions.push(named);
    const type = { kind: 'named', type: named };
    return nullable ? { ...type, nullable } : type;
  }

  /** A component that is neither object nor union is another name of its type. */
  #underName(type, schema, at) {
    return finished(at.isComponent ? this.#name('alias', schema, at) : undefined, type);
  }

  /** Known by name before its members are read: types may contain one another. */
  #name(form, { description }, { owner, local, pointer }) {
    const full = owner + local;
    const named = { owner, local, form, description, pointer, unions: [], inRequest: false };
    const known = this.#named.get(full);
    if (known !== undefined)
      throw new OutsideSubset(pointer, `would be ${full}, as ${known.pointer} is already`);
    this.#named.set(full, named);
    return named;
  }
}

const inside = (at, local, ...steps) => ({ owner: at.owner, local, pointer: below(at.pointer, ...steps) });

function finished(named, type) {
  if (named === undefined) return type;
  named.of = type;
  return { kind: 'named', type: named };
}

/** @returns {Type} */
function scalar(schema) {
  if (schema.type === 'string') {
    const values = schema.const === undefined ? schema.enum : [schema.const];
    return { kind: 'string', values };
  }
  if (schema.type === 'boolean') return { kind: 'boolean', value: schema.const };
  return schema.type === 'null' ? { kind: 'null', nullable: true } : { kind: schema.type };
}

/** What zod writes for any JSON: a union of all six kinds, of itself. */
export const isAnyJson = (schema, pointer) =>
  schema.anyOf?.length === 6 &&
  schema.anyOf.filter(({ items, additionalProperties }) => pointsTo(items ?? additionalProperties, pointer))
    .length === 2;

const pointsTo = (schema, pointer) => schema?.$ref === `#${pointer}`;
