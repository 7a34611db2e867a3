import { z } from 'zod';
import { oneTypeEach } from './one-type-each';

describe('oneTypeEach', () => {
  it('writes a list of types as schemas of one type each, what else is said after them', () => {
    const schema = z.object({ pregnant: z.boolean().nullable().meta({ description: 'null: unknown' }) });
    expect(JSON.stringify(oneTypeEach(z.toJSONSchema(schema)).properties)).toBe(
      '{"pregnant":{"anyOf":[{"type":"boolean"},{"type":"null"}],"description":"null: unknown"}}',
    );
  });

  it('leaves single types and other lists alone', () => {
    const document = {
      type: 'object',
      example: { type: ['laboratory'], values: [1, null] },
      types: ['null'],
    };
    expect(oneTypeEach(document)).toEqual(document);
  });
});
