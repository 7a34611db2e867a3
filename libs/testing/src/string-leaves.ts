import { TEXT_KINDS, type TextKind } from '@openrounds/contracts';
import { z } from 'zod';

/** A place in a schema where a string can stand. */
export interface StringLeaf {
  /** Keys down to it; `*` is any item of a list, `{key}` any key of a record. */
  readonly path: readonly string[];
  /** `closed`: one of a list, or of a format of zod's own (a UUID, an instant); undefined for a string of no kind. */
  readonly kind: TextKind | 'closed' | undefined;
  readonly schema: z.ZodType;
}

const kindOf = (schema: z.ZodString | z.ZodStringFormat): StringLeaf['kind'] =>
  TEXT_KINDS.get(schema)?.kind ??
  (schema._zod.def.type === 'string' && 'format' in schema._zod.def ? 'closed' : undefined);

/**
 * Every place of an input schema where a string can stand.
 *
 * @throws Error for a kind of schema that it does not know: a new one must not hide strings
 */
export function stringLeaves(schema: z.ZodType, path: readonly string[] = []): StringLeaf[] {
  const inner = (each: unknown, ...keys: string[]): StringLeaf[] =>
    stringLeaves(each as z.ZodType, [...path, ...keys]);
  if (schema instanceof z.ZodString || schema instanceof z.ZodStringFormat)
    return [{ path, kind: kindOf(schema), schema }];
  if (schema instanceof z.ZodEnum || schema instanceof z.ZodLiteral)
    return [{ path, kind: 'closed', schema }];
  if (schema instanceof z.ZodObject)
    return Object.entries(schema.shape).flatMap(([key, each]) => inner(each, key));
  if (schema instanceof z.ZodArray) return inner(schema.element, '*');
  if (schema instanceof z.ZodRecord)
    return [...inner(schema.keyType, '{key}'), ...inner(schema.valueType, '*')];
  if (schema instanceof z.ZodUnion) return schema.options.flatMap((each) => inner(each));
  if (schema instanceof z.ZodPipe) return inner(schema.in);
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault)
    return inner(schema.unwrap());
  if (schema instanceof z.ZodNumber || schema instanceof z.ZodBoolean || schema instanceof z.ZodNull)
    return [];
  throw new Error(`stringLeaves does not know ${schema._zod.def.type} at ${path.join('/')}`);
}
