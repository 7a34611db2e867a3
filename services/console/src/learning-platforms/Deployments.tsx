import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useApi } from '../api/context';
import type { LtiDeployment, LtiRegistration } from '../api/types';
import { ErrorNotice } from '../app/ErrorNotice';
import { ScrollRegion } from '../app/ScrollRegion';
import { Listed } from '../connections/Listed';
import { formatInstant } from '../format/instant';
import { useWords } from '../i18n/use-words';
import { DEPLOYMENTS_KEY, nameOf, useDeployments } from './use-platforms';

function Row(props: {
  deployment: LtiDeployment;
  platform: string;
  pending: boolean;
  onAccept: () => void;
  onSee: (teachersSee: LtiDeployment['teachersSee']) => void;
}) {
  const { t, locale } = useWords();
  const { deploymentId, state, createdAt, acceptedAt, teachersSee } = props.deployment;
  return (
    <tr data-deployment={state}>
      <th scope="row">{props.platform}</th>
      <td>
        <code>{deploymentId}</code>
      </td>
      <td>
        {t(`platforms.deployment.${state}`)} · {formatInstant(acceptedAt ?? createdAt, locale)}
      </td>
      <td>
        <label className="tick">
          <input
            type="checkbox"
            checked={teachersSee === 'all-own'}
            aria-disabled={props.pending}
            onChange={() => {
              props.onSee(teachersSee === 'course' ? 'all-own' : 'course');
            }}
          />
          <span>
            {t('platforms.seeAllOwn')} <span className="vh">{deploymentId}</span>
          </span>
        </label>
      </td>
      <td>
        {state === 'pending' && (
          <button type="button" className="btn" aria-disabled={props.pending} onClick={props.onAccept}>
            {t('platforms.accept')} <span className="vh">{deploymentId}</span>
          </button>
        )}
      </td>
    </tr>
  );
}

/** Places at platforms that launches come from; those that are pending wait for an administrator. */
export function Deployments({ platforms }: { platforms: readonly LtiRegistration[] }) {
  const api = useApi();
  const client = useQueryClient();
  const { t } = useWords();
  const query = useDeployments();
  const accept = useMutation({
    mutationFn: (id: string) => api.platforms.accept(id),
    onSuccess: () => client.invalidateQueries({ queryKey: DEPLOYMENTS_KEY }),
  });
  const see = useMutation({
    mutationFn: ({ id, teachersSee }: Pick<LtiDeployment, 'id' | 'teachersSee'>) =>
      api.platforms.change(id, teachersSee),
    onSuccess: () => client.invalidateQueries({ queryKey: DEPLOYMENTS_KEY }),
  });
  const error = accept.error ?? see.error;
  const above = error !== null && <ErrorNotice error={error} safe={t('platforms.notAccepted')} />;
  return (
    <Listed id="h-deployments" heading={t('platforms.deployments')} query={query} above={above}>
      {(deployments) =>
        deployments.length === 0 ? (
          <p className="small soft">{t('platforms.noDeployments')}</p>
        ) : (
          <ScrollRegion label={t('platforms.deployments')}>
            <table className="tbl" data-testid="deployments">
              <caption className="vh">{t('platforms.deployments')}</caption>
              <thead>
                <tr>
                  <th scope="col">{t('platforms.platform')}</th>
                  <th scope="col">{t('platforms.deploymentId')}</th>
                  <th scope="col">{t('platforms.standing')}</th>
                  <th scope="col">{t('platforms.teachersSee')}</th>
                  <th scope="col">
                    <span className="vh">{t('platforms.accept')}</span>
                  </th>
                </tr>
              </thead>
              <tbody>
                {deployments.map((deployment) => (
                  <Row
                    key={deployment.id}
                    deployment={deployment}
                    platform={nameOf(platforms, deployment.registrationId) ?? t('platforms.gone')}
                    pending={accept.isPending || see.isPending}
                    onSee={(teachersSee) => {
                      if (!see.isPending) see.mutate({ id: deployment.id, teachersSee });
                    }}
                    onAccept={() => {
                      if (!accept.isPending) accept.mutate(deployment.id);
                    }}
                  />
                ))}
              </tbody>
            </table>
          </ScrollRegion>
        )
      }
    </Listed>
  );
}
