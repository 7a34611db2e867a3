import { type AnswerFormat, type AnswerFormatSetting } from '../../ports/answer-format';
import { LlmFault } from '../../ports/llm-fault';
import { type TextRead } from '../../answers/answer-in-text';
import { RememberedFormat } from './remembered-format';

const answer: TextRead = { kind: 'answer', answer: { diagnoses: [] } };
const refused = (status = 400) => new LlmFault('refused', status);

/** An endpoint that does this in each format, and notes in which it was asked. */
function endpoint(behaviour: Partial<Record<AnswerFormat, TextRead | LlmFault>>) {
  const asked: AnswerFormat[] = [];
  const read = (format: AnswerFormat): Promise<TextRead> => {
    asked.push(format);
    const outcome = behaviour[format] ?? answer;
    return outcome instanceof LlmFault ? Promise.reject(outcome) : Promise.resolve(outcome);
  };
  return { asked, read };
}

describe('RememberedFormat', () => {
  it.each<[AnswerFormatSetting, AnswerFormat]>([
    ['auto', 'json_schema'],
    ['json_object', 'json_object'],
    ['text', 'text'],
  ])('set to %s starts with %s', async (setting, expected) => {
    const { asked, read } = endpoint({});
    const format = new RememberedFormat(setting);
    await format.ask(read);
    expect([asked, format.state.format]).toEqual([[expected], expected]);
  });

  it.each([
    ['400', refused(400)],
    ['422', refused(422)],
    ['the schema said back', { kind: 'echo' } as const],
  ])('steps down at %s, in the same question, and remembers it', async (_, outcome) => {
    const { asked, read } = endpoint({ json_schema: outcome, json_object: outcome });
    const format = new RememberedFormat('auto');
    await format.ask(read);
    await format.ask(read);
    expect(asked).toEqual(['json_schema', 'json_object', 'text', 'text']);
    expect(format.state).toEqual({ format: 'text', by: 'answered' });
  });

  it('steps down too at a refusal that comes late, and tells of each change once', async () => {
    const told: unknown[] = [];
    const format = new RememberedFormat('auto');
    format.onChange((state) => told.push(state));
    format.noteFault(new LlmFault('timeout'));
    await format.ask(endpoint({}).read);
    await format.ask(endpoint({}).read);
    await format.ask(endpoint({ json_schema: refused() }).read);
    expect(format.state).toEqual({ format: 'json_object', by: 'answered' });
    expect(told).toEqual([
      { format: 'json_schema', by: 'assumed', fault: 'timeout' },
      { format: 'json_schema', by: 'answered' },
      { format: 'json_object', by: 'answered' },
    ]);
  });

  it('blames no format where all are refused, and says what the first refusal was', async () => {
    const { asked, read } = endpoint({
      json_schema: refused(400),
      json_object: refused(422),
      text: refused(422),
    });
    const format = new RememberedFormat('auto');
    await expect(format.ask(read)).rejects.toMatchObject({ code: 'refused', status: 400 });
    expect(asked).toHaveLength(3);
    expect(format.state).toEqual({ format: 'json_schema', by: 'assumed' });
  });

  it.each([
    ['a wrong key', refused(401)],
    ['an unknown model', refused(404)],
    ['silence', new LlmFault('timeout')],
    ['too many questions', new LlmFault('rate-limited', 429)],
  ])('does not step down at %s', async (_, fault) => {
    const { asked, read } = endpoint({ json_schema: fault });
    const format = new RememberedFormat('auto');
    await expect(format.ask(read, true)).rejects.toBe(fault);
    expect(asked).toHaveLength(1);
    expect(format.state.by).toBe('assumed');
  });

  it('takes an answer that cannot be read for a slip of the model, but not in a probe', async () => {
    const prose = { json_schema: { kind: 'unreadable' } } as const;
    const format = new RememberedFormat('auto');
    await expect(format.ask(endpoint(prose).read)).rejects.toMatchObject({ code: 'unusable-answer' });
    expect(format.state).toEqual({ format: 'json_schema', by: 'answered' });
    await format.ask(endpoint(prose).read, true);
    expect(format.state).toEqual({ format: 'json_object', by: 'answered' });
  });

  it('keeps to what is configured', async () => {
    const { asked, read } = endpoint({ json_schema: refused() });
    const format = new RememberedFormat('json_schema');
    await expect(format.ask(read)).rejects.toMatchObject({ status: 400 });
    expect([asked, format.state]).toEqual([['json_schema'], { format: 'json_schema', by: 'configured' }]);
  });

  it('never steps up again, whichever of two questions ends first', async () => {
    const format = new RememberedFormat('auto');
    let release: (read: TextRead) => void = () => undefined;
    const slow = format.ask(() => new Promise<TextRead>((resolve) => (release = resolve)));
    await format.ask(endpoint({ json_schema: refused() }).read);
    release(answer);
    await slow;
    expect(format.state.format).toBe('json_object');
  });
});
