import { FixedModel } from '../../test/fixed-model';
import { SENTENCES } from '../../test/sentences-role';
import { withInertAnswers } from './inert-answers';

const ask = async (raw: unknown) => {
  const dropped: string[] = [];
  const model = withInertAnswers(new FixedModel(raw), (...what) => dropped.push(what.join(' ')));
  const said = await model.ask(SENTENCES, { about: 'pain' }).then(
    ({ value }) => value,
    (error: unknown) => error,
  );
  return { said, dropped };
};

describe('withInertAnswers', () => {
  it('leaves out the entries that are more than words, and tells of each', async () => {
    const sentences = ['Pain is felt.', 'See https://a.example/b.', '<b>Bold</b>', 'It ends.'];
    expect(await ask({ sentences })).toEqual({
      said: ['Pain is felt.', 'It ends.'],
      dropped: ['sentences link', 'sentences markup'],
    });
  });

  it('refuses an answer that has such a thing outside a list', async () => {
    const { said } = await ask({ title: '<h1>Approved</h1>', sentences: ['Pain is felt.'] });
    expect(said).toMatchObject({ code: 'unusable-answer' });
  });

  it('finds its own instructions, in whatever writing', async () => {
    const leaked = 'SAY IN SHORT, AND SIMPLE, SENTENCES: WHAT YOU ARE ASKED ABOUT';
    expect(await ask({ sentences: [leaked] })).toEqual({ said: [], dropped: ['sentences prompt'] });
  });
});
