import { type RoleExample } from '../role-example';
import { type LlmReadFinding, type LlmReadingRequest } from './reading-request';

const OWN = { whose: 'patient', when: 'now' } as const;

/** Made up, to show what is asked, what may come, and what is made of it. */
export const READER_EXAMPLES: readonly RoleExample<LlmReadingRequest, readonly LlmReadFinding[]>[] = [
  {
    name: 'reports what an English text tells and denies, with its words',
    input: {
      language: 'en',
      texts: ['Puffs on the stairs since Friday. Her wedding ring will not come off. No fever.'],
      candidates: [
        { findingId: 'exertional-dyspnoea', name: 'Breathlessness on exertion' },
        { findingId: 'hand-swelling', name: 'Swelling of the hands' },
        { findingId: 'body-temperature', name: 'Body temperature', states: ['normal', 'raised'] },
      ],
    },
    raw: {
      findings: [
        {
          findingId: 'exertional-dyspnoea',
          state: null,
          quote: 'Puffs on the stairs',
          presence: 'present',
          ...OWN,
        },
        { findingId: 'body-temperature', state: 'normal', quote: 'No fever', presence: 'present', ...OWN },
      ],
    },
    value: [
      {
        findingId: 'exertional-dyspnoea',
        state: null,
        quote: 'Puffs on the stairs',
        presence: 'present',
        ...OWN,
      },
      { findingId: 'body-temperature', state: 'normal', quote: 'No fever', presence: 'present', ...OWN },
    ],
  },
  {
    name: 'reports what a Chinese text tells of somebody else as such',
    input: {
      language: 'zh',
      texts: ['母亲有糖尿病。'],
      candidates: [{ findingId: 'known-diabetes', name: '糖尿病史' }],
    },
    raw: {
      findings: [
        {
          findingId: 'known-diabetes',
          state: null,
          quote: '母亲有糖尿病',
          presence: 'present',
          whose: 'other',
          when: 'now',
        },
      ],
    },
    value: [
      {
        findingId: 'known-diabetes',
        state: null,
        quote: '母亲有糖尿病',
        presence: 'present',
        whose: 'other',
        when: 'now',
      },
    ],
  },
];
