/** One server-sent event as it came. */
export interface ReceivedEvent {
  readonly id: number;
  readonly type: string;
  readonly data: Record<string, unknown>;
}

/** Reads a stream of events to its end. */
export async function readEvents(
  url: string,
  headers: Record<string, string>,
): Promise<{ response: Response; events: ReceivedEvent[] }> {
  const response = await fetch(url, { headers });
  const text = await response.text();
  const events = text
    .split('\n\n')
    .filter((block) => block.startsWith('id:'))
    .map((block) => {
      const field = (name: string): string =>
        block
          .split('\n')
          .find((line) => line.startsWith(`${name}: `))
          ?.slice(name.length + 2) ?? '';
      return {
        id: Number(field('id')),
        type: field('event'),
        data: JSON.parse(field('data')) as Record<string, unknown>,
      };
    });
  return { response, events };
}
