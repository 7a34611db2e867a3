import { isSecureUrl, type PlainOrigins } from '@openrounds/lti';
import { z } from 'zod';
import { SmartRefused } from './smart-refused';

/** What is needed of an EHR's `.well-known/smart-configuration`. */
export interface SmartConfiguration {
  readonly authorizationEndpoint: string;
  readonly tokenEndpoint: string;
  /** Whether scopes of version 2 are understood (`permission-v2`): `.rs` in place of `.read`. */
  readonly fineScopes: boolean;
}

const Names = z.array(z.string().max(500)).max(500);
const Configuration = z.object({
  authorization_endpoint: z.string().max(2_000),
  token_endpoint: z.string().max(2_000),
  code_challenge_methods_supported: Names.optional(),
  grant_types_supported: Names.optional(),
  capabilities: Names,
});

/** Where an EHR tells of itself (SMART App Launch 2.0, section "Using `.well-known`"). */
export const configurationUrl = (fhirBaseUrl: string): string =>
  `${fhirBaseUrl.replace(/\/$/, '')}/.well-known/smart-configuration`;

/**
 * @param plain origins whose URLs may be http
 * @throws SmartRefused `smart-not-understood` for what is no configuration, for endpoints that are not https, and without PKCE
 *   by S256: without it a code that somebody caught could be used
 */
export function readConfiguration(json: unknown, plain: PlainOrigins): SmartConfiguration {
  const refused = (detail: string): SmartRefused => new SmartRefused('smart-not-understood', detail);
  const read = Configuration.safeParse(json);
  if (!read.success) throw refused('configuration');
  const {
    authorization_endpoint: authorizationEndpoint,
    token_endpoint: tokenEndpoint,
    code_challenge_methods_supported: challenges = [],
    grant_types_supported: grants,
    capabilities,
  } = read.data;
  if (!isSecureUrl(authorizationEndpoint, plain)) throw refused('authorization_endpoint');
  if (!isSecureUrl(tokenEndpoint, plain)) throw refused('token_endpoint');
  if (!challenges.includes('S256')) throw refused('code_challenge_methods_supported');
  if (grants !== undefined && !grants.includes('authorization_code')) throw refused('grant_types_supported');
  return { authorizationEndpoint, tokenEndpoint, fineScopes: capabilities.includes('permission-v2') };
}
