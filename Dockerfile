# Signpost as one small image: built with everything, run with what it needs alone.
FROM node:22-slim AS build
WORKDIR /signpost
COPY package.json package-lock.json ./
RUN npm ci --ignore-scripts
COPY . .
RUN npm run build && npm prune --omit=dev --ignore-scripts

FROM node:22-slim
ENV NODE_ENV=production SIGNPOST_HOST=0.0.0.0 SIGNPOST_WEB=off SIGNPOST_DATA=/data
WORKDIR /signpost
COPY --from=build /signpost/node_modules node_modules
COPY --from=build /signpost/dist dist
COPY --from=build /signpost/package.json /signpost/manifest.json ./
COPY --from=build /signpost/rules rules
COPY --from=build /signpost/conversations conversations
COPY --from=build /signpost/schemas schemas
COPY --from=build /signpost/page page
COPY --from=build /signpost/teams teams
RUN mkdir /data && chown node:node /data
# Nobody in it may change the program.
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=3s --start-period=20s --retries=3 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:3000/readyz').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "dist/main.js", "start"]
