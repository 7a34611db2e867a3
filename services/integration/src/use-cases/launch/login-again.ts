import { type GivenLogin } from '@openrounds/contracts';
import { type AskedLogin } from '../../ports/launch-store';
import { type OwnedPlatform } from '../../ports/platform-store';

/** The same login for a window of its own, where cookies are kept and no frame keeps anything for us. */
export const loginAgain = (
  { issuer, clientId }: OwnedPlatform,
  { loginHint, messageHint, deploymentId }: AskedLogin,
): GivenLogin => ({ issuer, clientId, deploymentId, loginHint, messageHint, storageTarget: null });
