import { type FeedbackAsked, type QuestionsAsked } from '@openrounds/contracts';
import { facts } from '@openrounds/testing';
import { FixedModel } from '../../../../libs/llm/test/fixed-model';
import { RoleStage, toPatient } from '../../test/fixtures/role-stage';

const generatedBy = { model: 'sample-model', promptVersion: expect.any(String) as string };
const VOICE = { sentences: [{ text: 'I have no headache.', statementIds: ['1.2'] }] };

describe('a role that is played for teaching', () => {
  it('is asked on the budget of whoever asks, and no case is named', async () => {
    const model = new FixedModel(VOICE);
    const stage = new RoleStage(model);
    await stage.play('patient', toPatient());
    expect(model.asked).toEqual([
      { timeoutMs: 30_000, signal: undefined, tenantId: 'school', userId: 'a-learner' },
    ]);
  });

  it('has the time that is left since it was asked for', async () => {
    const model = new FixedModel(VOICE);
    const stage = new RoleStage(model);
    stage.clock.advance(20);
    await stage.play('patient', toPatient());
    expect(model.asked).toMatchObject([{ timeoutMs: 10_000 }]);
    stage.clock.advance(10);
    await expect(stage.play('patient', toPatient())).rejects.toMatchObject({ code: 'overdue' });
    expect(model.asked).toHaveLength(1);
  });

  it('is played by nobody where there is no model', async () => {
    const asking = new RoleStage(null).play('patient', toPatient());
    await expect(asking).rejects.toMatchObject({ code: 'dependency-unavailable' });
  });

  it('fails as its model does', async () => {
    const unread = new RoleStage(new FixedModel({ sentences: 'none' })).play('patient', toPatient());
    await expect(unread).rejects.toMatchObject({ code: 'unusable-answer' });
  });

  describe('the drafter of questions', () => {
    const asked: QuestionsAsked = {
      ...{ language: 'en', facts: facts.build(), key: 'pulmonary-embolism', count: 2 },
      evidence: [
        { id: 'point:1', text: 'Look at the legs.' },
        { id: 'point:2', text: 'A normal saturation excludes nothing.' },
      ],
    };
    const options = ['Look at the legs', 'Wait', 'Go home'].map((text, place) => ({
      text,
      right: place === 0,
    }));
    const question = { stem: 'What next?', options };

    it('is told the key by its name; what it drafts is kept with the evidence that it leans on', async () => {
      const explanation = [
        { text: 'A swollen leg tells.', evidenceIds: ['point:1', 'point:9'] },
        { text: 'Somebody said so.', evidenceIds: ['point:9'] },
      ];
      const model = new FixedModel({ questions: [{ ...question, explanation }] });
      expect(await new RoleStage(model).play('question-drafter', asked)).toEqual({
        said: {
          questions: [
            {
              ...question,
              explanation: [
                { text: 'A swollen leg tells.', evidence: [{ id: 'point:1', text: 'Look at the legs.' }] },
              ],
            },
          ],
          dropped: { 'no-evidence': 1 },
          generatedBy,
        },
        fault: null,
      });
      expect(model.inputs).toMatchObject([{ key: 'pulmonary embolism', count: 2 }]);
    });

    it('says so where nothing is left', async () => {
      const twice = options.map((each) => ({ ...each, right: true }));
      const model = new FixedModel({ questions: [{ ...question, options: twice, explanation: [] }] });
      expect(await new RoleStage(model).play('question-drafter', asked)).toMatchObject({
        said: { questions: [], dropped: { options: 1 } },
        fault: 'nothing-kept',
      });
    });
  });

  describe('the drafter of feedback', () => {
    const asked: FeedbackAsked = {
      language: 'en',
      representation: 'A woman of 40 with a swollen leg, community acquired pneumonia?',
      rubric: ['Age and sex', 'Onset'],
    };
    const age = { judgement: 'met', quote: 'A woman of 40', advice: 'Clear from the first words.' } as const;
    const onset = { judgement: 'missing', quote: null, advice: 'Say since when.' } as const;

    it('judges each criterion, which is called by its words', async () => {
      const model = new FixedModel({
        criteria: [
          { criterionId: 'c2', ...onset },
          { criterionId: 'c1', ...age },
          { criterionId: 'c3', ...onset },
        ],
      });
      const stage = new RoleStage(model);
      expect(await stage.play('feedback-drafter', asked)).toEqual({
        said: {
          criteria: [
            { criterion: 'Age and sex', ...age },
            { criterion: 'Onset', ...onset },
          ],
          dropped: { 'no-criterion': 1 },
          generatedBy,
        },
        fault: null,
      });
      expect(stage.searched).toEqual([[asked.representation, ...asked.rubric]]);
    });

    it('gives no diagnosis away that the participant did not write', async () => {
      const model = new FixedModel({
        criteria: [
          { criterionId: 'c1', ...age, advice: 'Is it a pneumonia, or community acquired pneumonia at all?' },
          { criterionId: 'c2', ...onset, advice: 'Think of pulmonary embolism.' },
        ],
      });
      expect((await new RoleStage(model).play('feedback-drafter', asked)).said).toMatchObject({
        criteria: [{ criterion: 'Age and sex' }],
        dropped: { diagnosis: 1 },
      });
    });

    it('is not asked about a sentence that names somebody', async () => {
      const model = new FixedModel({ criteria: [] });
      const stage = new RoleStage(model);
      stage.named = true;
      expect(await stage.play('feedback-drafter', asked)).toEqual({ said: undefined, fault: 'identity' });
      expect(model.asked).toEqual([]);
    });
  });
});
