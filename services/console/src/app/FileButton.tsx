import { useId } from 'react';

/** Chooses a file, or several. The browser's own control speaks the browser's language, not that of the page. */
export function FileButton(props: {
  label: string;
  hint: string;
  /** Endings of names, as the `accept` of HTML. */
  accept: string;
  multiple?: boolean;
  /** Called for each file that was chosen. */
  onFile: (file: File) => void;
}) {
  const id = useId();
  return (
    <div className="file">
      <p className="small soft" id={`${id}hint`}>
        {props.hint}
      </p>
      <label className="btn">
        {props.label}
        <input
          className="vh"
          type="file"
          aria-describedby={`${id}hint`}
          accept={props.accept}
          multiple={props.multiple}
          onChange={(event) => {
            for (const file of event.target.files ?? []) props.onFile(file);
            // The same file may be chosen again.
            event.target.value = '';
          }}
        />
      </label>
    </div>
  );
}
