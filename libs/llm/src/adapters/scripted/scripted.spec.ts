import { sampleRequest } from '../../../test/sample-request';
import { SENTENCES } from '../../../test/sentences-role';
import { DiseaseNames } from '../../evidence/disease-names';
import { layNarrator } from '../../roles/lay-narrator/lay-narrator';
import { narrator } from '../../roles/narrator/narrator';
import { PROPOSER } from '../../roles/proposer/proposer';
import { RANKER } from '../../roles/ranker/ranker';
import { READER } from '../../roles/reader/reader';
import { tutor } from '../../roles/tutor/tutor';
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

  it.each([
    ['en', 'Pulmonary embolism must not be missed: probability 42 %'],
    ['en', 'Pulmonary embolism must not be missed: probability > 99 %'],
    ['zh', '肺栓塞不可漏诊：概率42%'],
  ] as const)('tells of the evidence, in %s, so that its sentences stand', async (language, text) => {
    const names = new DiseaseNames(['Pulmonary embolism', '肺栓塞']);
    for (const role of [narrator(names), layNarrator(names)]) {
      const { value } = await scriptedModel().ask(role, { language, evidence: [{ id: 'danger:pe', text }] });
      expect(value).toEqual({
        sentences: [expect.objectContaining({ evidence: ['danger:pe'] })],
        dropped: {},
      });
    }
  });

  it.each([
    ['en', 'Seen at home. She denies cough since Friday.', 'Cough', 'She denies cough'],
    ['zh', '在家就诊，否认咳嗽3天。', '咳嗽', '否认咳嗽'],
  ] as const)('reads what stands word for word, in %s', async (language, text, name, quote) => {
    const candidates = [
      { findingId: 'cough', name },
      { findingId: 'rash', name: 'Rash' },
    ];
    const { value } = await scriptedModel().ask(READER, { language, texts: [text], candidates });
    expect(value).toEqual([expect.objectContaining({ findingId: 'cough', quote })]);
  });

  it.each([
    ['en', 'Leg swelling: present', 'What about the swelling of her leg?', 'Which dose?'],
    ['zh', '下肢肿胀：有', '肿胀说明什么？', '用药剂量是多少？'],
  ] as const)('answers from the evidence that shares words, in %s', async (language, text, about, other) => {
    const evidence = [{ id: 'finding:leg', text }];
    const ask = (question: string) =>
      scriptedModel().ask(tutor(new DiseaseNames([])), {
        language,
        evidence,
        earlier: [],
        question,
        socratic: true,
      });
    expect((await ask(about)).value).toMatchObject({
      answered: true,
      sentences: [{ text }],
      asksBack: { evidence: ['finding:leg'] },
    });
    expect((await ask(other)).value).toMatchObject({ answered: false, sentences: [], asksBack: null });
  });

  it('has nothing to say in a role that it does not know', async () => {
    await expect(scriptedModel().ask(SENTENCES, { about: 'pain' })).rejects.toMatchObject({
      code: 'not-recorded',
    });
  });
});
