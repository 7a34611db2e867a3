import { useState } from 'react';
import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import { useWords } from '../i18n/use-words';

/** Removes a training EHR after a second question. */
export function RemoveEhr(props: { name: string; busy: boolean; onRemove: () => void }) {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  const { name } = props;
  return (
    <DialogTrigger isOpen={open} onOpenChange={setOpen}>
      <Button className="link" isDisabled={props.busy}>
        {t('ehr.remove')} <span className="vh">{name}</span>
      </Button>
      <Popover className="pop" placement="bottom end">
        <Dialog role="alertdialog" aria-label={t('ehr.removeOf', { name })}>
          <p>{t('ehr.removeSure', { name })}</p>
          <p className="links">
            <Button
              className="link"
              onPress={() => {
                setOpen(false);
                props.onRemove();
              }}
            >
              {t('ehr.removeYes')}
            </Button>
            <Button
              className="link"
              onPress={() => {
                setOpen(false);
              }}
            >
              {t('ehr.removeNo')}
            </Button>
          </p>
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
