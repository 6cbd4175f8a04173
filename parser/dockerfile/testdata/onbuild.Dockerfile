FROM node:22
ONBUILD COPY package.json /app/
ONBUILD RUN npm install \
    && npm cache clean --force
ONBUILD FROM scratch
onbuild user node
