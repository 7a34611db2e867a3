import { useRef } from 'react';
import type { StageMaterial } from './case-material';
import { QuestionFields } from './QuestionFields';
import { type QuestionDraft, TASKS, type Task } from './question-draft';
import { useLectureWords } from './use-lecture-words';

export interface StageActs {
  readonly onChange: (question: QuestionDraft) => void;
  readonly onAdd: (task: Task) => void;
  readonly onMove: (key: number, by: 1 | -1) => void;
  readonly onRemove: (key: number) => void;
}

interface Shared {
  readonly material: StageMaterial | undefined;
  readonly language: 'en' | 'zh';
  readonly told: boolean;
  /** What the server said of a question, by its key. */
  readonly refused: ReadonlyMap<number, string>;
}

function Question(
  props: Shared & { draft: QuestionDraft; no: number; isFirst: boolean; isLast: boolean; acts: StageActs },
) {
  const { t } = useLectureWords();
  const { draft, no, isFirst, isLast, acts } = props;
  const name = t('question.name', { no, task: t(`new.${draft.task}`) });
  return (
    <li data-task={draft.task} data-question={draft.key}>
      <div className="ct-q-head">
        <b>{name}</b>
        <span>
          {([-1, 1] as const).map((by) => (
            <button
              key={by}
              type="button"
              className="x"
              disabled={by === -1 ? isFirst : isLast}
              aria-label={t(by === -1 ? 'question.up' : 'question.down', { name })}
              onClick={() => {
                acts.onMove(draft.key, by);
              }}
            >
              {by === -1 ? '↑' : '↓'}
            </button>
          ))}
          <button
            type="button"
            className="x"
            aria-label={t('question.remove', { name })}
            onClick={() => {
              acts.onRemove(draft.key);
            }}
          >
            ×
          </button>
        </span>
      </div>
      <QuestionFields
        draft={draft}
        onChange={acts.onChange}
        material={props.material}
        language={props.language}
        told={props.told}
        refused={props.refused.get(draft.key)}
      />
    </li>
  );
}

/** The questions of one stage, in their order, and the way to one more. */
export function StageQuestions(
  props: Shared & { no: number; questions: readonly QuestionDraft[]; isFull: boolean; acts: StageActs },
) {
  const { t } = useLectureWords();
  const { no, questions, material, isFull, acts } = props;
  const adds = useRef<HTMLDivElement>(null);
  // The button that was pressed goes with its question; the focus stays in the stage.
  const remove = (key: number) => {
    acts.onRemove(key);
    adds.current?.querySelector('button')?.focus();
  };
  return (
    <fieldset className="ct-stage">
      <legend>
        {material === undefined
          ? t('new.stage', { no })
          : t('new.stageOf', { no, kind: t(`stage.${material.kind}`) })}
      </legend>
      <ol className="ct-questions">
        {questions.map((draft, at) => (
          <Question
            key={draft.key}
            {...props}
            draft={draft}
            no={at + 1}
            isFirst={at === 0}
            isLast={at === questions.length - 1}
            acts={{ ...acts, onRemove: remove }}
          />
        ))}
      </ol>
      <div className="ct-adds" role="group" aria-label={t('question.addTo', { no })} ref={adds}>
        <span className="small soft" aria-hidden="true">
          {t('question.add')}
        </span>
        {TASKS.map((task) => (
          <button
            key={task}
            type="button"
            className="link small"
            data-add={task}
            disabled={isFull}
            onClick={() => {
              acts.onAdd(task);
            }}
          >
            {t(`new.${task}`)}
          </button>
        ))}
      </div>
    </fieldset>
  );
}
