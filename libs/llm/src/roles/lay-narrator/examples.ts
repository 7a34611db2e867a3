import { type KeptSentences } from '../../evidence/evidence';
import { type LlmNarrationRequest } from '../narrator/narrator';
import { type RoleExample } from '../role-example';

/** Made up, to show what is asked, what may come, and what is made of it. */
export const LAY_NARRATOR_EXAMPLES: readonly RoleExample<LlmNarrationRequest, KeptSentences>[] = [
  {
    name: 'keeps plain words, in English',
    input: {
      language: 'en',
      evidence: [{ id: 'danger:pe', text: 'Pulmonary embolism must not be missed: probability 42 %' }],
    },
    raw: {
      sentences: [
        { text: 'We want to be sure that there is no blood clot in your lungs.', evidence: ['danger:pe'] },
        { text: 'Doctors call that a pulmonary embolism.', evidence: ['danger:pe'] },
        { text: 'Your dyspnoea may be of cardiac origin.', evidence: ['danger:pe'] },
        {
          text: `It may be that, ${'and it may be something else, '.repeat(4)}which we shall see.`,
          evidence: ['danger:pe'],
        },
      ],
    },
    value: {
      sentences: [
        { text: 'We want to be sure that there is no blood clot in your lungs.', evidence: ['danger:pe'] },
        { text: 'Doctors call that a pulmonary embolism.', evidence: ['danger:pe'] },
      ],
      dropped: { jargon: 1, 'too-long': 1 },
    },
  },
  {
    name: 'keeps plain words, in Chinese',
    input: { language: 'zh', evidence: [{ id: 'danger:pe', text: '肺栓塞不可漏诊：概率42%' }] },
    raw: {
      sentences: [
        { text: '我们想确认您的肺里没有血块。', evidence: ['danger:pe'] },
        { text: '您的呼吸困难需要鉴别诊断。', evidence: ['danger:pe'] },
      ],
    },
    value: {
      sentences: [{ text: '我们想确认您的肺里没有血块。', evidence: ['danger:pe'] }],
      dropped: { jargon: 1 },
    },
  },
];
