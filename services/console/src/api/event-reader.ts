/** An event as it came: its name, and its data as they were written. */
export interface ServerEvent {
  readonly name: string;
  readonly data: string;
}

interface Unfinished {
  readonly name: string;
  readonly data: readonly string[];
}
const NOTHING: Unfinished = { name: '', data: [] };

/** Makes events of a text that comes in pieces, cut anywhere (WHATWG HTML, section 9.2.6). */
export class EventReader {
  private line = '';
  private event = NOTHING;
  private id: string;

  /** @param lastId of the last event that came whole: whoever connects again says it, and is told what came after */
  constructor(public lastId = '') {
    this.id = lastId;
  }

  read(piece: string): ServerEvent[] {
    // A carriage return at the end may be half of a line break.
    const lines = (this.line + piece).split(/\r\n|\n|\r(?!$)/);
    this.line = lines.pop() ?? '';
    return lines.flatMap((line) => (line === '' ? this.finish() : this.take(line)));
  }

  private finish(): ServerEvent[] {
    const { name, data } = this.event;
    this.event = NOTHING;
    this.lastId = this.id;
    return data.length === 0 ? [] : [{ name: name === '' ? 'message' : name, data: data.join('\n') }];
  }

  private take(line: string): [] {
    const [, field, value = ''] = /^([^:]*)(?:: ?(.*))?$/s.exec(line) ?? [];
    if (field === 'event') this.event = { ...this.event, name: value };
    if (field === 'data') this.event = { ...this.event, data: [...this.event.data, value] };
    if (field === 'id' && !value.includes('\0')) this.id = value;
    return [];
  }
}
