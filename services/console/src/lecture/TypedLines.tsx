import { useRef } from 'react';
import { type Line, withNewLine } from './question-draft';
import { useLectureWords } from './use-lecture-words';

const LONGEST = 300;

/** Lines to type, one field each; Enter makes the next one. */
export function TypedLines(props: {
  lines: readonly Line[];
  language: 'en' | 'zh';
  fewest: number;
  most: number;
  nameOf: 'question.option' | 'question.line';
  /** What stands before a line's field. */
  mark?: (line: Line, no: number) => React.ReactNode;
  onChange: (lines: readonly Line[]) => void;
}) {
  const { t } = useLectureWords();
  const list = useRef<HTMLOListElement>(null);
  const { lines, most, fewest, nameOf, onChange } = props;
  const add = () => {
    if (lines.length >= most) return;
    onChange(withNewLine(lines));
    // The new field is there after the next paint.
    requestAnimationFrame(() => list.current?.querySelector<HTMLElement>('li:last-child .field')?.focus());
  };
  return (
    <div className="ct-lines">
      <ol ref={list}>
        {lines.map((line, at) => (
          <li key={line.id}>
            {props.mark?.(line, at + 1)}
            <input
              className="field"
              lang={props.language}
              aria-label={t(nameOf, { no: at + 1 })}
              placeholder={t(nameOf, { no: at + 1 })}
              maxLength={LONGEST}
              autoComplete="off"
              value={line.text}
              onChange={(event) => {
                onChange(lines.with(at, { ...line, text: event.target.value }));
              }}
              onKeyDown={(event) => {
                if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
                event.preventDefault();
                add();
              }}
            />
            {lines.length > fewest && (
              <button
                type="button"
                className="x"
                aria-label={t('question.removeLine', { no: at + 1 })}
                onClick={() => {
                  onChange(lines.toSpliced(at, 1));
                }}
              >
                ×
              </button>
            )}
          </li>
        ))}
      </ol>
      {lines.length < most && (
        <button type="button" className="link small" onClick={add}>
          {t(nameOf === 'question.option' ? 'question.addOption' : 'question.addLine')}
        </button>
      )}
    </div>
  );
}
