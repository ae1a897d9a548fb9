# syntax=docker/dockerfile:1
# Landfall as one image: the web server and, where no Inngest is set up, the background runner. Settings: see README.md.

FROM node:20-bookworm-slim AS packages
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev --no-audit --no-fund

FROM node:20-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --no-audit --no-fund
COPY . .
# The same for every server of a deployment; part of the build.
ARG NEXT_SERVER_ACTIONS_ENCRYPTION_KEY
RUN node scripts/run.mjs build --output /image

FROM node:20-bookworm-slim
ENV NODE_ENV=production LANDFALL_HOST=0.0.0.0 PORT=3000 LANDFALL_DATA=/data
WORKDIR /app
COPY --from=packages /app/node_modules ./node_modules
COPY --from=build /image ./
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=15s --timeout=5s --start-period=30s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/health`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "container.mjs"]
