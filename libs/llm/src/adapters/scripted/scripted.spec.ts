import { sampleRequest } from '../../../test/sample-request';
import { SENTENCES } from '../../../test/sentences-role';
import { RANKER } from '../../roles/ranker/ranker';
import { scriptedModel } from './scripted';

describe('the script', () => {
  it.each(['en', 'zh'] as const)(
    'ranks what it is given, in %s, and says that it is one',
    async (language) => {
      const { value, model } = await scriptedModel().ask(RANKER, sampleRequest({ language }));
      expect(model).toBe('scripted-demonstration');
      expect(value.differential.map(({ diseaseId }) => diseaseId)).toEqual([
        'community-acquired-pneumonia',
        'pulmonary-embolism',
        'panic-disorder',
      ]);
    },
  );

  it('has nothing to say in a role that it does not know', async () => {
    await expect(scriptedModel().ask(SENTENCES, { about: 'pain' })).rejects.toMatchObject({
      code: 'not-recorded',
    });
  });
});
