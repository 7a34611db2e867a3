import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { askAgain, jsonOf } from '../asking.mjs';
import { built, OPERATIONS } from './compiled.mjs';

const CASES = '/v1/teaching-cases';

/**
 * A teacher who checks a case of their own and saves it, again and again, and at the end asks for every version: a case is
 * told with the newest thirty alone.
 *
 * @returns {Promise<{ edits: number, lost: number }>} `lost`: saved, and not in the history as it was saved
 */
export async function editACase(address, { mix, over }) {
  const { body } = built(OPERATIONS.createTeachingCase.body).meta().example;
  const write = (path, sent, headers = {}) =>
    askAgain(address, path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID(), ...headers },
      body: JSON.stringify(sent),
    }).then(jsonOf);
  const edited = (edit) => ({ ...body, title: { ...body.title, en: `${body.title.en}, draft ${edit}` } });
  const { id, version } = await write(CASES, { body: edited(0) });
  const saved = [version];
  while (!over()) {
    const sent = edited(saved.length);
    await write(`${CASES}/check`, { body: sent });
    const changed = await write(
      `${CASES}/${id}/versions`,
      { body: sent },
      { 'if-match': `"${saved.at(-1)}"` },
    );
    saved.push(changed.version);
    if (!over()) await delay(mix.editSeconds * 1_000);
  }
  let lost = 0;
  for (const [edit, number] of saved.entries()) {
    const stored = await askAgain(address, `${CASES}/${id}?version=${number}`);
    const title = stored.ok ? (await stored.json()).body.title.en : undefined;
    if (title !== edited(edit).title.en) lost += 1;
  }
  return { edits: saved.length, lost };
}
