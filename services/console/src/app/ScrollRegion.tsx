import type { ReactNode } from 'react';

/** A wide table that scrolls sideways on its own, also with the keyboard. */
export function ScrollRegion({
  label,
  hidden,
  children,
}: {
  label: string;
  hidden?: boolean;
  children: ReactNode;
}) {
  return (
    <div className="scroll" role="group" aria-label={label} tabIndex={hidden === true ? undefined : 0}>
      {children}
    </div>
  );
}
