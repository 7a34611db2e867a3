import { useId } from 'react';
import { ERROR_KINDS } from '../../../../libs/learning/src/answers/answer';
import { MOST_LINES, withDrill } from './question-draft';
import type { QuestionProps } from './QuestionFields';
import { TypedLines } from './TypedLines';
import { useErrorWords } from './use-error-words';
import { useLectureWords } from './use-lecture-words';

/** A list with one error in it: its lines, which of them is wrong, and what is wrong there. */
export function ErrorFields({ draft, onChange, material, language }: QuestionProps) {
  const { t, percent } = useLectureWords();
  const errorWords = useErrorWords();
  const id = useId();
  const engine = material?.engine ?? [];
  const takeEngine = () => {
    const lines = engine.map(({ name, probability }, at) => ({
      id: `o${String(at + 1)}`,
      text: t('question.engineLine', { name, probability: percent(probability) }),
    }));
    onChange({ ...draft, lines, wrongId: null });
  };
  const drill = material?.drill ?? null;
  return (
    <>
      <p className="small soft">{t('question.errorHint')}</p>
      {drill !== null && (
        <button
          type="button"
          className="link small"
          onClick={() => {
            onChange(withDrill(draft, drill, language));
          }}
        >
          {t('question.takeDrill')}
        </button>
      )}
      {engine.length > 0 && (
        <button type="button" className="link small" onClick={takeEngine}>
          {t('question.takeEngine')}
        </button>
      )}
      <TypedLines
        lines={draft.lines}
        language={language}
        fewest={1}
        most={MOST_LINES}
        nameOf="question.line"
        mark={(line, no) => (
          <label className="ct-wrong">
            <input
              type="radio"
              name={`${id}wrong`}
              aria-label={t('question.wrongLine', { no })}
              checked={line.id === draft.wrongId}
              onChange={() => {
                onChange({ ...draft, wrongId: line.id });
              }}
            />
            <span className="small" aria-hidden="true">
              {t('question.wrong')}
            </span>
          </label>
        )}
        onChange={(lines) => {
          onChange({ ...draft, lines });
        }}
      />
      <label className="ct-check">
        {t('question.errorKind')}
        <select
          className="field"
          value={draft.errorKind ?? ''}
          onChange={(event) => {
            const errorKind = ERROR_KINDS.find((kind) => kind === event.target.value) ?? null;
            onChange({ ...draft, errorKind });
          }}
        >
          <option value="">{t('question.chooseKind')}</option>
          {ERROR_KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {errorWords(kind)}
            </option>
          ))}
        </select>
      </label>
    </>
  );
}
