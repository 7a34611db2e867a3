/** A server-sent event: what `Last-Event-ID` takes, its type, and its data. */
export interface ServerEvent {
  readonly id: string;
  readonly type: string;
  readonly data: unknown;
}

/** A stream of events (WHATWG HTML, section 9.2), read once, as they come; leaving the loop stops listening. */
export async function* readEvents(body: ReadableStream<Uint8Array>): AsyncGenerator<ServerEvent> {
  let fields = new Map<string, string>();
  for await (const line of linesOf(body)) {
    if (line === '') {
      const data = fields.get('data');
      if (data !== undefined)
        yield {
          id: fields.get('id') ?? '',
          type: fields.get('event') ?? 'message',
          data: JSON.parse(data) as unknown,
        };
      fields = new Map();
      continue;
    }
    const [, name = '', value = ''] = /^([^:]*)(?:: ?(.*))?$/s.exec(line) ?? [];
    const before = name === 'data' ? fields.get('data') : undefined;
    fields.set(name, before === undefined ? value : `${before}\n${value}`);
  }
}

async function* linesOf(body: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let rest = '';
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      const lines = (rest + decoder.decode(value, { stream: true })).split(/\r?\n/);
      rest = lines.pop() ?? '';
      yield* lines;
    }
  } finally {
    await reader.cancel();
  }
}
