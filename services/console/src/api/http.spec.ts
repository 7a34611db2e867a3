import { dataOf, HttpClient } from './http';

const ATTEMPT = '/v1/attempts/0193e0a2-7c1b-7d4e-9a53-3f1f4c2b6a10';

/** What was asked, and by which token; the session of the launch has ended. */
function asked(good: string) {
  const requests: string[] = [];
  const answer = (request: Request): Promise<Response> => {
    const by = request.headers.get('authorization') ?? 'nobody';
    requests.push(`${new URL(request.url).pathname} ${by}`);
    const isKnown = by === `Bearer ${good}`;
    return Promise.resolve(Response.json(isKnown ? { id: 'kept' } : {}, { status: isKnown ? 200 : 401 }));
  };
  return { requests, answer };
}

describe('a session that has ended while somebody wrote offline', () => {
  const { fetch: before } = globalThis;
  beforeAll(() => {
    Object.defineProperty(globalThis, 'location', {
      value: { origin: 'https://rounds.example' },
      configurable: true,
    });
  });
  afterAll(() => {
    globalThis.fetch = before;
    Reflect.deleteProperty(globalThis, 'location');
  });

  const client = (good: string) => {
    const { requests, answer } = asked(good);
    globalThis.fetch = answer as typeof fetch;
    const http = new HttpClient();
    let signedOut = 0;
    http.whenSignedOut(() => {
      signedOut += 1;
    });
    http.useBearer('session', { path: ATTEMPT, token: 'spare' });
    const step = () =>
      dataOf(
        http.calls.POST('/v1/attempts/{id}/steps', {
          params: { path: { id: ATTEMPT.slice('/v1/attempts/'.length) } },
          body: { position: 0, step: { kind: 'next' } } as never,
        }),
      );
    return { requests, http, step, signedOut: () => signedOut };
  };

  it('sends what belongs to the attempt once more, by the token of the attempt', async () => {
    const { requests, step, signedOut } = client('spare');
    expect(await step()).toEqual({ id: 'kept' });
    expect(requests.map((each) => each.split(' ').at(-1))).toEqual(['session', 'spare']);
    expect(signedOut()).toBe(0);
  });

  it('keeps the page where something else is refused meanwhile', async () => {
    const { http, signedOut } = client('spare');
    await expect(dataOf(http.calls.GET('/v1/meta'))).rejects.toMatchObject({ status: 401 });
    expect(signedOut()).toBe(0);
  });

  it('has ended for good where that token has ended too', async () => {
    const { step, signedOut } = client('none');
    await expect(step()).rejects.toMatchObject({ status: 401 });
    expect(signedOut()).toBe(1);
  });
});
