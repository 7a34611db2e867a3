import { sampleRequest } from '../../../test/sample-request';
import { SENTENCES } from '../../../test/sentences-role';
import { PROPOSER } from '../../roles/proposer/proposer';
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

  it.each(['en', 'zh'] as const)('has a proposal that says where it is from, in %s', async (language) => {
    const request = { ...sampleRequest({ language }), considered: [] };
    const { value } = await scriptedModel().ask(PROPOSER, request);
    expect(value.proposals).toEqual([{ name: expect.stringMatching(/[Ss]cripted|脚本/) }]);
  });

  it('has nothing to say in a role that it does not know', async () => {
    await expect(scriptedModel().ask(SENTENCES, { about: 'pain' })).rejects.toMatchObject({
      code: 'not-recorded',
    });
  });
});
