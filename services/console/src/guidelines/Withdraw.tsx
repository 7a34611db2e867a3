import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import { useState } from 'react';
import { useWords } from '../i18n/use-words';

/** Withdraws a document after a second question. */
export function Withdraw(props: { title: string; busy: boolean; onWithdraw: () => void }) {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  return (
    <DialogTrigger isOpen={open} onOpenChange={setOpen}>
      <Button className="link" isDisabled={props.busy}>
        {t('guidelines.withdraw')} <span className="vh">{props.title}</span>
      </Button>
      <Popover className="pop" placement="bottom end">
        <Dialog role="alertdialog" aria-label={t('guidelines.withdrawOf', { title: props.title })}>
          <p>{t('guidelines.withdrawSure', { title: props.title })}</p>
          <p className="links">
            <Button
              className="link"
              onPress={() => {
                setOpen(false);
                props.onWithdraw();
              }}
            >
              {t('guidelines.withdrawYes')}
            </Button>
            <Button
              className="link"
              onPress={() => {
                setOpen(false);
              }}
            >
              {t('guidelines.withdrawNo')}
            </Button>
          </p>
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
