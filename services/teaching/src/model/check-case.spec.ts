import { type CaseBody } from '@openrounds/contracts';
import { aBody, tinyLibraries } from '../../test/fixtures/cases';
import { checkCase } from './check-case';

const PAIN = { en: 'It hurts.', zh: '疼痛。' };

type Change = (body: CaseBody) => Partial<CaseBody>;

const stages = (...findings: CaseBody['stages'][number]['findings'][]): CaseBody['stages'] =>
  findings.map((each) => ({ stage: 'history', text: PAIN, findings: each }));

describe('checking a case', () => {
  const checked = async (change: Change): Promise<string[]> => {
    const body = aBody();
    const { vocabulary } = await tinyLibraries().current();
    return checkCase({ ...body, ...change(body) }, vocabulary).map(
      ({ severity, code, pointer, of }) => `${severity} ${code} ${pointer} ${of}`,
    );
  };

  it('has nothing to say about a sound one', async () => {
    expect(await checked(() => ({}))).toEqual([]);
  });

  const findings: [string, Change, string][] = [
    [
      'a finding that there is not',
      () => ({ stages: stages({ hiccups: 'present' }) }),
      'error unknown-finding /stages/0/findings/hiccups hiccups',
    ],
    [
      'a state that the finding does not have',
      () => ({ stages: stages({ dyspnoea: { is: 'raised', certainty: 0.8 } }) }),
      'error unknown-state /stages/0/findings/dyspnoea raised',
    ],
    [
      'a disease that there is not',
      ({ key }) => ({ key: { ...key, mustConsider: ['vapours'] } }),
      'error unknown-disease /key/mustConsider/0 vapours',
    ],
    [
      'a problem that there is not',
      () => ({ presentingProblem: 'toe-ache' }),
      'error unknown-problem /presentingProblem toe-ache',
    ],
    [
      'a test that there is not',
      () => ({ choices: [[{ testId: 'divination', verdict: 'poor' }]] }),
      'error unknown-test /choices/0/0/testId divination',
    ],
    [
      'an essential finding that there is not',
      () => ({ essential: ['hiccups'] }),
      'error unknown-finding /essential/0 hiccups',
    ],
    [
      'one finding told in two ways',
      () => ({ stages: stages({ dyspnoea: 'present' }, { dyspnoea: 'absent' }) }),
      'error contradiction /stages/1/findings/dyspnoea dyspnoea',
    ],
    [
      'stages out of their order',
      (body) => ({ stages: [...body.stages].reverse() }),
      'error stages-out-of-order /stages/1/stage history',
    ],
    [
      'a list of more than a hundred per cent',
      ({ key }) => ({
        key: {
          ...key,
          perStage: [
            [
              { diseaseId: 'pulmonary-embolism', percent: 80 },
              { diseaseId: 'costochondritis', percent: 21 },
            ],
          ],
        },
      }),
      'error stage-key-over-100 /key/perStage/0 1',
    ],
    [
      'a man who is pregnant',
      () => ({ patient: { ageYears: 40, sex: 'male', pregnant: true } }),
      'error pregnancy-impossible /patient/pregnant pregnant',
    ],
    [
      'an identity that was masked',
      () => ({ teachingPoints: [{ en: 'Call [phone].', zh: '致电。' }] }),
      'error identity-in-text /teachingPoints/0/en [phone]',
    ],
    [
      'the answer in the title',
      () => ({ title: { en: 'A Pulmonary  embolism', zh: '胸痛' } }),
      'warning key-in-text /title/en pulmonary-embolism',
    ],
    [
      'a text in one language alone',
      () => ({ questions: [{ ask: { en: 'Why?' } }] }),
      'warning language-missing /questions/0/ask zh',
    ],
  ];

  it.each(findings)('names %s', async (_, change, expected) => {
    expect(await checked(change)).toEqual([expected]);
  });

  it('names a finding under a broader one whose absence says that it is absent too', async () => {
    const { vocabulary } = await tinyLibraries().current();
    const whole = vocabulary.findings.get('chest-pain');
    if (whole === undefined) throw new Error('the fixture has no chest pain');
    const known = new Map(vocabulary.findings).set('chest-pain', { ...whole, impliesAbsence: true });
    const told = stages({ 'chest-pain': 'absent' }, { 'pleuritic-chest-pain': 'present' });
    const body = { ...aBody(), stages: told };
    expect(checkCase(body, { ...vocabulary, findings: known })).toEqual([
      {
        severity: 'error',
        code: 'contradiction',
        pointer: '/stages/1/findings/pleuritic-chest-pain',
        of: 'chest-pain',
      },
    ]);
    expect(checkCase(body, vocabulary)).toEqual([]);
  });

  it('lets the last stage name the answer', async () => {
    const named = { en: 'CT shows a pulmonary embolism.', zh: 'CT显示栓塞。' };
    expect(
      await checked((body) => ({
        stages: body.stages.map((stage, place) => (place === 0 ? stage : { ...stage, text: named })),
      })),
    ).toEqual([]);
  });
});
