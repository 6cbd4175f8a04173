package main

import (
	"os"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/lintel-iac/lintel/scan"
)

// arrange puts arguments in the order in which the flag parser wants them: the
// verb, which is scan where none is named, its flags, then paths. So flags may
// stand anywhere before "--". A hook's names of files come from whoever wrote the
// commit, so one that looks like a flag is a file all the same.
func arrange(verbs []*cli.Command, args []string) ([]string, error) {
	var verb *cli.Command
	var flags, paths []string
	if completing(args) {
		return toComplete(args), nil
	}
	hook := slices.Contains(args, "--"+hookFlag)
	rest := args[1:]
	for len(rest) > 0 {
		arg := rest[0]
		rest = rest[1:]
		switch {
		case arg == "--":
			paths, rest = append(paths, rest...), nil
		case len(arg) > 1 && arg[0] == '-' && !(hook && exists(arg)):
			flags = append(flags, arg)
			if !wantsValue(verbs, arg) {
				break
			}
			if len(rest) == 0 {
				return nil, scan.Usagef("%s wants a value", arg)
			}
			flags, rest = append(flags, rest[0]), rest[1:]
		case verb == nil && len(paths) == 0 && arg == "help":
			return args, nil
		case verb == nil && len(paths) == 0 && verbNamed(verbs, arg) != nil:
			verb = verbNamed(verbs, arg)
		default:
			paths = append(paths, arg)
		}
	}
	return assemble(verbs, args[0], verb, flags, paths)
}

func exists(name string) bool {
	_, err := os.Lstat(name)
	return err == nil
}

func assemble(verbs []*cli.Command, program string, verb *cli.Command, flags, paths []string) ([]string, error) {
	if verb == nil {
		if special := global(flags); special != "" {
			return []string{program, special}, nil
		}
		if err := misspelt(verbs, paths); err != nil {
			return nil, err
		}
		verb = verbNamed(verbs, "scan")
	}
	for i := 0; i < len(flags); i++ {
		if err := known(verb, flags[i]); err != nil {
			return nil, err
		}
		if wantsValue(verbs, flags[i]) {
			i++
		}
	}
	return slices.Concat([]string{program, verb.Name}, flags, []string{"--"}, paths), nil
}

// global is what stands for flags that ask about the program and not for a scan.
func global(flags []string) string {
	for _, flag := range flags {
		switch flag {
		case "-h", "-help", "--help":
			return "help"
		case "-v", "-version", "--version":
			return "version"
		}
	}
	return ""
}

func verbNamed(verbs []*cli.Command, name string) *cli.Command {
	for _, verb := range verbs {
		if verb.Name == name {
			return verb
		}
	}
	return nil
}

// wantsValue tells whether the next argument belongs to a flag. A flag takes a
// value in every verb that has it, or in none.
func wantsValue(verbs []*cli.Command, arg string) bool {
	name, _, hasValue := strings.Cut(strings.TrimLeft(arg, "-"), "=")
	for _, verb := range verbs {
		for _, flag := range verb.Flags {
			if slices.Contains(flag.Names(), name) {
				takes, ok := flag.(cli.DocGenerationFlag)
				return ok && takes.TakesValue() && !hasValue
			}
		}
	}
	return false
}

// known refuses a flag that the verb does not have.
func known(verb *cli.Command, arg string) error {
	name, _, _ := strings.Cut(strings.TrimLeft(arg, "-"), "=")
	for _, flag := range append(verb.Flags, cli.HelpFlag) {
		if slices.Contains(flag.Names(), name) {
			return nil
		}
	}
	spelt := "--" + name
	if len(name) == 1 {
		spelt = "-" + name
	}
	return scan.Usagef("%s has no flag %s; did you mean %s?", verb.Name, spelt, cli.SuggestFlag(verb.Flags, name, false))
}

// misspelt finds a verb with a slip in it, which would pass for a path.
func misspelt(verbs []*cli.Command, paths []string) error {
	if len(paths) == 0 || strings.ContainsAny(paths[0], `./\`) || exists(paths[0]) {
		return nil
	}
	for _, verb := range verbs {
		if !verb.Hidden && paths[0] != verb.Name && near(paths[0], verb.Name) {
			return scan.Usagef("there is no verb, file or folder %q; did you mean %q?", paths[0], verb.Name)
		}
	}
	return nil
}
