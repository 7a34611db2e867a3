import { useId } from 'react';
import type { StageMaterial } from './case-material';
import { ErrorFields } from './ErrorFields';
import { PickFields } from './PickFields';
import { faultOf, NO_OFFER, type QuestionDraft } from './question-draft';
import { TypedLines } from './TypedLines';
import { useLectureWords } from './use-lecture-words';

export interface QuestionProps {
  readonly draft: QuestionDraft;
  readonly onChange: (draft: QuestionDraft) => void;
  /** Undefined until the case is there. */
  readonly material: StageMaterial | undefined;
  /** In which typed words are written. */
  readonly language: 'en' | 'zh';
}

function Several({ draft, onChange }: QuestionProps) {
  const { t } = useLectureWords();
  return (
    <label className="ct-check">
      <input
        type="checkbox"
        checked={draft.several}
        onChange={(event) => {
          onChange({ ...draft, several: event.target.checked });
        }}
      />
      {t('question.several')}
    </label>
  );
}

function Asked(props: QuestionProps) {
  const { t } = useLectureWords();
  const { draft, onChange } = props;
  switch (draft.task) {
    case 'differential':
    case 'representation':
      return null;
    case 'next-test':
    case 'next-question':
      return (
        <>
          <PickFields {...props} />
          <Several {...props} />
        </>
      );
    case 'vote':
      return (
        <>
          <label className="ct-ask-text">
            <span className="label">{t('question.ask')}</span>
            <input
              className="field"
              lang={props.language}
              maxLength={300}
              autoComplete="off"
              value={draft.ask}
              onChange={(event) => {
                onChange({ ...draft, ask: event.target.value });
              }}
            />
          </label>
          <TypedLines
            lines={draft.lines}
            language={props.language}
            most={12}
            fewest={2}
            nameOf="question.option"
            onChange={(lines) => {
              onChange({ ...draft, lines });
            }}
          />
          <Several {...props} />
        </>
      );
    case 'find-error':
      return <ErrorFields {...props} />;
  }
}

/** How long one may answer, and what there is to choose from; what is still missing is said under it. */
export function QuestionFields(
  props: QuestionProps & {
    /** Whether what is missing is said already. */
    told: boolean;
    /** In the server's words, where it refused the question. */
    refused?: string | undefined;
  },
) {
  const { t } = useLectureWords();
  const id = useId();
  const { draft, onChange, material = NO_OFFER, told, refused } = props;
  const fault = told ? faultOf(draft, material) : null;
  return (
    <div
      className="ct-q-fields"
      role="group"
      aria-label={t(`new.${draft.task}`)}
      aria-describedby={fault === null && refused === undefined ? undefined : `${id}said`}
      data-fault={fault ?? undefined}
      tabIndex={-1}
    >
      <label className="ct-check">
        {t('new.seconds')}
        <input
          className={fault === 'seconds' ? 'field ct-number bad' : 'field ct-number'}
          inputMode="numeric"
          autoComplete="off"
          value={draft.seconds}
          placeholder={t('new.noTimer')}
          aria-invalid={fault === 'seconds' || undefined}
          onChange={(event) => {
            onChange({ ...draft, seconds: event.target.value });
          }}
        />
      </label>
      <Asked {...props} />
      {(fault !== null || refused !== undefined) && (
        <p className="fault" id={`${id}said`} role="alert">
          {fault === null ? refused : t(`question.fault.${fault}`)}
        </p>
      )}
    </div>
  );
}
