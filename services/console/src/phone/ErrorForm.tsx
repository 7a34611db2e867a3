import { useState } from 'react';
import { ERROR_KINDS, type ErrorKind, LONGEST } from '../../../../libs/learning/src/answers/answer';
import type { RoundTask } from '../room/types';
import type { FormProps } from './AnswerPage';
import { BarButton } from './PhoneFrame';
import { RoundFrame } from './RoundFrame';
import { useAnswerDraft } from './use-answer-draft';
import { usePhoneWords } from './use-phone-words';

type ErrorTask = Extract<RoundTask, { task: 'find-error' }>;

/** The planted error: the line, what is wrong there, and why. */
export function ErrorForm({ round, task, given, onCommit }: FormProps<ErrorTask>) {
  const { t } = usePhoneWords();
  const [begun, keep] = useAnswerDraft(round, given, 'error');
  const [lineId, setLineId] = useState<string | null>(begun?.lineId ?? null);
  const [kind, setKind] = useState<ErrorKind | null>(begun?.errorKind ?? null);
  const [why, setWhy] = useState(begun?.why ?? '');
  // A line alone is no answer; what is wrong there belongs to it.
  const write = (line: string | null, what: ErrorKind | null, words: string) => {
    setLineId(line);
    setKind(what);
    setWhy(words);
    if (line !== null && what !== null)
      keep({ kind: 'error', lineId: line, errorKind: what, ...(words !== '' && { why: words }) });
  };
  const isReady = lineId !== null && kind !== null;
  const label = given === null ? t('step.commit') : t('step.change');
  return (
    <RoundFrame
      title={t('task.find-error.title')}
      lead={t('task.find-error.lead')}
      action={
        <BarButton
          label={isReady ? label : t('step.choose')}
          ready={isReady}
          onPress={() => {
            if (!isReady) return;
            const words = why.trim();
            onCommit({ kind: 'error', lineId, errorKind: kind, ...(words !== '' && { why: words }) });
          }}
        />
      }
    >
      <fieldset className="ph-picks">
        <legend className="label">{t('error.line')}</legend>
        {task.spec.lines.map(({ id, text }) => (
          <label key={id} className="ph-pick">
            <input
              type="radio"
              name="line"
              checked={id === lineId}
              onChange={() => {
                write(id, kind, why);
              }}
            />
            <span lang={text.language}>{text.text}</span>
          </label>
        ))}
      </fieldset>
      <fieldset className="ph-picks">
        <legend className="label">{t('error.kind')}</legend>
        {ERROR_KINDS.map((each) => (
          <label key={each} className="ph-pick">
            <input
              type="radio"
              name="kind"
              checked={each === kind}
              onChange={() => {
                write(lineId, each, why);
              }}
            />
            <span>{t(`error.${each}`)}</span>
          </label>
        ))}
      </fieldset>
      <label className="label" htmlFor="why">
        {t('error.why')}
      </label>
      <textarea
        id="why"
        className="ph-field"
        rows={3}
        maxLength={LONGEST.why}
        value={why}
        onChange={(event) => {
          write(lineId, kind, event.target.value);
        }}
      />
    </RoundFrame>
  );
}
