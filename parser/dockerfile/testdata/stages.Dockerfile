# syntax=docker/dockerfile:1
ARG GO_VERSION=1.26
ARG FLAVOUR
FROM --platform=$BUILDPLATFORM golang:${GO_VERSION}-alpine AS build
ARG TARGETARCH
ARG GO_VERSION
ENV CGO_ENABLED=0 PKGS="git=2.1 make"
WORKDIR /src
COPY go.mod go.sum ./
RUN --mount=type=cache,target=/root/.cache/go-build \
    apk add --no-cache ${PKGS} && \
    # built for the target
    GOARCH=$TARGETARCH go build -o /out/app ./cmd/app
USER app

FROM build AS test
RUN ["go", "test", "./..."]

FROM alpine:${FLAVOUR:-3.20}
COPY --from=build --chown=app:app /out/app /usr/bin/app
EXPOSE 8080/tcp 9090
HEALTHCHECK --interval=30s CMD wget -qO- http://localhost:8080/ || exit 1
USER 1000:1000
LABEL org.opencontainers.image.title="App" maintainer=me
ENTRYPOINT ["/usr/bin/app"]
