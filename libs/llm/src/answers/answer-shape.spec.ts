import { z } from 'zod';
import { RANKER } from '../roles/ranker/ranker';
import { answerShapeOf, framed } from './answer-shape';

const SHAPE = answerShapeOf({
  name: 'sample',
  schema: z.object({
    sentences: z
      .array(
        z.object({
          text: z.string().describe('one sentence'),
          grade: z.enum(['a', 'b']).describe('its grade'),
        }),
      )
      .describe('in their order'),
    sure: z.boolean().describe('whether it is sure'),
  }),
});

describe('the shape of an answer', () => {
  it('is told by a form that is no JSON', () => {
    expect(SHAPE.form).toBe('{"sentences":[{"text":<text>,"grade":<"a" or "b">}],"sure":<true or false>}');
    expect(answerShapeOf(RANKER).form).toBe(
      '{"diagnoses":[{"diseaseId":<text>,"name":<text>,"probability":<number>}]}',
    );
  });

  it('is told in words by the descriptions of the schema', () => {
    expect(SHAPE.words.split('\n').slice(2)).toEqual([
      '- sentences: in their order',
      '- sentences[].text: one sentence',
      '- sentences[].grade: its grade',
      '- sure: whether it is sure',
    ]);
  });

  it('forbids further members, and asks for all, as strict endpoints want it', () => {
    expect(SHAPE.jsonSchema).toMatchObject({
      additionalProperties: false,
      required: ['sentences', 'sure'],
    });
  });

  it.each(['json_object', 'text'] as const)('stands in the prompt in words for %s', (format) => {
    const prompt = { system: 'S', user: 'U' };
    expect(framed(prompt, SHAPE, format)).toEqual({ system: `S\n${SHAPE.words}`, user: 'U' });
    expect(framed(prompt, SHAPE, 'json_schema').system).not.toContain('in their order');
  });
});
