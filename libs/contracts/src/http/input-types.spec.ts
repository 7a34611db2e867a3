import { z } from 'zod';
import { built, type Operation } from './operation';
import { OPERATIONS } from './operations';

/** One value of each type that JSON has; numbers are of two. */
const VALUES = {
  null: null,
  boolean: true,
  integer: 1,
  number: 0.5,
  string: '\u0000',
  array: [],
  object: {},
};
type Type = keyof typeof VALUES;
/** What `JSON.parse` makes of 1e999. */
const ENDLESS = [Infinity, -Infinity];
/** And whole numbers that are not those that were sent. What is measured is no whole number, and near enough. */
const NOT_EXACT = [9_007_199_254_740_992, -9_007_199_254_740_992];

interface Field {
  readonly place: string;
  readonly schema: z.ZodType;
  /** All where anything may stand. */
  readonly types: ReadonlySet<Type>;
}

type Described = z.core.JSONSchema.BaseSchema;

/** Many operations take the same parts. */
const known = new Map<z.ZodType, ReadonlySet<Type>>();

function typesOf(schema: z.ZodType): ReadonlySet<Type> {
  const types = known.get(schema) ?? describedTypes(schema);
  known.set(schema, types);
  return types;
}

function describedTypes(schema: z.ZodType): ReadonlySet<Type> {
  const root: Described = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  const collect = (each: Described): Type[] => {
    if (each.$ref !== undefined) return collect(root.$defs?.[each.$ref.replace(/^#\/\$defs\//, '')] ?? {});
    const alternatives = [...(each.anyOf ?? []), ...(each.oneOf ?? [])];
    if (alternatives.length > 0) return alternatives.flatMap((one) => collect(one as Described));
    const said = [each.type ?? []].flat() as Type[];
    const listed = each.enum ?? ('const' in each ? [each.const] : []);
    if (said.length === 0 && listed.length === 0) return Object.keys(VALUES) as Type[];
    return [...said, ...listed.map((value) => (value === null ? 'null' : (typeof value as Type)))];
  };
  const types = new Set(collect(root));
  return types.has('number') ? types.add('integer') : types;
}

/** Every field of a body, at every depth. */
function fieldsOf(schema: z.ZodType, path: readonly string[], seen: readonly z.ZodType[] = []): Field[] {
  if (seen.includes(schema)) return [];
  const inner = (each: unknown, ...keys: string[]): Field[] =>
    fieldsOf(each as z.ZodType, [...path, ...keys], [...seen, schema]);
  const own: Field = { place: path.join(' '), schema, types: typesOf(schema) };
  if (schema instanceof z.ZodObject)
    return [own, ...Object.entries(schema.shape).flatMap(([key, each]) => inner(each, key))];
  if (schema instanceof z.ZodArray) return [own, ...inner(schema.element, '*')];
  if (schema instanceof z.ZodRecord) return [own, ...inner(schema.valueType, '{key}')];
  if (schema instanceof z.ZodUnion) return [own, ...schema.options.flatMap((each) => inner(each))];
  if (schema instanceof z.ZodPipe) return inner(schema.in);
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault)
    return [own, ...inner(schema.unwrap())];
  return [own];
}

const FIELDS = Object.entries<Operation>(OPERATIONS).flatMap(([id, { body }]) =>
  body === undefined ? [] : fieldsOf(built(body), [id]),
);
const TYPED = FIELDS.filter(({ types }) => types.size < Object.keys(VALUES).length);
const NUMBERS = TYPED.filter(({ types }) => types.has('integer'));

describe('the fields that operations take', () => {
  it('have types', () => {
    expect(FIELDS.length).toBeGreaterThan(500);
    expect(FIELDS.filter((field) => !TYPED.includes(field))).toEqual([]);
  });

  // One test for all of them: as tests of their own they would cost more than what they do.
  it('take no value of another type', () => {
    const taken = TYPED.flatMap(({ place, schema, types }) =>
      (Object.keys(VALUES) as Type[])
        .filter((type) => !types.has(type) && schema.safeParse(VALUES[type]).success)
        .map((type) => `${place}: ${type}`),
    );
    expect(taken).toEqual([]);
  });

  it('take no number that is not held', () => {
    expect(NUMBERS.length).toBeGreaterThan(50);
    const taken = NUMBERS.flatMap(({ place, schema, types }) =>
      [...ENDLESS, ...(types.has('number') ? [] : NOT_EXACT)]
        .filter((value) => schema.safeParse(value).success)
        .map((value) => `${place}: ${String(value)}`),
    );
    expect(taken).toEqual([]);
  });
});
