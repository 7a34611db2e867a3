import { type ReactNode, useId, useState } from 'react';

/** A question whose answer is worked out and shown when somebody asks. */
export function Disclosure({ title, children }: { title: string; children: () => ReactNode }) {
  const [open, setOpen] = useState(false);
  const id = useId();
  return (
    <>
      <button
        type="button"
        className="link"
        aria-expanded={open}
        aria-controls={id}
        onClick={() => {
          setOpen(!open);
        }}
      >
        {title}
      </button>
      <div id={id} hidden={!open}>
        {open && children()}
      </div>
    </>
  );
}
