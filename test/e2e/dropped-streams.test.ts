import { describeInFull, TcpProxy } from '@openrounds/testing';
import { borrowStack } from '../support/borrowed-stack';
import { answerOf, clientOf, type ApiClient } from '../support/client';
import { readEvents } from '../support/events';
import { expectAllWell } from '../support/health';
import { CODED } from '../support/sample-cases';
import { type Stack } from '../support/stack';

jest.setTimeout(600_000); // a thousand streams on a machine that is busy with other tests

const RUNS = 20;
const STREAMS = 1_000;

/** Of a stream: the ids of its events in their order, and what the last one was. */
interface Told {
  readonly ids: number[];
  last: string | undefined;
}

describeInFull(`${String(STREAMS)} streams of runs`, () => {
  let stack: Stack;
  let client: ApiClient;
  let proxy: TcpProxy;

  beforeAll(async () => {
    stack = await borrowStack();
    client = clientOf(stack.baseUrl, stack.apiKey);
    await stack.restart('gateway', { MAX_OPEN_REQUESTS: String(STREAMS) });
    proxy = await new TcpProxy(Number(new URL(stack.baseUrl).port)).listen();
  });
  afterAll(async () => {
    await proxy.close();
    await stack.stop();
  });

  const authorization = () => ({ authorization: `Bearer ${stack.apiKey}` });

  /** Follows a run until its end, or until the connection is gone. @returns when the first event is there, and the end */
  function follow(id: string, told: Told): { begun: Promise<void>; ended: Promise<void> } {
    let begin: () => void;
    const begun = new Promise<void>((resolve) => (begin = resolve));
    const read = async (): Promise<void> => {
      const lastSeen = told.ids.at(-1);
      const { body, status } = await fetch(`http://127.0.0.1:${String(proxy.port)}/v1/runs/${id}/events`, {
        headers: {
          ...authorization(),
          ...(lastSeen === undefined ? {} : { 'last-event-id': String(lastSeen) }),
        },
      });
      if (status === 503) return; // with a time to wait: whoever reads comes again
      if (status !== 200 || body === null) throw new Error(`a stream was answered with ${String(status)}`);
      let unread = '';
      for await (const piece of body.pipeThrough(new TextDecoderStream())) {
        const blocks = `${unread}${piece}`.split('\n\n');
        unread = blocks.pop() ?? '';
        for (const block of blocks.filter((each) => each.startsWith('id: '))) {
          told.ids.push(Number(/^id: (\d+)/.exec(block)?.[1]));
          told.last = /^event: (.+)$/m.exec(block)?.[1];
          begin();
        }
      }
    };
    return { begun, ended: read() };
  }

  /** As a browser does: a stream that ends before the run is opened again. */
  async function followToTheEnd(id: string, told: Told): Promise<void> {
    while (told.last !== 'completed') await follow(id, told).ended;
  }

  it('that break all at once go on after what each saw last, and miss nothing', async () => {
    await stack.kill('ddx-ranking');
    const runs: string[] = [];
    for (let index = 0; index < RUNS; index += 1)
      runs.push((await answerOf(client.POST('/v1/runs', { body: { case: CODED } }))).id);
    const streams = Array.from({ length: STREAMS }, (_, index) => ({
      id: runs[index % RUNS] ?? '',
      told: { ids: [], last: undefined } as Told,
    }));

    const first = streams.map(({ id, told }) => follow(id, told));
    await Promise.all(first.map(({ begun, ended }) => Promise.race([begun, ended])));
    const broken = Promise.allSettled(first.map(({ ended }) => ended));
    proxy.cut();
    expect(new Set((await broken).map(({ status }) => status))).toEqual(new Set(['rejected']));
    expect(streams.filter(({ told }) => told.last === 'completed')).toEqual([]);

    proxy.restore();
    const again = streams.map(({ id, told }) => followToTheEnd(id, told));
    await Promise.all([stack.restart('ddx-ranking'), ...again]);
    for (const id of runs) {
      const { events } = await readEvents(`${stack.baseUrl}/v1/runs/${id}/events`, authorization());
      const whole = { ids: events.map((event) => event.id), last: 'completed' };
      const seen = streams.filter((stream) => stream.id === id).map(({ told }) => told);
      expect(seen).toEqual(seen.map(() => whole));
    }
    await expectAllWell(stack);
  });
});
