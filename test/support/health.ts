import { eventually } from '@openrounds/testing';
import { SERVICES, type Stack } from './stack';

/** After a fault: each service that runs says again that it can work, and misses nothing. */
export async function expectAllWell(stack: Stack): Promise<void> {
  let said: Readonly<Record<string, string>> = {};
  await eventually('all services to be well', async () => {
    said = await stack.health();
    return Object.values(said).every((state) => state === 'ok');
  }).catch(() => undefined);
  const running = [...SERVICES, ...Object.keys(said)];
  expect(said).toEqual(Object.fromEntries(running.map((name) => [name, 'ok'])));
}
