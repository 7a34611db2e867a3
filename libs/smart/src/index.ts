/** SMART App Launch 2 (HL7): what crosses between a training EHR and us to read one patient; ADR 0080. Pure. */
export { type AskedAuthorization, challengeOf, newVerifier, smartAuthorizationUrl } from './authorization';
export { configurationUrl, readConfiguration, type SmartConfiguration } from './configuration';
export { type FhirResource, readPage, type RecordPage, recordQueries } from './record';
export { grantedTypes, missingScopes, READ_TYPES, type ReadType, wantedScopes } from './scopes';
export { SmartRefused } from './smart-refused';
export {
  type ClientAuthentication,
  type GrantedCode,
  oauthErrorOf,
  readToken,
  type SmartKey,
  type SmartToken,
  type TokenRequest,
  tokenRequest,
} from './token';
