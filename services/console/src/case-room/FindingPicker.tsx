import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
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

/** Type-ahead over the vocabulary, clinical and lay words in both languages; then one click says how it is stated. */
export function FindingPicker({
  label,
  onState,
}: {
  label: string;
  onState: (finding: CodedFinding) => void;
}) {
  const { t } = useWords();
  const [text, setText] = useState('');
  const [picked, setPicked] = useState<VocabularyFinding | null>(null);
  const search = useFindingSearch(picked === null ? text : '');
  const items = text.trim() === '' ? [] : (search.data ?? []);

  function pick(id: string): void {
    const found = items.find((item) => item.id === id);
    if (found === undefined) return;
    setPicked(found);
    setText(found.name);
  }

  return (
    <div className="combo">
      <ComboBox
        inputValue={text}
        onInputChange={(next) => {
          setText(next);
          if (next !== picked?.name) setPicked(null);
        }}
        selectedKey={null}
        onSelectionChange={(key) => {
          if (key !== null) pick(String(key));
        }}
        items={items}
        defaultFilter={() => true}
        allowsEmptyCollection={text.trim() !== '' && picked === null}
        menuTrigger="input"
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
      {picked !== null && (
        <div className="picked" role="group" aria-label={t('findings.statement')}>
          <h4>{picked.name}</h4>
          <StatementChooser
            subject={{ findingId: picked.id, name: picked.name }}
            known={picked}
            current={undefined}
            onState={(finding) => {
              onState(finding);
              setPicked(null);
              setText('');
            }}
          />
        </div>
      )}
    </div>
  );
}
