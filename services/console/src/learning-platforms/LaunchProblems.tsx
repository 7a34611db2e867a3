import type { LtiLaunchProblem, LtiRegistration } from '../api/types';
import { ScrollRegion } from '../app/ScrollRegion';
import { Listed } from '../connections/Listed';
import { MoreButton } from '../connections/MoreButton';
import { formatInstant } from '../format/instant';
import { useWords } from '../i18n/use-words';
import { nameOf, useLaunchProblems } from './use-platforms';

function Row({ problem, platform }: { problem: LtiLaunchProblem; platform: string }) {
  const { t, locale } = useWords();
  const { code, cause, claim, clockSeconds, requestId, at } = problem;
  return (
    <tr data-problem={code}>
      <th scope="row">{formatInstant(at, locale)}</th>
      <td>{platform}</td>
      <td>
        <code>{code}</code> ({[cause, claim].filter((part) => part !== null).join(': ')})
        <p className="small">{t(`platforms.problem.${code}`)}</p>
        {clockSeconds !== null && (
          <p className="small">{t('platforms.clock', { seconds: String(clockSeconds) })}</p>
        )}
        <p className="small mute">{t('error.request', { id: requestId })}</p>
      </td>
    </tr>
  );
}

/** Why launches failed, for seven days. */
export function LaunchProblems({ platforms }: { platforms: readonly LtiRegistration[] }) {
  const { t } = useWords();
  const { items, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useLaunchProblems();
  return (
    <Listed id="h-problems" heading={t('platforms.problems')} query={{ data: items, error, refetch }}>
      {(problems) =>
        problems.length === 0 ? (
          <p className="small soft">{t('platforms.noProblems')}</p>
        ) : (
          <>
            <ScrollRegion label={t('platforms.problems')}>
              <table className="tbl" data-testid="launch-problems">
                <caption className="vh">{t('platforms.problems')}</caption>
                <thead>
                  <tr>
                    <th scope="col">{t('platforms.time')}</th>
                    <th scope="col">{t('platforms.platform')}</th>
                    <th scope="col">{t('platforms.code')}</th>
                  </tr>
                </thead>
                <tbody>
                  {problems.map((problem) => (
                    <Row
                      key={problem.id}
                      problem={problem}
                      platform={nameOf(platforms, problem.registrationId) ?? t('platforms.gone')}
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
