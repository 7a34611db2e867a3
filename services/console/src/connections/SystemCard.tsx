import { useMutation, useQueryClient, type QueryKey } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { ErrorNotice } from '../app/ErrorNotice';
import { useWords } from '../i18n/use-words';
import { type Asked, Outcomes } from './Outcomes';
import { RemoveButton } from './RemoveButton';

/** A foreign system that was registered: it can be checked, and removed. */
export function SystemCard(props: {
  id: string;
  name: string;
  /** Its addresses. */
  where: string;
  /** What else is known of it. */
  children?: ReactNode;
  /** The list that it stands in. */
  listKey: QueryKey;
  /** Asked before it is removed. */
  sure: string;
  notRemoved: string;
  onCheck: () => Promise<readonly Asked[]>;
  onRemove: () => Promise<void>;
}) {
  const client = useQueryClient();
  const { t } = useWords();
  const { name, children } = props;
  const check = useMutation({ mutationFn: props.onCheck });
  const remove = useMutation({
    mutationFn: props.onRemove,
    onSuccess: () => client.invalidateQueries({ queryKey: props.listKey }),
  });
  return (
    <li data-system={props.id}>
      <div>
        <h3>{name}</h3>
        <p className="address">{props.where}</p>
        {check.data !== undefined && <Outcomes asked={check.data} />}
        {check.error !== null && <ErrorNotice error={check.error} safe={t('connections.notChecked')} />}
        {remove.error !== null && <ErrorNotice error={remove.error} safe={props.notRemoved} />}
      </div>
      {children !== undefined && <p className="about">{children}</p>}
      <p className="about">
        <span>
          <Button
            className="link"
            isDisabled={check.isPending}
            onPress={() => {
              check.mutate();
            }}
          >
            {t(check.isPending ? 'connections.checking' : 'connections.check')}{' '}
            <span className="vh">{name}</span>
          </Button>
        </span>
        <span>
          <RemoveButton
            name={name}
            sure={props.sure}
            busy={remove.isPending}
            onRemove={() => {
              remove.mutate();
            }}
          />
        </span>
      </p>
    </li>
  );
}
