import { main, readIntegrationConfig, runService } from '@openrounds/platform';
import { IntegrationModule } from './integration.module';

main(async () => {
  const config = readIntegrationConfig();
  await runService({ name: 'integration', config, module: IntegrationModule.forConfig(config) });
});
