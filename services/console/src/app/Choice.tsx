export interface ChoiceOption<T extends string> {
  readonly value: T;
  readonly label: string;
  readonly lang?: string;
}

/** A few alternatives side by side, as pressed buttons: "Light / Dark / Projector". */
export function Choice<T extends string>(props: {
  label: string;
  options: readonly ChoiceOption<T>[];
  value: T;
  onChange: (value: T) => void;
  disabled?: boolean;
}) {
  return (
    <div className="choice" role="group" aria-label={props.label}>
      {props.options.map(({ value, label, lang }) => (
        <button
          key={value}
          type="button"
          lang={lang}
          aria-pressed={value === props.value}
          disabled={props.disabled}
          onClick={() => {
            if (value !== props.value) props.onChange(value);
          }}
        >
          {label}
        </button>
      ))}
    </div>
  );
}
