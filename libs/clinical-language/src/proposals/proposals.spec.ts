import { compiledOnce } from '@openrounds/testing';
import { VOCABULARY } from '../../test/vocabulary.fixture';
import { type FindingProposal } from '../model/proposal';
import { toEngineCase } from '../read-case';
import { candidateFindings, MAX_CANDIDATES } from './candidate-findings';
import { caseTexts } from './case-texts';
import { checkProposals } from './check-proposals';

const vocabulary = compiledOnce(VOCABULARY);
const NOBODY = { ageYears: null, sex: 'unknown', pregnant: null } as const;

const offered = (text: string, language: 'en' | 'zh' = 'en') =>
  candidateFindings([text], language, vocabulary, NOBODY);

describe('candidate findings', () => {
  it('are those that the text names, and those that share the telling words of a wording', () => {
    const ids = offered('She denies fever. Blood came up as she coughed.').map(({ findingId }) => findingId);
    expect(ids).toEqual(expect.arrayContaining(['body-temperature', 'haemoptysis']));
    expect(ids.length).toBeLessThanOrEqual(MAX_CANDIDATES);
  });

  it('are named in the language of the text, with the states of those that have any', () => {
    const [temperature] = offered('无发热。', 'zh');
    expect(temperature).toMatchObject({ findingId: 'body-temperature' });
    expect(temperature?.name).toMatch(/\p{Script=Han}/u);
    expect(temperature?.states).toContain('normal');
  });

  it('are the same for the same text, and none for an empty one', () => {
    expect(offered('Cough.')).toEqual(offered('Cough.'));
    expect(offered('')).toEqual([]);
  });
});

/** Checks proposals against a narrative as the rules read it. */
function check(
  narrative: string,
  ...proposals: (Partial<FindingProposal> & { findingId: string; quote: string })[]
) {
  const { observed, patient } = toEngineCase(
    { narrative, patient: { age: null, sex: 'unknown' } },
    vocabulary,
  );
  return checkProposals(
    proposals.map((each) => ({ presence: 'present', whose: 'patient', when: 'now', ...each })),
    {
      texts: [{ stage: null, text: narrative }],
      patient,
      offered: new Set(VOCABULARY.findings.map(({ id }) => id).filter((id) => id !== 'pallor')),
      observed,
      vocabulary,
    },
  );
}

describe('check of proposals', () => {
  it.each([
    ['not-offered', 'She is pale.', { findingId: 'pallor', quote: 'She is pale' }],
    ['not-offered', 'She is ill.', { findingId: 'no-such-finding', quote: 'She is ill' }],
    ['no-such-state', 'She is hot.', { findingId: 'body-temperature', quote: 'hot', state: 'boiling' }],
    ['no-such-state', 'She is hot.', { findingId: 'body-temperature', quote: 'hot' }],
    ['no-such-state', 'She hacks.', { findingId: 'cough', quote: 'She hacks', state: 'severe' }],
    ['not-quoted', 'She hacks.', { findingId: 'cough', quote: 'She Hacks' }],
    ['not-quoted', 'She hacks.', { findingId: 'cough', quote: '' }],
    ['not-quoted', 'She hacks -- badly.', { findingId: 'cough', quote: '--' }],
    ['not-quoted', '她不停地喘。', { findingId: 'dyspnoea', quote: '她不停的喘' }],
    ['denied', 'She does not hack at night.', { findingId: 'cough', quote: 'hack at night' }],
    ['denied', 'She does not hack at night.', { findingId: 'cough', quote: 'does not hack at night' }],
    ['denied', '夜间无干呛。', { findingId: 'cough', quote: '夜间无干呛' }],
    ['affirmed', 'She hacks at night.', { findingId: 'cough', quote: 'hacks at night', presence: 'absent' }],
    ['affirmed', '夜里一直干呛。', { findingId: 'cough', quote: '一直干呛', presence: 'absent' }],
    ['other-person', 'Her mother hacks at night.', { findingId: 'cough', quote: 'hacks at night' }],
    ['other-person', 'She hacks.', { findingId: 'cough', quote: 'She hacks', whose: 'other' }],
    ['other-person', '她母亲夜里干呛。', { findingId: 'cough', quote: '夜里干呛' }],
    ['past', 'Years ago she hacked at night.', { findingId: 'cough', quote: 'she hacked at night' }],
    ['past', 'She hacks.', { findingId: 'cough', quote: 'She hacks', when: 'past' }],
    ['not-stated', 'Come back if she hacks at night.', { findingId: 'cough', quote: 'she hacks at night' }],
  ] as const)('drops as %s: %s', (reason, text, proposal) => {
    expect(check(text, proposal)).toEqual({ standing: [], dropped: { [reason]: 1 } });
  });

  it('drops what is proposed a second time', () => {
    const proposal = { findingId: 'cough', quote: 'She hacks' };
    expect(check('She hacks.', proposal, proposal)).toMatchObject({
      standing: [{ findingId: 'cough' }],
      dropped: { repeated: 1 },
    });
  });

  it('finds the quotation whatever white space stands in it, by code points', () => {
    const text = '😀 She puffs\r\n   all night.';
    const { standing } = check(text, { findingId: 'dyspnoea', quote: 'puffs all night' });
    expect(standing).toEqual([
      {
        verdict: 'adds',
        findingId: 'dyspnoea',
        presence: 'present',
        certainty: 0.8,
        start: 6,
        end: 25,
        quote: 'puffs\r\n   all night',
        stage: null,
      },
    ]);
    expect(Array.from(text).slice(6, 25).join('')).toBe('puffs\r\n   all night');
  });

  it('takes the place of a quotation that bears what is said', () => {
    const { standing } = check('Her son puffs. She puffs.', { findingId: 'dyspnoea', quote: 'puffs' });
    expect(standing).toMatchObject([{ start: 19, end: 24 }]);
  });

  it('goes by the words of the finding where a clause says several things', () => {
    const text = 'No fever but a cough that brings up rust.';
    expect(check(text, { findingId: 'haemoptysis', quote: text.slice(0, -1) }).standing).toMatchObject([
      { findingId: 'haemoptysis', verdict: 'adds' },
    ]);
  });

  it('is less certain of what the text doubts', () => {
    const { standing } = check('Possibly hacking.', { findingId: 'cough', quote: 'Possibly hacking' });
    expect(standing).toMatchObject([{ certainty: 0.7 }]);
  });

  it('does not ask a background for the present, nor a family history for the patient', () => {
    const text = 'Sugar trouble for years in the past. Her father had a clot.';
    const { dropped } = check(
      text,
      { findingId: 'known-diabetes', quote: 'Sugar trouble for years in the past', when: 'past' },
      {
        findingId: 'family-history-of-venous-thromboembolism',
        quote: 'Her father had a clot',
        whose: 'other',
      },
    );
    expect(dropped).not.toHaveProperty('past');
  });

  it.each([
    ['agrees', 'She has a cough.', { findingId: 'cough', quote: 'a cough' }],
    ['agrees', 'She has pleuritic chest pain.', { findingId: 'chest-pain', quote: 'chest pain' }],
    [
      'agrees',
      'No chest pain.',
      { findingId: 'pleuritic-chest-pain', quote: 'No chest pain', presence: 'absent' },
    ],
    ['adds', 'She has a cough and puffs.', { findingId: 'dyspnoea', quote: 'puffs' }],
    ['contradicts', 'No dyspnoea. But she puffs.', { findingId: 'dyspnoea', quote: 'she puffs' }],
    [
      'contradicts',
      'No chest pain. Breathing in stabs.',
      { findingId: 'pleuritic-chest-pain', quote: 'stabs' },
    ],
    ['agrees', '她咳嗽。', { findingId: 'cough', quote: '咳嗽' }],
    ['adds', '她咳嗽，走两步就得歇。', { findingId: 'dyspnoea', quote: '走两步就得歇' }],
    ['contradicts', '不咳嗽。夜里却一直干呛。', { findingId: 'cough', quote: '一直干呛' }],
  ] as const)('%s with what the rules read of: %s', (verdict, text, proposal) => {
    expect(check(text, proposal)).toMatchObject({
      standing: [{ verdict, findingId: proposal.findingId }],
      dropped: {},
    });
  });

  it('reads the texts of the stages as well', () => {
    const patient = { age: null, sex: 'unknown' as const };
    expect(
      caseTexts({ narrative: ' ', patient, stages: [{ name: 'a' }, { name: 'b', narrative: 'Cough.' }] }),
    ).toEqual([{ stage: 1, text: 'Cough.' }]);
  });
});
