import { type FormEvent, useId, useState } from 'react';
import type { LabInput } from '../api/types';
import { useWords } from '../i18n/use-words';

type Fault = 'needName' | 'needNumber' | 'needUnit';

/** A value without a unit means nothing: the form says so instead of guessing. */
function check(name: string, value: string, unit: string): LabInput | Fault {
  const number = Number(value.trim().replace(',', '.'));
  if (name.trim() === '') return 'needName';
  if (value.trim() === '' || !Number.isFinite(number)) return 'needNumber';
  if (unit.trim() === '') return 'needUnit';
  return { name: name.trim(), value: number, unit: unit.trim() };
}

export function LabForm({ onAdd }: { onAdd: (lab: LabInput) => void }) {
  const { t } = useWords();
  const id = useId();
  const [name, setName] = useState('');
  const [value, setValue] = useState('');
  const [unit, setUnit] = useState('');
  const [fault, setFault] = useState<Fault | null>(null);

  function add(event: FormEvent): void {
    event.preventDefault();
    event.stopPropagation();
    const checked = check(name, value, unit);
    if (typeof checked === 'string') {
      setFault(checked);
      return;
    }
    onAdd(checked);
    setFault(null);
    setName('');
    setValue('');
    setUnit('');
  }

  const fields = [
    { key: 'name', label: t('labs.name'), text: name, set: setName, wrong: fault === 'needName' },
    { key: 'value', label: t('labs.value'), text: value, set: setValue, wrong: fault === 'needNumber' },
    { key: 'unit', label: t('labs.unit'), text: unit, set: setUnit, wrong: fault === 'needUnit' },
  ];
  return (
    <form className="lab-add" onSubmit={add} noValidate>
      {fields.map((field) => (
        <div key={field.key}>
          <label className="label" htmlFor={id + field.key}>
            {field.label}
          </label>
          <input
            id={id + field.key}
            className={field.wrong ? 'field bad' : 'field'}
            inputMode={field.key === 'value' ? 'decimal' : 'text'}
            autoComplete="off"
            value={field.text}
            aria-invalid={field.wrong}
            aria-describedby={field.wrong ? `${id}fault` : undefined}
            onChange={(event) => {
              field.set(event.target.value);
            }}
          />
        </div>
      ))}
      <button type="submit" className="btn">
        {t('labs.save')}
      </button>
      {fault !== null && (
        <p className="fault" id={`${id}fault`} role="alert">
          {t(`labs.${fault}`)}
        </p>
      )}
    </form>
  );
}
