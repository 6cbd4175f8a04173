// Package compose reads Compose files from YAML nodes, each value with its exact
// place, merges what they extend, include and override as Compose does, and lowers
// them into the model. Unset variables stay Unknown; an unknown key or a missing file
// costs itself only.
//
// The vocabulary is Compose's own, in its long forms: compose_service, compose_network,
// compose_volume, compose_secret and compose_config, addressed as services.web and so
// on. Of a service, ports are {target,
// published, host_ip, protocol}, volumes {type, source, target, read_only},
// environment, labels, build.args and sysctls are objects, build is {context,
// dockerfile, …}, env_file is a list of {path, required}, networks is an object; and
// built is what the stage says that build leads to: user, healthcheck and base. What
// stands in build.dockerfile_inline is lowered as a Dockerfile is, into resources of
// its own below services.web.build.
//
// All services are there, whatever their profiles, which only say when one is started.
package compose
