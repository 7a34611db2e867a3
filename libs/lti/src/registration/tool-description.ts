import { SCOPE } from '../claims/names';
import { launchUrl } from '../login/authorization-url';

/** What an administrator switches on. */
export interface OfferedServices {
  readonly grades: boolean;
  readonly roster: boolean;
}

/** Addresses of an installation that platforms are told. @param publicUrl without a slash at its end */
export const toolAddresses = (publicUrl: string) => ({
  login: `${publicUrl}/lti/login`,
  launch: launchUrl(publicUrl),
  keySet: `${publicUrl}/lti/jwks`,
  links: `${publicUrl}/lti/r/`,
});

const TITLE = 'OpenRounds';
const DESCRIPTION = 'Clinical reasoning for teaching: cases, differentials, lectures';
/** Nothing of a person is asked for but an id. */
const CLAIMS = ['iss', 'sub'];

/** Scopes of what is switched on, and no more. */
export const scopesOf = ({ grades, roster }: OfferedServices): readonly string[] => [
  ...(grades ? [SCOPE.score, SCOPE.result, SCOPE.lineItem] : []),
  ...(roster ? [SCOPE.roster] : []),
];

const messages = (publicUrl: string) => [
  { type: 'LtiResourceLinkRequest', target_link_uri: launchUrl(publicUrl), label: TITLE },
  { type: 'LtiDeepLinkingRequest', target_link_uri: launchUrl(publicUrl), label: TITLE },
];

/** What is sent to register by itself (LTI Dynamic Registration 1.0, section 3.5.1). */
export function registrationRequest(publicUrl: string, services: OfferedServices): object {
  const { login, launch, keySet } = toolAddresses(publicUrl);
  return {
    application_type: 'web',
    response_types: ['id_token'],
    grant_types: ['implicit', 'client_credentials'],
    initiate_login_uri: login,
    redirect_uris: [launch],
    client_name: TITLE,
    jwks_uri: keySet,
    token_endpoint_auth_method: 'private_key_jwt',
    id_token_signed_response_alg: 'RS256',
    scope: scopesOf(services).join(' '),
    'https://purl.imsglobal.org/spec/lti-tool-configuration': {
      domain: new URL(publicUrl).host,
      description: DESCRIPTION,
      target_link_uri: launch,
      claims: CLAIMS,
      messages: messages(publicUrl),
    },
  };
}

/** What is pasted to register by hand, in the form that Canvas reads (LTI developer key, "paste JSON"). */
export function pastedConfiguration(publicUrl: string, services: OfferedServices): object {
  const { login, launch, keySet } = toolAddresses(publicUrl);
  const placement = { target_link_uri: launch, text: TITLE, enabled: true };
  return {
    title: TITLE,
    description: DESCRIPTION,
    oidc_initiation_url: login,
    target_link_uri: launch,
    public_jwk_url: keySet,
    scopes: scopesOf(services),
    extensions: [
      {
        platform: 'canvas.instructure.com',
        domain: new URL(publicUrl).host,
        privacy_level: 'anonymous',
        settings: {
          placements: [
            { ...placement, placement: 'assignment_selection', message_type: 'LtiDeepLinkingRequest' },
            { ...placement, placement: 'link_selection', message_type: 'LtiDeepLinkingRequest' },
          ],
        },
      },
    ],
  };
}
