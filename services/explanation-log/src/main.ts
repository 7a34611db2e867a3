import { main, readServiceConfig, runService } from '@openrounds/platform';
import { ExplanationLogModule } from './explanation-log.module';

main(async () => {
  const config = readServiceConfig();
  await runService({ name: 'explanation-log', config, module: ExplanationLogModule.forConfig(config) });
});
