import { eventually } from '@openrounds/testing';
import { startStack, type Stack } from '../support/stack';

jest.setTimeout(60_000);

/** The smallest proof that what the other tests stand on works: start, kill, start again, stop. */
describe('the whole product as processes', () => {
  let stack: Stack;

  beforeAll(async () => {
    stack = await startStack();
  });
  afterAll(() => stack.stop());

  it('is ready, and the local key opens it', async () => {
    const ready = await fetch(`${stack.baseUrl}/health/ready`);
    expect(ready.status).toBe(200);
    const open = await fetch(`${stack.baseUrl}/v1/runs`, {
      headers: { authorization: `Bearer ${stack.apiKey}` },
    });
    expect(open.status).toBe(200);
    expect((await fetch(`${stack.baseUrl}/v1/runs`)).status).toBe(401);
  });

  it('starts a killed service again under the same address', async () => {
    const before = await stack.pid('gateway');
    await stack.kill('gateway');
    expect(await stack.pid('gateway')).toBeNull();
    await expect(fetch(`${stack.baseUrl}/health/live`)).rejects.toThrow('fetch failed');
    await stack.restart('gateway');
    expect(await stack.pid('gateway')).not.toBe(before);
    expect((await fetch(`${stack.baseUrl}/health/live`)).status).toBe(200);
    // The log reaches its file through a pipe, so that a service can answer before its line can be read.
    await eventually(
      'both starts are in the log',
      () => stack.logs('gateway').match(/gateway is ready/g)?.length === 2,
    );
  });

  it('says why a service does not start', async () => {
    await stack.kill('case-intake');
    await expect(stack.restart('case-intake', { CONCURRENCY: 'many' })).rejects.toThrow(/CONCURRENCY/);
    await stack.restart('case-intake');
  });
});
