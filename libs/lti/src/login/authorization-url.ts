import { type LoginRequest } from './login-request';

/** Secrets of one launch: 256 random bits each, base64url. */
export interface LaunchSecrets {
  readonly state: string;
  readonly nonce: string;
}

/** The one address that tokens come to. @param publicUrl without a slash at its end */
export const launchUrl = (publicUrl: string): string => `${publicUrl}/lti/launch`;

/**
 * Where the browser goes to be given a token (IMS Security Framework 1.0, section 5.1.1.2). The platform's URL may have
 * a query of its own.
 */
export function authorizationUrl(
  platform: { readonly authorizationUrl: string; readonly clientId: string },
  { loginHint, messageHint }: Pick<LoginRequest, 'loginHint' | 'messageHint'>,
  { state, nonce }: LaunchSecrets,
  publicUrl: string,
): string {
  const url = new URL(platform.authorizationUrl);
  const fields = {
    scope: 'openid',
    response_type: 'id_token',
    response_mode: 'form_post',
    prompt: 'none',
    client_id: platform.clientId,
    redirect_uri: launchUrl(publicUrl),
    login_hint: loginHint,
    ...(messageHint === null ? {} : { lti_message_hint: messageHint }),
    state,
    nonce,
  };
  for (const [name, value] of Object.entries(fields)) url.searchParams.set(name, value);
  return url.href;
}
