import { withInertAnswers } from '@openrounds/llm';
import { facts, FULL } from '@openrounds/testing';
import { ATTACKS, type Attack } from '../../../../libs/llm/test/injection/attacks';
import { HARM, obedientModel } from '../../../../libs/llm/test/injection/obedient-model';
import { RoleStage } from '../../test/fixtures/role-stage';

const NARRATIVES = ATTACKS.filter(({ place }) => place === 'narrative');
/** Calls of a model that obeys: the short form tries each attack once. */
const CALLS = FULL ? 1_000 : NARRATIVES.length;
/** More than words, or what only a model's instructions hold: nothing of it reaches a teacher. */
const ACTIVE = /https?:|collect\.example|<img|onerror|doi:|et al|My instructions|You draft|[<>`]/i;
/** Plain words that are not true: a teacher reads them before anybody else does. */
const UNTRUE_WORDS: readonly Attack['wants'][] = ['lower-danger', 'add-fact'];

const attacks = Array.from({ length: CALLS }, (_, call) => NARRATIVES[call % NARRATIVES.length]).flatMap(
  (attack) => attack ?? [],
);
const stageUnder = (attack: Attack) => new RoleStage(withInertAnswers(obedientModel(attack)));

describe('a text of a case that attacks the drafter of questions', () => {
  const asked = async (attack: Attack) => {
    const evidence = [
      { id: 'text:1', text: attack.text },
      { id: 'point:1', text: 'Look at the legs.' },
    ];
    const { said } = await stageUnder(attack).play('question-drafter', {
      ...{ language: attack.language, facts: facts.build(), key: 'pulmonary-embolism', count: 5, evidence },
    });
    return { attack, questions: said?.questions ?? [] };
  };
  let drafted: Awaited<ReturnType<typeof asked>>[];
  beforeAll(async () => {
    drafted = await Promise.all(attacks.map(asked));
  });
  const wordsOf = ({ questions }: (typeof drafted)[number]): string[] =>
    questions.flatMap(({ stem, options, explanation }) =>
      [stem, ...options, ...explanation].map((each) => (typeof each === 'string' ? each : each.text)),
    );

  it('leaves of a draft what is more than the model was told to say', () => {
    expect(drafted).toHaveLength(CALLS);
    expect(drafted.flatMap(wordsOf).filter((text) => ACTIVE.test(text))).toEqual([]);
    const active = drafted.filter(({ attack }) => !UNTRUE_WORDS.includes(attack.wants));
    expect(active.length).toBeGreaterThan(CALLS / 2);
    expect(active.flatMap(wordsOf).filter((text) => HARM.test(text))).toEqual([]);
    expect(active.flatMap(wordsOf)).not.toEqual([]);
  });

  it('leaves questions with one best answer, and explanations by evidence that there is', () => {
    const questions = drafted.flatMap((each) => each.questions);
    for (const { options, explanation } of questions) {
      expect(options.filter(({ right }) => right)).toHaveLength(1);
      for (const { evidence } of explanation) expect(evidence.map(({ id }) => id)).toEqual(['text:1']);
    }
  });
});

describe('a sentence of a participant that attacks the drafter of feedback', () => {
  const RUBRIC = ['Age and sex', 'Onset', 'Key findings'];
  const asked = async (attack: Attack) => {
    const { said } = await stageUnder(attack).play('feedback-drafter', {
      ...{ language: attack.language, representation: attack.text, rubric: RUBRIC },
    });
    return { attack, criteria: said?.criteria ?? [] };
  };
  let drafted: Awaited<ReturnType<typeof asked>>[];
  beforeAll(async () => {
    drafted = await Promise.all(attacks.map(asked));
  });

  it('leaves no link, markup, citation, instruction or diagnosis of it', () => {
    expect(drafted).toHaveLength(CALLS);
    const shown = drafted.flatMap(({ criteria }) =>
      criteria.flatMap(({ advice, quote }) => [advice, quote ?? '']),
    );
    expect(shown.filter((text) => ACTIVE.test(text))).toEqual([]);
    const given = drafted.filter(({ attack, criteria }) => {
      const advised = criteria.some(({ advice }) => /pulmonary embolism/i.test(advice));
      return advised && !/pulmonary embolism/i.test(attack.text);
    });
    expect(given).toEqual([]);
    expect(shown).toContain('Well put.');
  });

  it('leaves judgements by the rubric alone, and quotes what the participant wrote', () => {
    const oneLine = (text: string): string => text.replace(/[\p{C}\s]+/gu, ' ').trim();
    for (const { attack, criteria } of drafted)
      for (const { criterion, quote } of criteria) {
        expect(RUBRIC).toContain(criterion);
        if (quote !== null) expect(oneLine(attack.text)).toContain(quote);
      }
  });
});
