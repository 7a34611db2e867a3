import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useApi } from '../api/context';
import { useWords } from '../i18n/use-words';
import { Refused } from './Refused';
import { ASSIGNMENTS_KEY } from './use-assignments';

/** Comes into a class, whose assignments are then in the list. */
export function JoinClass() {
  const api = useApi();
  const client = useQueryClient();
  const { t } = useWords();
  const [code, setCode] = useState('');
  const join = useMutation({
    mutationFn: () => api.assignments.join(code.trim()),
    onSuccess: async () => {
      setCode('');
      await client.invalidateQueries({ queryKey: ASSIGNMENTS_KEY });
    },
  });
  return (
    <section aria-labelledby="h-join">
      <h2 id="h-join">{t('assignments.join.title')}</h2>
      <form
        className="row"
        onSubmit={(event) => {
          event.preventDefault();
          join.mutate();
        }}
      >
        <div>
          <label className="label" htmlFor="class-code">
            {t('assignments.join.code')}
          </label>
          <input
            id="class-code"
            className="field"
            value={code}
            required
            autoComplete="off"
            spellCheck={false}
            aria-describedby="class-code-hint"
            onChange={(event) => {
              setCode(event.target.value);
            }}
          />
        </div>
        <button type="submit" className="btn" disabled={join.isPending}>
          {t('assignments.join.go')}
        </button>
      </form>
      <p className="small mute" id="class-code-hint">
        {t('assignments.join.hint')}
      </p>
      <p role="status">{join.isSuccess && t('assignments.join.joined', { name: join.data })}</p>
      {join.isError && <Refused error={join.error} />}
    </section>
  );
}
