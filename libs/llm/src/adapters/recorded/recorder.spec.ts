import { FixedModel } from '../../../test/fixed-model';
import { SENTENCES } from '../../../test/sentences-role';
import { recordedModel } from './recorded';
import { Recorder } from './recorder';

describe('Recorder', () => {
  it('writes down answers that can be replayed without the model', async () => {
    const recorder = new Recorder(new FixedModel({ sentences: ['Pain is felt.'] }));
    const { value } = await recorder.recorded.ask(SENTENCES, { about: 'pain' });
    const replayed = recordedModel(recorder.recording());
    await expect(replayed.ask(SENTENCES, { about: 'pain' })).resolves.toMatchObject({
      value,
      model: 'sample-model',
    });
    await expect(replayed.ask(SENTENCES, { about: 'fever' })).rejects.toMatchObject({ code: 'not-recorded' });
  });

  it('writes down what an answer took', async () => {
    const model = new FixedModel({ sentences: ['Pain is felt.'] });
    model.usage = { promptTokens: 30, completionTokens: 4 };
    const recorder = new Recorder(model);
    await recorder.recorded.ask(SENTENCES, { about: 'pain' });
    await expect(
      recordedModel(recorder.recording()).ask(SENTENCES, { about: 'pain' }),
    ).resolves.toMatchObject({ latencyMs: 2, firstTextMs: 1, usage: model.usage });
  });

  it('writes down nothing that could not be read', async () => {
    const recorder = new Recorder(new FixedModel('nonsense'));
    await expect(recorder.recorded.ask(SENTENCES, { about: 'pain' })).rejects.toThrow('unusable-answer');
    expect(recorder.recording().answers).toEqual({});
  });
});
