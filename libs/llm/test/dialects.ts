import { type AnswerFormat } from '../src/ports/answer-format';
import { type Behaviour, chunk, delta, type Dialect } from './chat-endpoint';

/** An endpoint of the world, as far as it matters here. docs/llm.md says where each trait is known from. */
export interface NamedDialect extends Dialect {
  readonly name: string;
  /** What `auto` ends at. */
  readonly auto: AnswerFormat;
}

const refusal = (message: string, more: object = {}): Behaviour => ({
  kind: 'status',
  status: 400,
  body: JSON.stringify({ error: { message, type: 'invalid_request_error', param: null, ...more } }),
});

/** The schema, from where the endpoint was told of it: the descriptions that a question has in words. */
const echo = (body: string): Behaviour => ({
  kind: 'content',
  content: JSON.stringify({
    type: 'object',
    properties: { diagnoses: { type: 'array', description: JSON.parse(body).messages[0].content } },
  }),
});

const saysJson = (body: string): boolean => /json/i.test(JSON.stringify(JSON.parse(body).messages));

export const DIALECTS: readonly NamedDialect[] = [
  { name: 'OpenAI', auto: 'json_schema', models: ['sample-model'] },
  {
    name: 'DeepSeek',
    auto: 'json_object',
    models: ['sample-model'],
    before: { whole: '\n\n', stream: ': keep-alive\n\n' },
    onFormat: (format, body, told) => {
      if (format === 'json_schema') return refusal('This response_format type is unavailable now');
      if (format === 'json_object' && !saysJson(body)) return refusal("Prompt must contain the word 'json'");
      return told;
    },
  },
  {
    name: 'Moonshot',
    auto: 'json_object',
    models: ['sample-model'],
    thoughts: [chunk([delta({ reasoning_content: 'The facts suggest' })])],
    onFormat: (format, _, told) =>
      format === 'json_schema' ? refusal('Invalid request: unsupported response_format type') : told,
  },
  {
    name: 'Qwen (DashScope)',
    auto: 'json_object',
    onFormat: (format, body, told) => {
      if (format === 'json_schema') return refusal('json_schema is not supported by this model');
      if (format === 'json_object' && !saysJson(body)) {
        return refusal("'messages' must contain the word 'json' in some form");
      }
      return told;
    },
  },
  {
    name: 'vLLM',
    auto: 'json_schema',
    models: ['sample-model'],
    thoughts: [chunk([delta({ reasoning_content: 'The facts suggest' })])],
  },
  {
    name: 'Ollama',
    auto: 'text',
    models: ['sample-model'],
    onFormat: (format, body, told) => {
      if (told.kind !== 'content' || format === 'text') return told;
      if (format === 'json_object') return echo(body);
      return { kind: 'content', content: 'Here is what I think of the case.' };
    },
  },
];
