import { useState } from 'react';
import { LONGEST } from '../../../../libs/learning/src/answers/answer';
import type { FormProps } from './AnswerPage';
import { BarButton } from './PhoneFrame';
import { RoundFrame } from './RoundFrame';
import { useAnswerDraft } from './use-answer-draft';
import { usePhoneWords } from './use-phone-words';

/** The problem in one's own words. */
export function TextForm({ round, given, onCommit }: FormProps) {
  const { t } = usePhoneWords();
  const [draft, keep] = useAnswerDraft(round, given, 'text');
  const [text, setText] = useState(draft?.text ?? '');
  const written = text.trim();
  const label = given === null ? t('step.commit') : t('step.change');
  return (
    <RoundFrame
      title={t('task.representation.title')}
      lead={t('task.representation.lead')}
      action={
        <BarButton
          label={written === '' ? t('step.write') : label}
          ready={written !== ''}
          onPress={() => {
            onCommit({ kind: 'text', text: written });
          }}
        />
      }
    >
      <label className="label" htmlFor="sentence">
        {t('text.label')}
      </label>
      <textarea
        id="sentence"
        className="ph-field"
        rows={6}
        maxLength={LONGEST.text}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          keep({ kind: 'text', text: event.target.value });
        }}
      />
      <p className="small mute num">{t('text.left', { count: text.length })}</p>
    </RoundFrame>
  );
}
