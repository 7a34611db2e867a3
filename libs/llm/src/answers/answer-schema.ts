import { oneTypeEach } from '@openrounds/contracts';
import { z } from 'zod';
import { type Role } from '../ports/role';

/** What an endpoint and the tools beside it are told of an answer. */
export type JsonSchema = z.core.JSONSchema.JSONSchema;

/** The JSON Schema of a role's answers. Kept answers are found by a hash of it: it is always written in the same way. */
export const answerSchemaOf = ({ schema }: Pick<Role<never, unknown>, 'schema'>): JsonSchema =>
  oneTypeEach(z.toJSONSchema(schema));
