import type { ReactNode } from 'react';
import { useWords } from '../i18n/use-words';
import { type BilingualText, type Question } from './case-form';
import { useFieldChecks } from './checks-context';
import { BilingualField, Said } from './fields';
import { OptionFields } from './OptionFields';
import type { PartProps } from './part-props';

function Entry({ onRemove, children }: { onRemove: (() => void) | null; children: ReactNode }) {
  const { t } = useWords();
  return (
    <div className="entry">
      {children}
      {onRemove !== null && (
        <button type="button" className="link small" onClick={onRemove}>
          {t('author.remove')}
        </button>
      )}
    </div>
  );
}

/** What is to be remembered, and what is to be talked about. */
export function DebriefPart({ form, change }: PartProps) {
  const { t } = useWords();
  const points = useFieldChecks('/teachingPoints');
  const { teachingPoints, questions = [] } = form;
  const writePoints = (next: BilingualText[]): void => {
    change((before) => ({ ...before, teachingPoints: next }));
  };
  const writeQuestions = (next: Question[]): void => {
    change((before) => ({ ...before, questions: next }));
  };
  return (
    <>
      <section aria-labelledby="h-points" id={points.control.id} tabIndex={-1}>
        <h3 id="h-points">{t('author.teachingPoints')}</h3>
        {teachingPoints.map((point, place) => (
          <Entry
            key={place}
            onRemove={
              teachingPoints.length === 1
                ? null
                : () => {
                    writePoints(teachingPoints.toSpliced(place, 1));
                  }
            }
          >
            <BilingualField
              label={t('author.teachingPoint', { number: place + 1 })}
              pointer={`/teachingPoints/${String(place)}`}
              value={point}
              rows={2}
              max={600}
              onChange={(text) => {
                writePoints(teachingPoints.with(place, text));
              }}
            />
          </Entry>
        ))}
        <Said id={points.said} checks={points.checks} />
        <button
          type="button"
          className="btn"
          onClick={() => {
            writePoints([...teachingPoints, {}]);
          }}
        >
          {t('author.addPoint')}
        </button>
      </section>
      <section aria-labelledby="h-questions">
        <h3 id="h-questions">{t('author.questions')}</h3>
        <p className="small mute">{t('author.questionsHint')}</p>
        {questions.map((question, place) => (
          <Entry
            key={place}
            onRemove={() => {
              writeQuestions(questions.toSpliced(place, 1));
            }}
          >
            <BilingualField
              label={t('author.question', { number: place + 1 })}
              pointer={`/questions/${String(place)}/ask`}
              value={question.ask}
              rows={2}
              max={600}
              onChange={(ask) => {
                writeQuestions(questions.with(place, { ...question, ask }));
              }}
            />
            <BilingualField
              label={t('author.answer', { number: place + 1 })}
              pointer={`/questions/${String(place)}/answer`}
              value={question.answer}
              rows={2}
              max={1_200}
              onChange={(answer) => {
                writeQuestions(questions.with(place, { ...question, answer }));
              }}
            />
            {question.options !== undefined && (
              <OptionFields
                number={place + 1}
                pointer={`/questions/${String(place)}/options`}
                options={question.options}
                onChange={(options) => {
                  writeQuestions(questions.with(place, { ...question, options }));
                }}
              />
            )}
            {question.draftedBy !== undefined && (
              <p className="small mute">{t('author.draftedBy', { model: question.draftedBy.model })}</p>
            )}
          </Entry>
        ))}
        <button
          type="button"
          className="btn"
          onClick={() => {
            writeQuestions([...questions, { ask: {} }]);
          }}
        >
          {t('author.addQuestion')}
        </button>
      </section>
    </>
  );
}
