import { useRef } from 'react';
import { passageSearchAddress } from '../app/location';
import { PageLink } from '../app/PageLink';
import { Said } from '../author/fields';
import { useWords } from '../i18n/use-words';
import { useFaults } from '../passages/use-faults';
import { useImport } from './use-import';
import type { ChosenFile } from './use-import-files';

function Arriving({ sha256 }: { sha256: string }) {
  const { t } = useWords();
  const importing = useImport(sha256);
  return (
    <p className="small mute">
      {importing === undefined
        ? t('guidelines.file.sending')
        : t('guidelines.file.arriving', { arrived: importing.arrived, count: importing.passages })}
    </p>
  );
}

function What({ outcome }: Pick<ChosenFile, 'outcome'>) {
  const { t } = useWords();
  const inWords = useFaults();
  switch (outcome.state) {
    case 'waiting':
    case 'sending':
      return <p className="small mute">{t(`guidelines.file.${outcome.state}`)}</p>;
    case 'arriving':
      return <Arriving sha256={outcome.sha256} />;
    case 'taken': {
      const { title, passages } = outcome.document;
      return (
        <p className="small">
          <PageLink href={passageSearchAddress(title)}>{title}</PageLink>{' '}
          {t(outcome.isNew ? 'guidelines.file.taken' : 'guidelines.file.known', { count: passages })}
        </p>
      );
    }
    case 'refused':
      return outcome.faults.length === 0 ? (
        <p className="fault">{t('guidelines.file.notTaken')}</p>
      ) : (
        <Said checks={inWords(outcome.faults)} />
      );
  }
}

/** The files of an import, each with what became of it. */
export function ChosenFiles(props: {
  files: readonly ChosenFile[];
  busy: boolean;
  onRemove: (key: number) => void;
}) {
  const { t } = useWords();
  const list = useRef<HTMLUListElement>(null);
  return (
    <ul className="chosen" aria-label={t('guidelines.files')} ref={list} tabIndex={-1}>
      {props.files.map(({ key, file, outcome }) => (
        <li key={key} data-state={outcome.state}>
          <div>
            <b>{file.name}</b>
            <What outcome={outcome} />
          </div>
          {outcome.state !== 'taken' && (
            <button
              type="button"
              className="x"
              disabled={props.busy}
              aria-label={t('author.takeOut', { name: file.name })}
              onClick={() => {
                props.onRemove(key);
                list.current?.focus();
              }}
            >
              ×
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}
