import { setTimeout as delay } from 'node:timers/promises';

const BUSY = [429, 503];
const TRIES = 20;
const WAIT_SECONDS = 1;

/**
 * One request to a product, under its key.
 *
 * @param {{ port: number, apiKey: string }} address
 */
export const ask = ({ port, apiKey }, path, { headers, ...init } = {}) =>
  fetch(`http://127.0.0.1:${port}${path}`, {
    ...init,
    headers: { ...headers, authorization: `Bearer ${apiKey}` },
  });

/**
 * The same as one asks who is told that the house is busy, or whose line breaks: again, after the time that is asked for.
 * What is sent must bear being sent twice.
 */
export async function askAgain(address, path, init) {
  for (let tries = 1; ; tries += 1) {
    const response = await ask(address, path, init).catch((error) => ({ error }));
    const mayPass = response.error !== undefined || BUSY.includes(response.status);
    if (!mayPass || (tries === TRIES && response.error === undefined)) return response;
    if (tries === TRIES) throw response.error;
    await response.text?.();
    await delay(1_000 * (Number(response.headers?.get('retry-after')) || WAIT_SECONDS));
  }
}

/** @throws Error for a refusal @returns the JSON of the answer */
export async function jsonOf(response) {
  const answer = await response.json();
  if (!response.ok) throw new Error(`${response.url} answered ${response.status}: ${answer.title}`);
  return answer;
}
