import { main, readExplanationLogConfig, runService } from '@openrounds/platform';
import { ExplanationLogModule } from './explanation-log.module';

main(async () => {
  const config = readExplanationLogConfig();
  await runService({ name: 'explanation-log', config, module: ExplanationLogModule.forConfig(config) });
});
