/** LTI 1.3 (1EdTech): what crosses between a learning platform and us, read, checked and made; ADR 0072. Pure. */
export {
  LAUNCH_CAUSES,
  LAUNCH_CODES,
  type LaunchCause,
  type LaunchCode,
  LaunchRefused,
  type RefusalDetail,
} from './refusal/launch-refused';
export { CLAIM, SCOPE } from './claims/names';
export { type GradeService, type Launch, type LaunchedLink, type LinkChoice } from './claims/launch-claims';
export { isSecureUrl, type PlainOrigins } from './claims/secure-url';
export { type LaunchRole, roleOf } from './claims/role';
export { resourceOf, targetUrl } from './claims/target';
export {
  PlatformKeys,
  type PlatformKey,
  SIGNATURES,
  type Signature,
  verifyingKey,
} from './token/platform-key';
export { type AwaitedLaunch, hashOf, type LaunchVerifier, verifyLaunch } from './token/verify-launch';
export { type LoginRequest, readFields, readLogin } from './login/login-request';
export { authorizationUrl, type LaunchSecrets, launchUrl } from './login/authorization-url';
export { AccessToken, tokenForm, type ToolKey } from './access/client-assertion';
export {
  type OfferedServices,
  pastedConfiguration,
  registrationRequest,
  scopesOf,
  toolAddresses,
} from './registration/tool-description';
export {
  type PlatformConfiguration,
  platformConfiguration,
  RegistrationAnswer,
} from './registration/platform-documents';
export { type ChosenResource, type LinksAnswer, linksAnswer } from './deep-linking/links-answer';
export { nextPage, ROSTER_TYPE, type RosterMember, rosterPage } from './roster/roster-page';
export {
  GRADE_TYPE,
  holdsScore,
  LineItem,
  LineItems,
  newLineItem,
  pointsOf,
  Results,
  resultUrl,
  scoreBody,
  scoresUrl,
  searchUrl,
  type SentScore,
} from './grades/grade-requests';
