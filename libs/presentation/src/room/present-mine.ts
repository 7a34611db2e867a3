import { type CodedMine, type CodedPrompt, type Mine } from '@openrounds/contracts';
import { PROMPTS } from '../messages/room';
import { listed } from '../messages/message';
import { FEEDBACK_LABEL } from '../messages/voice';
import { type Names } from '../run/names';
import { named } from './round-tasks';

/** What is kept of one participant, with the prompts as questions. */
export const presentMine = ({ prompts, ...mine }: CodedMine, names: Names): Mine => ({
  ...mine,
  rounds: mine.rounds.map((round) =>
    round.feedback === undefined
      ? round
      : { ...round, feedback: { ...round.feedback, label: FEEDBACK_LABEL[names.language] } },
  ),
  prompts: prompts?.map((prompt) => ({ code: prompt.code, text: promptText(prompt, names) })) ?? null,
});

const whole = (value: number): string => String(Math.round(value));
/** Odds and bits with two figures: more would claim a precision that nobody has. */
const short = (value: number): string => String(Number(value.toPrecision(2)));

function promptText(prompt: CodedPrompt, names: Names): string {
  const { language } = names;
  const diseases = (ids: readonly string[]): string => listed(ids.map(names.disease), language);
  switch (prompt.code) {
    case 'danger-missed':
      return PROMPTS.dangerMissed[language]({ diseases: diseases(prompt.diseaseIds) });
    case 'premature-closure':
      return 'dropped' in prompt
        ? PROMPTS.dropped[language]({ diseases: diseases(prompt.dropped), stage: whole(prompt.stageNo) })
        : PROMPTS.closed[language]({
            disease: names.disease(prompt.diseaseId),
            stage: whole(prompt.stageNo),
            stated: whole(prompt.stated),
            moved: whole(prompt.moved),
          });
    case 'anchoring':
      return PROMPTS.anchoring[language]({
        disease: names.disease(prompt.diseaseId),
        stage: whole(prompt.stageNo),
        before: whole(prompt.before),
        stated: whole(prompt.stated),
        moved: whole(prompt.moved),
      });
    case 'base-rate-neglect':
      return PROMPTS.baseRate[language]({
        one: names.disease(prompt.diseaseIds[0]),
        two: names.disease(prompt.diseaseIds[1]),
        stated: short(prompt.stated),
        byFindings: short(prompt.byFindings),
        withSetting: short(prompt.withSetting),
      });
    case 'test-choice':
      return PROMPTS.testChoice[language]({
        chosen: named(prompt.optionId, names),
        bits: short(prompt.bits),
        better: named(prompt.better.optionId, names),
        betterBits: short(prompt.better.bits),
      });
    case 'overconfidence':
      return PROMPTS.overconfidence[language]({
        pairs: whole(prompt.pairs),
        stated: whole(prompt.stated),
        observed: whole(prompt.observed),
      });
  }
}
