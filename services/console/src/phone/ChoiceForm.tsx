import { useState } from 'react';
import type { RoundTask } from '../room/types';
import type { FormProps } from './AnswerPage';
import { BarButton } from './PhoneFrame';
import { RoundFrame } from './RoundFrame';
import { useAnswerDraft } from './use-answer-draft';
import { usePhoneWords } from './use-phone-words';

type ChoiceTask = Extract<RoundTask, { task: 'next-test' | 'next-question' | 'vote' }>;

/** The next test, the next question, or a free vote. */
export function ChoiceForm({ round, task, given, onCommit }: FormProps<ChoiceTask>) {
  const { t } = usePhoneWords();
  const { ask, options, several } = task.spec;
  const [draft, keep] = useAnswerDraft(round, given, 'choice');
  const [chosen, setChosen] = useState<readonly string[]>(draft?.optionIds ?? []);
  const choose = (id: string) => {
    const rest = chosen.filter((one) => one !== id);
    const next = !several ? [id] : rest.length < chosen.length ? rest : [...chosen, id];
    setChosen(next);
    keep({ kind: 'choice', optionIds: [...next] });
  };
  const label = given === null ? t('step.commit') : t('step.change');
  return (
    <RoundFrame
      title={t(`task.${task.task}.title`)}
      lead={several ? t('task.several') : t(`task.${task.task}.lead`)}
      action={
        <BarButton
          label={chosen.length === 0 ? t('step.choose') : label}
          ready={chosen.length > 0}
          onPress={() => {
            onCommit({ kind: 'choice', optionIds: [...chosen] });
          }}
        />
      }
    >
      <fieldset className="ph-picks">
        <legend className={ask === undefined ? 'vh' : 'ph-asked'} lang={ask?.language}>
          {ask?.text ?? t(`task.${task.task}.title`)}
        </legend>
        {options.map(({ id, text }) => (
          <label key={id} className="ph-pick">
            <input
              type={several ? 'checkbox' : 'radio'}
              name="option"
              checked={chosen.includes(id)}
              onChange={() => {
                choose(id);
              }}
            />
            <span lang={text.language}>{text.text}</span>
          </label>
        ))}
      </fieldset>
    </RoundFrame>
  );
}
