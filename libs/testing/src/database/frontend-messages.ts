/** Bytes before the text of a message: its type and its length, which counts itself. */
const TYPE_BYTES = 1;
const LENGTH_BYTES = 4;

/**
 * Reads the statements in what a client of Postgres sends (manual, "Message Formats"): of a simple query (`Q`), or of a
 * prepared one at the moment that it is bound (`P`, then `B`).
 */
export class FrontendMessages {
  private unread = Buffer.alloc(0);
  private begun = false;
  private readonly prepared = new Map<string, string>();

  statementsIn(data: Buffer): string[] {
    this.unread = Buffer.concat([this.unread, data]);
    const statements: string[] = [];
    for (let message = this.next(); message !== undefined; message = this.next()) {
      const statement = this.statementOf(message.type, message.body);
      if (statement !== undefined) statements.push(statement);
    }
    return statements;
  }

  /** The first message, which begins a connection, has no type. */
  private next(): { readonly type: string; readonly body: Buffer } | undefined {
    const start = this.begun ? TYPE_BYTES : 0;
    if (this.unread.length < start + LENGTH_BYTES) return undefined;
    const end = start + this.unread.readUInt32BE(start);
    if (this.unread.length < end) return undefined;
    const message = {
      type: this.unread.toString('latin1', 0, start),
      body: this.unread.subarray(start + LENGTH_BYTES, end),
    };
    this.unread = this.unread.subarray(end);
    this.begun = true;
    return message;
  }

  private statementOf(type: string, body: Buffer): string | undefined {
    const [first = '', second = ''] = body.toString('utf8').split('\0', 2);
    if (type === 'Q') return first;
    if (type === 'P') this.prepared.set(first, second);
    return type === 'B' ? this.prepared.get(second) : undefined;
  }
}
