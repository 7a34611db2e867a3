/** What every service stands on: configuration, log, measures, health, problems, seals, start and stop. */
export * from './config/environment';
export * from './config/gateway-config';
export * from './config/service-config';
export * from './context/request-context';
export * from './faults/fault-point';
export * from './health/health';
export * from './logging/logger';
export * from './metrics/metrics';
export * from './problem/problem-document';
export * from './sealing/key-ring';
export * from './sealing/sealer';
export * from './service/platform.module';
export * from './service/run-service';
export * from './service/service-http.module';
export * from './service/tokens';
export * from './time/clock';
export * from './tracing/traceparent';
