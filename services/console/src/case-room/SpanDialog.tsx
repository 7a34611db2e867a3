import { type ReactNode, useState } from 'react';
import { Dialog, DialogTrigger, Popover, Pressable } from 'react-aria-components';

export interface MarkLook {
  readonly className: string;
  readonly sign?: string;
  readonly title: string;
  /** What a screen reader hears after the words themselves. */
  readonly spoken: string;
}

/** Words of the narrative that open a dialogue by a click or Enter. */
export function SpanDialog(props: {
  text: string;
  mark: MarkLook;
  label: string;
  children: (close: () => void) => ReactNode;
}) {
  const [open, setOpen] = useState(false);
  const { className, sign, title, spoken } = props.mark;
  return (
    <DialogTrigger isOpen={open} onOpenChange={setOpen}>
      <Pressable>
        <mark
          role="button"
          tabIndex={0}
          className={className}
          data-sign={sign}
          aria-expanded={open}
          title={title}
          aria-label={`${props.text}. ${spoken}`}
        >
          {props.text}
        </mark>
      </Pressable>
      <Popover className="pop" placement="bottom start">
        <Dialog aria-label={props.label}>
          {props.children(() => {
            setOpen(false);
          })}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
