/** How a reader tells the variants of a union, which carry no mark of their own in our document. */
import { pascal } from './names.mjs';
import { OutsideSubset } from './subset.mjs';

const JSON_KINDS = {
  string: 'string',
  integer: 'number',
  number: 'number',
  boolean: 'boolean',
  array: 'array',
  map: 'object',
};
const PLAIN_NAMES = { string: 'Text', number: 'Number', boolean: 'Flag', array: 'List', object: 'Map' };

/**
 * @param {{ part: object, pointer: string }[]} parts schemas of the variants, without `null`
 * @param {(local: string, part: object, pointer: string) => import('./read.mjs').Type} read
 * @returns {import('./read.mjs').Variant[]} objects in the order in which they are to be tried
 * @throws {OutsideSubset} where two could not be told from one another
 */
export function distinguish(parts, pointer, read) {
  const marks = new Map(valueMarks(parts));
  const variants = parts.map(({ part, pointer: at }, index) => {
    const type = read(localName(part, marks.get(index)?.values ?? presenceName(parts, index)), part, at);
    return { type, json: jsonKind(type, at), at };
  });
  const objects = variants.filter(({ type, json }) => json === 'object' && type.kind === 'named');
  for (const json of ['string', 'number', 'boolean', 'array', 'object']) {
    const alike = variants.filter((each) => each.json === json);
    if (alike.length > 1 && alike.length > objects.length)
      throw new OutsideSubset(pointer, `two variants that are both ${json}`);
  }
  const plain = variants
    .filter((variant) => !objects.includes(variant))
    .map(({ type, json }) => ({ local: PLAIN_NAMES[json], type, json }));
  return [...plain, ...inOrder(objects, pointer)];
}

const jsonKind = (type, pointer) => {
  if (type.kind === 'named' && ['object', 'open'].includes(type.type.form)) return 'object';
  const kind = JSON_KINDS[type.kind];
  if (kind === undefined) throw new OutsideSubset(pointer, `a variant that is ${type.kind}`);
  return kind;
};

/** By a member that all have, and in which each has values of its own. */
function inOrder(objects, pointer) {
  const marked = commonMark(objects.map(({ type }) => type.type.members));
  if (marked !== undefined)
    return objects.map(({ type, json }, index) => ({
      local: '',
      type,
      json,
      by: { member: marked.member, values: marked.values[index] },
    }));
  const sorted = [...objects].sort((a, b) => requiredOf(b).length - requiredOf(a).length);
  return sorted.map(({ type, json }, index) => {
    const later = sorted.slice(index + 1);
    const member = requiredOf({ type }).find((name) =>
      later.every((other) => !membersOf(other).includes(name)),
    );
    if (member === undefined && sorted.length > 1)
      throw new OutsideSubset(pointer, 'two objects of which neither requires a member that the other lacks');
    return { local: '', type, json, ...(member === undefined ? {} : { by: { member } }) };
  });
}

const requiredOf = ({ type }) => type.type.members.filter(({ required }) => required).map(({ name }) => name);
const membersOf = ({ type }) => type.type.members.map(({ name }) => name);

function commonMark(all) {
  if (all.length < 2) return undefined;
  for (const { name } of all[0]) {
    const values = all.map((members) => {
      const member = members.find((each) => each.name === name);
      return member?.required && member.type.kind === 'string' ? member.type.values : undefined;
    });
    if (values.some((each) => each === undefined)) continue;
    if (new Set(values.flat()).size === values.flat().length) return { member: name, values };
  }
  return undefined;
}

/** The same, seen in the schemas: a variant is named before it is read. */
function valueMarks(parts) {
  const objects = parts
    .map(({ part }, index) => ({ part, index }))
    .filter(({ part }) => part.properties !== undefined);
  const members = objects.map(({ part }) =>
    Object.entries(part.properties).map(([name, { type, const: only, enum: several }]) => ({
      name,
      required: part.required?.includes(name),
      type: { kind: type, values: only === undefined ? several : [only] },
    })),
  );
  const mark = commonMark(members);
  return mark === undefined ? [] : objects.map(({ index }, order) => [index, { values: mark.values[order] }]);
}

/** The member that only this one requires; a lone object is called what it is. */
function presenceName(parts, index) {
  const names = (part) => Object.keys(part.properties ?? {});
  const others = parts.filter((_, each) => each !== index).flatMap(({ part }) => names(part));
  const { part } = parts[index];
  const isAlone = parts.filter((each) => each.part.properties !== undefined).length < 2;
  const own = (part.required ?? names(part)).find((name) => !others.includes(name));
  return [isAlone ? 'Object' : (own ?? `Object${String(index + 1)}`)];
}

const localName = (part, [first]) => (part.properties === undefined ? '' : pascal(String(first)));
