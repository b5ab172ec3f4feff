# Sammen as an image: the build and the packages it runs with, nothing else. How to use it: deploy/README.md.
#   docker build -t sammen:1.0.0 .
ARG NODE=24-bookworm-slim

FROM node:${NODE} AS build
WORKDIR /build
COPY package.json package-lock.json ./
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY . .
# Files keep the rights they have where they come from, and a strict umask there would shut user 1000 out.
RUN npm run build && chmod -R a+rX dist

FROM node:${NODE} AS packages
WORKDIR /packages
COPY package.json package-lock.json ./
RUN npm ci --omit=dev --ignore-scripts --no-audit --no-fund \
  # A third of it is for debuggers and compilers.
  && find node_modules -type f \( -name '*.map' -o -name '*.d.ts' -o -name '*.d.mts' -o -name '*.d.cts' \) -delete

FROM node:${NODE}
LABEL org.opencontainers.image.title="Sammen" \
      org.opencontainers.image.licenses="MIT"
# The sandbox listens on its own machine only, which in a container nobody reaches.
ENV NODE_ENV=production \
    SANDBOX=off \
    DATA_DIR=/data
WORKDIR /app
COPY --from=packages /packages/node_modules ./node_modules
COPY --from=build /build/dist ./
# Only the embedded store writes, and only here.
RUN install -d -o node -g node /data
# By number, so that Kubernetes sees that it is not root.
USER 1000:1000
VOLUME /data
EXPOSE 3978
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT || 3978}/healthz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
# Node itself is process 1 and hears SIGTERM; npm would not pass it on.
ENTRYPOINT ["node", "app/main.js"]
CMD ["start"]
