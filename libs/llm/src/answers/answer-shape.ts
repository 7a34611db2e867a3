import { type z } from 'zod';
import { type Prompt, type Role } from '../ports/role';
import { type AnswerFormat } from '../ports/answer-format';
import { answerSchemaOf, type JsonSchema } from './answer-schema';

/** The form of an answer in all the ways in which an endpoint can be told of it. */
export interface AnswerShape {
  readonly name: string;
  readonly schema: z.ZodType;
  readonly jsonSchema: JsonSchema;
  /** No JSON, so that an endpoint which says it back is not taken to have answered. */
  readonly form: string;
  /** For endpoints that do not take a schema. */
  readonly words: string;
  /** What each member means. They stand in the schema and in its words, and in no answer. */
  readonly meanings: readonly string[];
}

/** The form of a role's answers, from its schema. */
export function answerShapeOf({ name, schema }: Pick<Role<never, unknown>, 'name' | 'schema'>): AnswerShape {
  const jsonSchema = answerSchemaOf({ schema });
  const members = membersOf(jsonSchema);
  const form = formOf(jsonSchema);
  const words = [
    'Answer with one JSON object and with nothing before or after it.',
    `It has the form ${form} and no other members. Their meaning:`,
    ...members.map(({ path, means }) => `- ${path}: ${means}`),
  ].join('\n');
  return { name, schema, jsonSchema, form, words, meanings: members.map(({ means }) => means) };
}

/** The whole prompt: that of the role, and the form of the answer as far as the format does not carry it. */
export function framed({ system, user }: Prompt, { form, words }: AnswerShape, format: AnswerFormat): Prompt {
  const told = format === 'json_schema' ? `Answer with JSON of the form ${form}.` : words;
  return { system: `${system}\n${told}`, user };
}

/** What an endpoint that takes no schema is told, as one text: for people who answer in its place. */
export function promptInWords<I>(role: Role<I, unknown>, input: I): string {
  const { system, user } = framed(role.prompt(input), answerShapeOf(role), 'text');
  return `${system}\n\n${user}\n`;
}

interface Member {
  readonly path: string;
  readonly means: string;
}

function membersOf(schema: JsonSchema, path = ''): Member[] {
  const own = schema.description === undefined || path === '' ? [] : [{ path, means: schema.description }];
  const inner = isSchema(schema.items) ? membersOf(schema.items, `${path}[]`) : [];
  const members = Object.entries(schema.properties ?? {}).flatMap(([name, member]) =>
    isSchema(member) ? membersOf(member, path === '' ? name : `${path}.${name}`) : [],
  );
  return [...own, ...inner, ...members];
}

function formOf(schema: JsonSchema): string {
  if (schema.properties !== undefined) {
    const members = Object.entries(schema.properties).map(
      ([name, member]) => `${JSON.stringify(name)}:${isSchema(member) ? formOf(member) : '<value>'}`,
    );
    return `{${members.join(',')}}`;
  }
  if (isSchema(schema.items)) return `[${formOf(schema.items)}]`;
  return `<${leafOf(schema)}>`;
}

const LEAVES: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'number',
  integer: 'whole number',
  boolean: 'true or false',
  null: 'null',
};

function leafOf(schema: JsonSchema): string {
  if (schema.enum !== undefined) return schema.enum.map((value) => JSON.stringify(value)).join(' or ');
  if (schema.anyOf !== undefined) return schema.anyOf.filter(isSchema).map(leafOf).join(' or ');
  return LEAVES[String(schema.type)] ?? 'value';
}

function isSchema(value: unknown): value is JsonSchema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
