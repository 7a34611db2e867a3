import { useState } from 'react';
import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import { useWords } from '../i18n/use-words';

/** Removes a system after a second question. */
export function RemoveButton(props: {
  name: string;
  /** The question, which says what goes with it. */
  sure: string;
  busy: boolean;
  onRemove: () => void;
}) {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  const { name } = props;
  return (
    <DialogTrigger isOpen={open} onOpenChange={setOpen}>
      <Button className="link" isDisabled={props.busy}>
        {t('connections.remove')} <span className="vh">{name}</span>
      </Button>
      <Popover className="pop" placement="bottom end">
        <Dialog role="alertdialog" aria-label={t('connections.removeOf', { name })}>
          <p>{props.sure}</p>
          <p className="links">
            <Button
              className="link"
              onPress={() => {
                setOpen(false);
                props.onRemove();
              }}
            >
              {t('connections.removeYes')}
            </Button>
            <Button
              className="link"
              onPress={() => {
                setOpen(false);
              }}
            >
              {t('connections.removeNo')}
            </Button>
          </p>
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
