import { z } from 'zod';
import { QUEUES } from './queue-map';

interface Contract {
  readonly payload: z.ZodType;
  readonly result: z.ZodType;
}

const CONTRACTS = Object.entries(QUEUES).flatMap(([queue, jobs]) =>
  Object.entries<Contract>(jobs).flatMap(([job, contract]) =>
    (['payload', 'result'] as const).map((part) => ({
      place: `${queue} ${job} ${part}`,
      schema: contract[part],
    })),
  ),
);

/** Paths of the objects that refuse a key they do not know. */
function closedIn(schema: unknown, path = ''): string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  const own = 'additionalProperties' in schema && schema.additionalProperties === false ? [path] : [];
  return [...own, ...Object.entries(schema).flatMap(([key, inner]) => closedIn(inner, `${path}/${key}`))];
}

/**
 * What carries a closed form inside, an answer (ADR 0037) or an input of the public API: an older service refuses a field
 * that is added to that form, so that this takes a next version of the job.
 */
const CLOSED = new Set([
  'case-intake normalise-case.v1 payload',
  'case-intake-interactive create-case-version.v1 payload',
  'case-intake-interactive preview-intake.v1 payload',
  'ddx-ranking rank-differential.v1 payload',
  'ddx-ranking-interactive what-if.v1 payload',
  'ddx-ranking-interactive what-if.v1 result',
  'ddx-ranking-interactive compare-diseases.v1 result',
  'ddx-ranking-interactive stages.v1 result',
  'ddx-ranking-interactive rank-coded.v1 payload',
  'explanation-log finalise-explanation.v1 payload',
  'integration-interactive register-platform.v1 payload',
  'integration-interactive register-ehr-client.v1 payload',
  'integration-interactive register-lrs.v1 payload',
  'teaching-interactive forecast-case.v1 result',
  'teaching-interactive act-on-class.v1 payload',
  'teaching-interactive record-consents.v1 payload',
  'teaching-interactive record-participant-consents.v1 payload',
  'teaching-interactive act-in-team.v1 payload',
  'teaching-interactive create-assignment.v1 payload',
  'gateway run-progressed.v1 payload',
]);

describe('what travels through the queues while versions change', () => {
  it.each(CONTRACTS)(
    '$place takes a field of a newer version, unless it is known for a closed form',
    ({ place, schema }) => {
      const closed = closedIn(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }));
      if (CLOSED.has(place)) expect(closed).not.toEqual([]);
      else expect(closed).toEqual([]);
    },
  );

  it.each(CONTRACTS)('$place is closed nowhere at its top, where fields are added', ({ schema }) => {
    const closed = closedIn(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }));
    expect(closed).not.toContain('');
  });
});
