// Package dockerfile reads Dockerfiles with BuildKit's own parser and lowers
// them into the model, each value with its exact place. Nothing is built and no
// base image is looked at: what only these can tell is Unknown.
//
// The vocabulary is Docker's own, in small:
//
//   - docker_image is the file as a whole, judged by what its last stage makes:
//     stage, base, user, healthcheck, ports.
//   - docker_stage is one FROM with all that follows: name, index, image, platform,
//     parent (the stage it is built from), final, shipped (whether the last stage is
//     built from it), and the settings in force at its end: user, workdir, healthcheck.
//   - docker_add, docker_arg, docker_cmd and so on are the instructions, one type
//     per keyword. All have stage, stage_index, and onbuild: an instruction behind
//     ONBUILD is a resource like any other. Flags are attributes of their own name.
//
// Instructions have, besides:
//
//   - add, copy: sources, destination, inline (the source is a heredoc)
//   - arg, env, label: pairs of name and value
//   - cmd, entrypoint, healthcheck, run: form ("shell", "exec", "none"), words (of the
//     exec form), script (of the shell form), shell; and commands, the simple commands
//     in them, except where the text is for no shell that can be read
//   - expose: ports; user: user; volume: paths; workdir: path; shell: words;
//     stopsignal: signal; maintainer: name
//
// A command has name, args, environment (assignments before it), input (the names
// of the commands that are piped into it), and via: the commands that it was an
// argument of, such as sudo. Its words are as the shell would see them, as far
// as ENV, ARG and the script's own assignments tell.
package dockerfile
