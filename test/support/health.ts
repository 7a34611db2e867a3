import { eventually } from '@openrounds/testing';
import { SERVICES, type Stack } from './stack';

const WELL = Object.fromEntries(SERVICES.map((name) => [name, 'ok']));

/** After a fault: each service says again that it can work, and misses nothing. */
export async function expectAllWell(stack: Stack): Promise<void> {
  let said: Readonly<Record<string, string>> = {};
  await eventually('all services to be well', async () => {
    said = await stack.health();
    return SERVICES.every((name) => said[name] === 'ok');
  }).catch(() => undefined);
  expect(said).toMatchObject(WELL);
}
