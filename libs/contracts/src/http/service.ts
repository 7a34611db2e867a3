import { z } from 'zod';
import { Versions } from '../primitives';

export const Live = z.object({ status: z.literal('ok') }).meta({ id: 'Live' });
export const Ready = z
  .object({
    /** `degraded`: it serves, though something that it can do without for a while is down. */
    status: z.enum(['ok', 'degraded', 'unavailable']),
    dependencies: z.record(
      z.string(),
      z.object({ status: z.enum(['up', 'down']), detail: z.string().optional() }),
    ),
  })
  .meta({ id: 'Ready' });
export const Meta = z
  .object({
    name: z.literal('OpenRounds'),
    api: z.string(),
    versions: Versions,
    languages: z.array(z.string()),
    settings: z.array(z.string()),
    limits: z.record(z.string(), z.number()),
    llm: z.object({ configured: z.boolean() }),
    publicUrl: z
      .string()
      .nullable()
      .meta({ description: 'Where other systems find this installation (`PUBLIC_URL`); null: they do not' }),
    notice: z.string(),
  })
  .meta({ id: 'Meta' });
export type Meta = z.infer<typeof Meta>;
