import { type SyntheticEvent, useEffect, useState } from 'react';
import { ApiError } from '../api/http';
import type { GuidelineDocument } from '../api/types';
import { ErrorNotice } from '../app/ErrorNotice';
import { FileButton } from '../app/FileButton';
import { useFileDrop } from '../app/use-file-drop';
import { ChecksProvider, useFieldChecks } from '../author/checks-context';
import { LineField, Said, SelectField } from '../author/fields';
import { fieldIdOf } from '../author/told-checks';
import { LANGUAGE_OPTIONS } from '../i18n/language-names';
import { useWords } from '../i18n/use-words';
import { useFaults } from '../passages/use-faults';
import { ChosenFiles } from './ChosenFiles';
import { ACCEPTED, EMPTY_FORM, type ImportForm } from './import-form';
import { useImportFiles } from './use-import-files';

function FilesField({ onFile }: { onFile: (file: File) => void }) {
  const { t } = useWords();
  const { checks, control, said } = useFieldChecks('/content');
  const { over, handlers } = useFileDrop((files) => {
    files.forEach(onFile);
  });
  return (
    <div
      className={over ? 'drop over' : 'drop'}
      id={control.id}
      role="group"
      aria-label={t('guidelines.files')}
      aria-describedby={control['aria-describedby']}
      tabIndex={-1}
      {...handlers}
    >
      <FileButton
        label={t('guidelines.choose')}
        hint={t('guidelines.chooseHint')}
        accept={ACCEPTED}
        multiple
        onFile={onFile}
      />
      <Said id={said} checks={checks} />
    </div>
  );
}

type Lines = Exclude<keyof ImportForm, 'language' | 'supersedes'>;
const LONGEST = { licence: 200, source: 500, year: 4, title: 300, publisher: 200, region: 20 } as const;
const REQUIRED: readonly Lines[] = ['licence', 'source', 'year'];

function SaidOfFiles(props: {
  form: ImportForm;
  single: boolean;
  /** Those that may be superseded. */
  standing: readonly GuidelineDocument[];
  onChange: (form: ImportForm) => void;
}) {
  const { t } = useWords();
  const { form, single, standing } = props;
  const change = (said: Partial<ImportForm>): void => {
    props.onChange({ ...form, ...said });
  };
  const line = (name: Lines) => (
    <LineField
      label={t(`guidelines.field.${name}`)}
      hint={t(`guidelines.fieldHint.${name}`)}
      pointer={`/${name}`}
      value={form[name]}
      max={LONGEST[name]}
      required={REQUIRED.includes(name)}
      onChange={(value) => {
        change({ [name]: value });
      }}
    />
  );
  return (
    <div className="fields">
      {line('licence')}
      {line('source')}
      {line('year')}
      {single && line('title')}
      {line('publisher')}
      {line('region')}
      <SelectField
        label={t('guidelines.field.language')}
        pointer="/language"
        value={form.language}
        options={[{ value: '', label: t('guidelines.languageTold') }, ...LANGUAGE_OPTIONS]}
        onChange={(language) => {
          change({ language });
        }}
      />
      {single && standing.length > 0 && (
        <SelectField
          label={t('guidelines.field.supersedes')}
          pointer="/supersedes"
          value={form.supersedes}
          options={[
            { value: '', label: t('guidelines.supersedesNone') },
            ...standing.map(({ id, title, year }) => ({ value: id, label: `${title} (${String(year)})` })),
          ]}
          onChange={(supersedes) => {
            change({ supersedes });
          }}
        />
      )}
    </div>
  );
}

/** Files that become documents of the institution. What was typed and chosen stays where something is refused. */
export function ImportDocuments({ documents }: { documents: readonly GuidelineDocument[] }) {
  const { t } = useWords();
  const inWords = useFaults();
  const [form, setForm] = useState(EMPTY_FORM);
  const { files, faults, send, add, remove } = useImportFiles();
  const [first] = faults;
  useEffect(() => {
    if (first !== undefined) document.getElementById(fieldIdOf(first.pointer))?.focus();
  }, [first]);
  const count = (state: string): number => files.filter(({ outcome }) => outcome.state === state).length;
  const done = files.length - count('waiting') - count('sending') - count('arriving');
  const standing = documents.filter(({ status }) => status === 'active');
  const isSilent = send.error instanceof ApiError && send.error.kind === 'silent';
  const submit = (event?: SyntheticEvent): void => {
    event?.preventDefault();
    if (send.isPending) return;
    // It may have been withdrawn since it was chosen.
    const isStanding = standing.some(({ id }) => id === form.supersedes);
    send.mutate(isStanding ? form : { ...form, supersedes: '' });
  };
  const choose = (file: File): void => {
    // What was said of the file before is not true of the next one.
    if (count('taken') > 0) setForm((before) => ({ ...before, title: '', supersedes: '' }));
    add(file);
  };
  return (
    <section aria-labelledby="h-import">
      <h2 id="h-import">{t('guidelines.import')}</h2>
      <p className="small soft">{t('guidelines.importLede')}</p>
      <ChecksProvider value={inWords(faults)}>
        <form noValidate onSubmit={submit}>
          <FilesField onFile={choose} />
          <ChosenFiles files={files} busy={send.isPending} onRemove={remove} />
          {files.length > 1 && <p className="small mute">{t('guidelines.several')}</p>}
          <SaidOfFiles form={form} single={files.length < 2} standing={standing} onChange={setForm} />
          <div className="submit">
            <button type="submit" className="btn primary" aria-disabled={send.isPending}>
              {t('guidelines.importNow')}
            </button>
          </div>
          <p className="small" role="status">
            {send.isPending && done < files.length
              ? t('guidelines.importing', { number: done + 1, count: files.length })
              : done > 0 && t('guidelines.imported', { taken: count('taken'), refused: count('refused') })}
          </p>
        </form>
      </ChecksProvider>
      {send.error !== null && (
        <ErrorNotice
          error={send.error}
          safe={t('guidelines.kept')}
          {...(isSilent && { what: t('guidelines.silent') })}
          onRetry={submit}
        />
      )}
    </section>
  );
}
