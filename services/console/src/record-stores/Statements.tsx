import { useId, useState } from 'react';
import type { LrsConnection, RecordStatement, StatementState } from '../api/types';
import { assignmentAddress } from '../app/location';
import { PageLink } from '../app/PageLink';
import { ScrollRegion } from '../app/ScrollRegion';
import { Listed } from '../connections/Listed';
import { MoreButton } from '../connections/MoreButton';
import { formatInstant } from '../format/instant';
import { useWords } from '../i18n/use-words';
import { useStatements } from './use-stores';

const STATES = [
  'waiting',
  'retrying',
  'delivered',
  'needs-attention',
] as const satisfies readonly StatementState[];

/** Where a statement stands, and why it is not there yet. */
function Standing({ statement }: { statement: RecordStatement }) {
  const { t, locale } = useWords();
  const { state, cause, status, changedAt, nextTryAt } = statement;
  return (
    <>
      {t(`records.state.${state}`)} · {formatInstant(changedAt, locale)}
      {cause !== null && (
        <p className="small">
          {t(`records.cause.${cause}`)}
          {status !== null && ` (${String(status)})`}
        </p>
      )}
      {nextTryAt !== null && (
        <p className="small">{t('grades.nextTry', { when: formatInstant(nextTryAt, locale) })}</p>
      )}
    </>
  );
}

function Row({ statement, store }: { statement: RecordStatement; store: string }) {
  const { t, locale } = useWords();
  const { at, verb, learnerId, assignmentId, state } = statement;
  return (
    <tr data-statement={state}>
      <th scope="row">{formatInstant(at, locale)}</th>
      <td>
        <code>{verb}</code>
      </td>
      <td>{t('grades.learner', { code: learnerId.slice(-4).toUpperCase() })}</td>
      <td>
        <PageLink href={assignmentAddress(assignmentId)}>{t('records.assignment')}</PageLink>
      </td>
      <td>{store}</td>
      <td>
        <Standing statement={statement} />
      </td>
    </tr>
  );
}

/** What was and is to be sent to record stores, newest first. */
export function Statements({ stores }: { stores: readonly LrsConnection[] }) {
  const { t } = useWords();
  const id = useId();
  const [state, setState] = useState<StatementState | undefined>(undefined);
  const { items, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useStatements(state);
  const above = (
    <p className="row">
      <label htmlFor={id}>{t('records.show')}</label>
      <select
        id={id}
        value={state ?? ''}
        onChange={(event) => {
          setState(STATES.find((each) => each === event.target.value));
        }}
      >
        <option value="">{t('records.all')}</option>
        {STATES.map((each) => (
          <option key={each} value={each}>
            {t(`records.state.${each}`)}
          </option>
        ))}
      </select>
    </p>
  );
  return (
    <Listed
      id="h-statements"
      heading={t('records.statements')}
      query={{ data: items, error, refetch }}
      above={above}
    >
      {(statements) =>
        statements.length === 0 ? (
          <p className="small soft">{t('records.none')}</p>
        ) : (
          <>
            <ScrollRegion label={t('records.statements')}>
              <table className="tbl" data-testid="statements">
                <caption className="vh">{t('records.statements')}</caption>
                <thead>
                  <tr>
                    <th scope="col">{t('platforms.time')}</th>
                    <th scope="col">{t('records.verb')}</th>
                    <th scope="col">{t('assignments.learner')}</th>
                    <th scope="col">{t('records.assignment')}</th>
                    <th scope="col">{t('records.store')}</th>
                    <th scope="col">{t('platforms.standing')}</th>
                  </tr>
                </thead>
                <tbody>
                  {statements.map((statement) => (
                    <Row
                      key={statement.id}
                      statement={statement}
                      store={
                        stores.find(({ id: storeId }) => storeId === statement.connectionId)?.name ??
                        t('platforms.gone')
                      }
                    />
                  ))}
                </tbody>
              </table>
            </ScrollRegion>
            <MoreButton
              hasMore={hasNextPage}
              pending={isFetchingNextPage}
              onMore={() => void fetchNextPage()}
            />
          </>
        )
      }
    </Listed>
  );
}
