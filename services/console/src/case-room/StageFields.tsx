import { useId, useRef } from 'react';
import { useWords } from '../i18n/use-words';
import { type DraftStage, MOST_STAGES } from './draft';
import { useDraft } from './DraftProvider';

/** What came to light later, stage by stage: the run can then be gone through as it was met. */
export function StageFields() {
  const { t } = useWords();
  const { draft, change } = useDraft();
  const list = useRef<HTMLOListElement>(null);
  const { stages } = draft;
  const write = (next: readonly DraftStage[]): void => {
    change({ type: 'write', draft: { stages: next } });
  };
  const add = (): void => {
    write([...stages, { name: '', narrative: '' }]);
    // The new fields are there after the next paint.
    requestAnimationFrame(() => list.current?.querySelector<HTMLElement>('li:last-child input')?.focus());
  };
  return (
    <div className="stage-fields" role="group" aria-label={t('stageFields.heading')}>
      <p className="label">{t('stageFields.heading')}</p>
      <p className="small mute">{t('stageFields.hint')}</p>
      <ol ref={list}>
        {stages.map((stage, place) => (
          <Fields
            key={place}
            stage={stage}
            no={place + 1}
            onWrite={(part) => {
              write(stages.with(place, { ...stage, ...part }));
            }}
            onRemove={() => {
              write(stages.toSpliced(place, 1));
            }}
          />
        ))}
      </ol>
      {stages.length < MOST_STAGES && (
        <button type="button" className="link small" onClick={add}>
          {t('stageFields.add')}
        </button>
      )}
    </div>
  );
}

function Fields(props: {
  stage: DraftStage;
  no: number;
  onWrite: (part: Partial<DraftStage>) => void;
  onRemove: () => void;
}) {
  const { t } = useWords();
  const id = useId();
  const { stage, no, onWrite } = props;
  return (
    <li>
      <label className="label" htmlFor={`${id}name`}>
        {t('stageFields.name', { no })}
      </label>
      <input
        id={`${id}name`}
        className="field"
        maxLength={80}
        autoComplete="off"
        placeholder={t('stageFields.example')}
        value={stage.name}
        onChange={(event) => {
          onWrite({ name: event.target.value });
        }}
      />
      <label className="label" htmlFor={`${id}text`}>
        {t('stageFields.text', { no })}
      </label>
      <textarea
        id={`${id}text`}
        className="field"
        rows={3}
        value={stage.narrative}
        onChange={(event) => {
          onWrite({ narrative: event.target.value });
        }}
      />
      <button type="button" className="link small" onClick={props.onRemove}>
        {t('stageFields.remove', { no })}
      </button>
    </li>
  );
}
