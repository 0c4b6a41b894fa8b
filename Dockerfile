FROM node:24-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --no-audit --no-fund
COPY tsconfig.json build.js ./
COPY src src
RUN npm run build && npm prune --omit=dev --no-audit --no-fund

FROM node:24-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 DATABASE_URL=file:/data/ratification.db
WORKDIR /app
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules node_modules
COPY --from=build /app/dist dist
COPY deploy/health.mjs deploy/health.mjs
COPY migrations migrations
COPY openapi/openapi.json openapi/openapi.yaml openapi/
COPY seed seed
RUN mkdir /data && chown node:node /data
USER node
# The image is run with a read-only root (docker run --read-only --tmpfs /tmp): only the record and uploads under way are written.
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=5s CMD ["node", "deploy/health.mjs"]
# As `npm start` has it: without bounds, node keeps what it could give back.
CMD ["node", "--max-old-space-size=512", "--max-semi-space-size=8", "dist/cli/main.js", "serve"]
