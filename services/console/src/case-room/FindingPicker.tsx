import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { ComboBox, Input, Label, ListBox, ListBoxItem, Popover } from 'react-aria-components';
import { useApi } from '../api/context';
import type { VocabularyFinding } from '../api/types';
import { useDebounced } from '../api/use-debounced';
import { useWords } from '../i18n/use-words';
import type { CodedFinding } from './draft';
import { StatementChooser } from './StatementChooser';

const SETTLE_MS = 150;

function useFindingSearch(text: string) {
  const api = useApi();
  const { locale } = useWords();
  const query = useDebounced(text.trim(), SETTLE_MS);
  return useQuery({
    queryKey: ['findings', query, locale],
    queryFn: ({ signal }) => api.searchFindings(query, locale, signal),
    enabled: query !== '',
    placeholderData: (previous) => previous,
  });
}

function NothingFound({ search }: { search: ReturnType<typeof useFindingSearch> }): ReactNode {
  const { t } = useWords();
  const message = search.isError
    ? t('findings.searchFailed')
    : search.isFetching
      ? t('findings.searching')
      : t('findings.noMatch');
  return <p className="combo-empty">{message}</p>;
}

/** How the chosen finding is stated; the first answer has the focus, so that the keyboard goes on. */
function Statement(props: {
  picked: VocabularyFinding;
  onState: (finding: CodedFinding) => void;
  onCancel: () => void;
}) {
  const { t } = useWords();
  const { picked } = props;
  const panel = useRef<HTMLDivElement>(null);
  useEffect(() => {
    panel.current?.querySelector<HTMLElement>('button, select')?.focus();
  }, []);
  return (
    <div
      className="picked"
      role="group"
      aria-label={t('findings.statement')}
      ref={panel}
      onKeyDown={(event) => {
        if (event.key === 'Escape') props.onCancel();
      }}
    >
      <h3>{picked.name}</h3>
      <StatementChooser
        subject={{ findingId: picked.id, name: picked.name }}
        known={picked}
        current={undefined}
        onState={props.onState}
      />
      <button type="button" className="link small" onClick={props.onCancel}>
        {t('findings.another')}
      </button>
    </div>
  );
}

/** Type-ahead over the vocabulary, clinical and lay words in both languages; then one click says how it is stated. */
export function FindingPicker({
  label,
  onState,
  focused = false,
}: {
  label: string;
  onState: (finding: CodedFinding) => void;
  /** Whether it has the focus as soon as it is there. */
  focused?: boolean;
}) {
  const { t } = useWords();
  const [text, setText] = useState('');
  const [picked, setPicked] = useState<VocabularyFinding | null>(null);
  const [used, setUsed] = useState(false);
  const search = useFindingSearch(text);
  const items = text.trim() === '' ? [] : (search.data ?? []);

  function pick(found: VocabularyFinding | null): void {
    setPicked(found);
    setText('');
    setUsed(true);
  }

  if (picked !== null) {
    return (
      <Statement
        picked={picked}
        onState={(finding) => {
          onState(finding);
          pick(null);
        }}
        onCancel={() => {
          pick(null);
        }}
      />
    );
  }
  return (
    <div className="combo">
      <ComboBox
        inputValue={text}
        onInputChange={setText}
        selectedKey={null}
        onSelectionChange={(key) => {
          const found = items.find(({ id }) => id === key);
          if (found !== undefined) pick(found);
        }}
        items={items}
        defaultFilter={() => true}
        // The list closes when the page scrolls, as it does when something comes in above: what is typed stays.
        allowsCustomValue
        allowsEmptyCollection={text.trim() !== ''}
        menuTrigger="input"
        autoFocus={used || focused}
      >
        <Label className="label">{label}</Label>
        <Input className="field" placeholder={t('findings.addPlaceholder')} />
        <Popover className="combo-list">
          <ListBox<VocabularyFinding> renderEmptyState={() => <NothingFound search={search} />}>
            {(item) => (
              <ListBoxItem id={item.id} textValue={item.name}>
                {item.name}
                {item.matched !== undefined && item.matched !== item.name && (
                  <small>{t('findings.also', { synonym: item.matched })}</small>
                )}
              </ListBoxItem>
            )}
          </ListBox>
        </Popover>
      </ComboBox>
    </div>
  );
}
