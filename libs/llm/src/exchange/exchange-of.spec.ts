import { createHash } from 'node:crypto';
import { FixedModel } from '../../test/fixed-model';
import { SENTENCES } from '../../test/sentences-role';
import { exchangeOf } from './exchange-of';

const QUESTION = { about: 'chest pain' };
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

async function exchangeAbout(about: string, raw: unknown) {
  const reply = await new FixedModel(raw).ask(SENTENCES, { about });
  return exchangeOf(SENTENCES, { about }, reply);
}

describe('exchangeOf', () => {
  it('names role, model and version of the prompt, and hashes prompt and answer as canonical JSON', async () => {
    const { system } = SENTENCES.prompt(QUESTION);
    expect(await exchangeAbout('chest pain', { title: 'Pain', sentences: ['Pain is felt.'] })).toEqual({
      role: 'sentences',
      model: 'sample-model',
      promptVersion: '1',
      request: sha256(`{"system":${JSON.stringify(system)},"user":"chest pain"}`),
      answer: sha256('{"sentences":["Pain is felt."],"title":"Pain"}'),
    });
  });

  it('holds no word of either', async () => {
    const text = JSON.stringify(await exchangeAbout('chest pain', { sentences: ['It is felt.'] }));
    expect(text).not.toMatch(/chest|pain|felt/i);
  });

  it('tells questions apart, and answers', async () => {
    const answer = { sentences: ['Pain is felt.'] };
    const [first, otherQuestion, otherAnswer] = await Promise.all([
      exchangeAbout('chest pain', answer),
      exchangeAbout('back pain', answer),
      exchangeAbout('chest pain', { sentences: [] }),
    ]);
    expect([otherQuestion.answer, otherAnswer.request]).toEqual([first.answer, first.request]);
    expect(otherQuestion.request).not.toBe(first.request);
    expect(otherAnswer.answer).not.toBe(first.answer);
  });

  it('hashes also what holds half a character', async () => {
    const { answer } = await exchangeAbout('chest pain', { sentences: ['\ud83d'] });
    expect(answer).toMatch(/^[0-9a-f]{64}$/);
  });
});
