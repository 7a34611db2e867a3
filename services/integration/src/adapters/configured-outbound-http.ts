import { type FactoryProvider } from '@nestjs/common';
import { API_VERSION } from '@openrounds/contracts';
import { createOutboundHttp } from '@openrounds/outbound-http';
import { LOGGER, type IntegrationConfig, type Logger } from '@openrounds/platform';
import { EHR_CLIENT_STORE, type EhrClientStore } from '../ports/ehr-client-store';
import { LRS_CONNECTIONS, type LrsConnections } from '../ports/lrs-connections';
import { PLATFORM_STORE, type PlatformStore } from '../ports/platform-store';

export const OUTBOUND_HTTP = Symbol('OutboundHttp');

/** The way out as it is configured; behind a proxy it leads to the hosts of registrations. */
export const configuredOutboundHttp = ({
  OUTBOUND_PRIVATE_HOSTS: privateHosts,
  OUTBOUND_LOOPBACK_ORIGINS: loopbackOrigins,
  OUTBOUND_PROXY: proxyUrl,
}: IntegrationConfig): FactoryProvider => ({
  provide: OUTBOUND_HTTP,
  inject: [LOGGER, PLATFORM_STORE, EHR_CLIENT_STORE, LRS_CONNECTIONS],
  useFactory: (
    logger: Logger,
    platforms: Pick<PlatformStore, 'knowsHost'>,
    clients: Pick<EhrClientStore, 'knowsHost'>,
    records: Pick<LrsConnections, 'knowsHost'>,
  ) =>
    createOutboundHttp({
      userAgent: `OpenRounds/${API_VERSION}`,
      privateHosts,
      loopbackOrigins,
      ...(proxyUrl === undefined
        ? {}
        : {
            proxy: {
              url: proxyUrl,
              registered: async (host: string) =>
                (await platforms.knowsHost(host)) ||
                (await clients.knowsHost(host)) ||
                records.knowsHost(host),
            },
          }),
      record: (entry) => {
        logger.info(entry, 'asked a foreign host');
      },
    }),
});
