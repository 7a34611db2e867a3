import { vocabularyOf } from '@openrounds/knowledge';
import { compiledOnce, tinyBundle } from '@openrounds/testing';
import { FindAdded } from './find-added';

const vocabulary = compiledOnce(vocabularyOf(tinyBundle()));

describe('what a patient added to what was told', () => {
  const asked: string[] = [];
  const find = new FindAdded({
    of: (knowledge) => {
      asked.push(knowledge);
      return Promise.resolve(vocabulary);
    },
  });

  it('is found sentence by sentence, each by its own statements', async () => {
    const told = ['Dyspnoea.', 'No headache.'];
    const sentences = [
      { spoken: 'I have dyspnoea.', told },
      { spoken: 'I have haemoptysis.', told },
      { spoken: 'I have dyspnoea.', told: ['No headache.'] },
      { spoken: 'I have headache.', told },
      { spoken: 'Good morning, doctor.', told },
    ];
    expect(await find.execute('the-knowledge', sentences)).toEqual([1, 2, 3]);
    expect(asked).toEqual(['the-knowledge']);
  });

  it('is nothing where nothing was said', async () => {
    expect(await find.execute('the-knowledge', [])).toEqual([]);
  });

  it('is not looked for in knowledge that is not there', async () => {
    const away = new FindAdded({ of: () => Promise.reject(new Error('no such bundle')) });
    await expect(away.execute('another', [])).rejects.toThrow('no such bundle');
  });
});
