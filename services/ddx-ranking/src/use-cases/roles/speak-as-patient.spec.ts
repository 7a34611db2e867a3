import { type PatientAsked } from '@openrounds/contracts';
import { facts } from '@openrounds/testing';
import { FixedModel } from '../../../../../libs/llm/test/fixed-model';
import { RoleStage, toPatient } from '../../../test/fixtures/role-stage';

const says = (...sentences: readonly (readonly [text: string, ...statementIds: string[]])[]) => ({
  sentences: sentences.map(([text, ...statementIds]) => ({ text, statementIds })),
});

/** What comes of an answer of the model, and what the model was told. */
async function heard(raw: unknown, changes: Partial<PatientAsked> = {}) {
  const model = new FixedModel(raw);
  const stage = new RoleStage(model);
  const { said, fault } = await stage.play('patient', toPatient(changes));
  return { model, stage, said, fault };
}

describe('what speaks as the patient', () => {
  it('is told sentences and coded facts, and says what it rests on', async () => {
    const { model, said, fault } = await heard(
      says(
        ['My breath hurts in my chest.', '1.1'],
        ['I have dyspnoea, no headache.', 'fact:dyspnoea', '1.2'],
      ),
    );
    expect(model.inputs).toMatchObject([
      {
        statements: [{ id: '1.1' }, { id: '1.2' }, { id: 'fact:dyspnoea', text: 'dyspnoea.' }],
        question: 'What brings you here?',
        patient: { ageYears: 58, sex: 'female' },
      },
    ]);
    expect(fault).toBeNull();
    expect(said).toMatchObject({
      sentences: [
        { statements: [{ id: '1.1', text: 'Pleuritic chest pain after a flight.' }] },
        { statements: [{ id: 'fact:dyspnoea' }, { id: '1.2' }] },
      ],
      dropped: {},
      generatedBy: { model: 'sample-model' },
    });
  });

  it.each([
    ['rests on nothing', 'no-statement', ['I feel ill.', '7.7']],
    ['tells a number of its own', 'number', ['My chest has hurt for 4 days.', '1.1']],
    ['names the diagnosis', 'withheld', ['They call it pulmonary embolism.', '1.1']],
    ['names another disease', 'withheld', ['It is costochondritis.', '1.1']],
    ['tells another finding', 'added-finding', ['I have haemoptysis.', '1.1']],
    ['tells what another statement tells', 'added-finding', ['I have dyspnoea.', '1.1']],
    ['tells the contrary', 'added-finding', ['I have headache.', '1.2']],
    ['is more than words', 'not-plain', ['I cough ![x](x.png).', '1.1']],
  ] as const)('is not heard where it %s', async (_, why, sentence) => {
    const { said, fault } = await heard(says(sentence, ['No headache.', '1.2']));
    expect(said).toMatchObject({ sentences: [{ text: 'No headache.' }], dropped: { [why]: 1 } });
    expect(fault).toBeNull();
    expect(await heard(says(sentence))).toMatchObject({ fault: 'nothing-kept', said: { sentences: [] } });
  });

  it('may name a disease that its statement names, but not the one that is withheld', async () => {
    const sentences = [{ id: '1.1', text: 'Her doctor thought of costochondritis.' }];
    const { said } = await heard(
      says(['My doctor thought of costochondritis.', '1.1'], ['No, of pulmonary embolism.', '1.1']),
      { sentences },
    );
    expect(said).toMatchObject({
      sentences: [{ text: 'My doctor thought of costochondritis.' }],
      dropped: { withheld: 1 },
    });
  });

  it('is told no coded fact that is called as the diagnosis is', async () => {
    const observed = ['haemoptysis', 'dyspnoea'].map((findingId) => ({
      ...{ findingId, certainty: 1 },
      presence: 'present' as const,
    }));
    const { model } = await heard(says(['No headache.', '1.2']), {
      facts: facts.build({ observed }),
      withheld: ['haemoptysis'],
    });
    expect(model.inputs).toMatchObject([
      { statements: [{ id: '1.1' }, { id: '1.2' }, { id: 'fact:dyspnoea' }] },
    ]);
  });

  it('is read by the knowledge of the request, each sentence by its own statements', async () => {
    const { stage } = await heard(says(['I have pain.', '1.1'], ['No headache.', '1.2']));
    expect(stage.checked).toEqual([
      {
        knowledge: stage.meta.versions.knowledge,
        sentences: [
          { spoken: 'I have pain.', told: ['Pleuritic chest pain after a flight.'] },
          { spoken: 'No headache.', told: ['No headache.'] },
        ],
      },
    ]);
    expect((await heard(says())).stage.checked).toEqual([]);
  });

  it('is asked nothing that names somebody', async () => {
    const model = new FixedModel(says());
    const stage = new RoleStage(model);
    stage.named = true;
    expect(await stage.play('patient', toPatient())).toEqual({ said: undefined, fault: 'identity' });
    expect(stage.searched).toEqual([['What brings you here?']]);
    expect(model.asked).toEqual([]);
  });
});
