import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useApi } from '../api/context';
import type { ImportedDocument } from '../api/guidelines';
import { useWords } from '../i18n/use-words';
import type { FieldFault } from '../passages/fault-words';
import { faultsIn } from '../passages/use-faults';
import { base64Of } from './base64-of';
import { hashOfBase64 } from './hash-of-base64';
import { bodyOf, faultOfFile, faultsBefore, faultsOfForm, type ImportForm, isOfFile } from './import-form';
import { DOCUMENTS_KEY } from './use-documents';

/** What became of a file. Without faults it was refused for what is said of all, or did not arrive. */
export type Outcome =
  | { readonly state: 'waiting' | 'sending' }
  | { readonly state: 'arriving'; readonly sha256: string }
  | ({ readonly state: 'taken' } & ImportedDocument)
  | { readonly state: 'refused'; readonly faults: readonly FieldFault[] };

export interface ChosenFile {
  readonly key: number;
  readonly file: File;
  readonly outcome: Outcome;
}

/** The file's bytes, or why there are none: it may be gone since it was chosen. */
const contentOf = (file: File): Promise<string | FieldFault> =>
  base64Of(file).catch(() => ({ pointer: '/content', code: 'unreadable', message: 'unreadable' }));

/** Files on their way in, one after the other; one that is refused does not keep the others from coming. */
export function useImportFiles() {
  const api = useApi();
  const client = useQueryClient();
  const { locale } = useWords();
  const next = useRef(0);
  const [files, setFiles] = useState<readonly ChosenFile[]>([]);
  const [faults, setFaults] = useState<readonly FieldFault[]>([]);

  const mark = (key: number, outcome: Outcome): void => {
    setFiles((all) => all.map((each) => (each.key === key ? { ...each, outcome } : each)));
  };

  /** Whether the next file may follow. @throws ApiError for what no other file would fare better with */
  const bring = async ({ key, file }: ChosenFile, form: ImportForm, single: boolean): Promise<boolean> => {
    mark(key, { state: 'sending' });
    const content = faultOfFile(file) ?? (await contentOf(file));
    if (typeof content !== 'string') {
      mark(key, { state: 'refused', faults: [content] });
      return true;
    }
    try {
      const body = bodyOf(form, file.name, content, single);
      mark(key, { state: 'arriving', sha256: hashOfBase64(content) });
      mark(key, { state: 'taken', ...(await api.guidelines.import(body, locale)) });
      return true;
    } catch (error) {
      const told = faultsIn(error);
      mark(key, { state: 'refused', faults: told.filter(isOfFile) });
      setFaults(faultsOfForm(told, single));
      if (told.length === 0) throw error;
      return told.every(isOfFile);
    }
  };

  const send = useMutation({
    mutationFn: async (form: ImportForm) => {
      const rest = files.filter(({ outcome }) => outcome.state !== 'taken');
      const before = faultsBefore(form, rest.length);
      setFaults(before);
      if (before.length > 0) return;
      for (const { key } of rest) mark(key, { state: 'waiting' });
      for (const chosen of rest) if (!(await bring(chosen, form, files.length === 1))) return;
    },
    onSettled: () => client.invalidateQueries({ queryKey: DOCUMENTS_KEY }),
  });

  return {
    files,
    faults,
    send,
    /** What was taken before makes room for what is chosen now. */
    add: (file: File): void => {
      next.current += 1;
      const chosen: ChosenFile = { key: next.current, file, outcome: { state: 'waiting' } };
      setFiles((all) => [...all.filter(({ outcome }) => outcome.state !== 'taken'), chosen]);
    },
    remove: (key: number): void => {
      setFiles((all) => all.filter((each) => each.key !== key));
    },
  };
}
