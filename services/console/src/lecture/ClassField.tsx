import { useClasses } from './use-classes';
import { useLectureWords } from './use-lecture-words';

/** Whose room it is to be; nothing where one teaches no class. `value`: the id of a class, empty for none. */
export function ClassField({ value, onChange }: { value: string; onChange: (classId: string) => void }) {
  const { t } = useLectureWords();
  const open = useClasses().filter(({ archivedAt }) => archivedAt === null);
  if (open.length === 0) return null;
  return (
    <div>
      <label className="label" htmlFor="class">
        {t('new.class')}
      </label>
      <select
        id="class"
        className="field"
        value={value}
        onChange={(event) => {
          onChange(event.target.value);
        }}
      >
        <option value="">{t('new.classNone')}</option>
        {open.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </div>
  );
}

/** Whose room it is, where it is the room of a class that one teaches. */
export function ClassName({ classId }: { classId: string | undefined }) {
  const { t } = useLectureWords();
  const name = useClasses().find(({ id }) => id === classId)?.name;
  return name === undefined ? null : <p className="small soft">{t('control.ofClass', { name })}</p>;
}
