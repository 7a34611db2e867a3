import { useHasModel } from '../api/use-meta';
import { useLectureWords } from './use-lecture-words';

export const TUTOR_MODES = ['off', 'answers', 'socratic'] as const;
export type TutorMode = (typeof TUTOR_MODES)[number];

/** Whether the tutor is there in the room, and how it answers; nothing to choose without a language model. */
export function TutorField({ value, onChange }: { value: TutorMode; onChange: (mode: TutorMode) => void }) {
  const { t } = useLectureWords();
  if (!useHasModel()) return null;
  return (
    <div>
      <label className="label" htmlFor="tutor-mode">
        {t('tutor.mode')}
      </label>
      <select
        id="tutor-mode"
        className="field"
        value={value}
        onChange={(event) => {
          onChange(TUTOR_MODES.find((mode) => mode === event.target.value) ?? 'off');
        }}
      >
        {TUTOR_MODES.map((mode) => (
          <option key={mode} value={mode}>
            {t(`tutor.modeIs.${mode}`)}
          </option>
        ))}
      </select>
    </div>
  );
}
