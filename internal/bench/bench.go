// Package bench measures lintel against its budgets: what a version, an instance, a large project may cost. It runs the
// program as its users do, on projects that internal/gen/project writes, and prints a table. It judges nothing: a slow
// machine is not a defect.
package bench

import (
	"cmp"
	"flag"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"

	"github.com/lintel-iac/lintel/internal/gen/project"
)

const usage = `usage: bench [-runs N] [-gogc N] [-lintel FILE]
       bench write all|flat|teams|change|calls|count|plan|policies|snapshot DIR    keep an input, to profile with
       bench parse DIR                                only parse; what a scan is measured against
       bench decode DIR                               only decode a plan; what a scan of it is measured against
`

// Main runs the program and returns its exit status.
func Main(args []string, stdout, stderr io.Writer) int {
	flags := flag.NewFlagSet("bench", flag.ContinueOnError)
	flags.SetOutput(stderr)
	flags.Usage = func() {
		fmt.Fprint(stderr, usage)
		flags.PrintDefaults()
	}
	runs := flags.Int("runs", 5, "measure each N `times` and take the median")
	gogc := flags.String("gogc", "100", "GOGC of both sides where a scan is compared with parsing")
	lintel := flags.String("lintel", "", "measure this `file` instead of building one")
	if flags.Parse(args) != nil || *runs < 1 {
		return 2
	}
	err := error(nil)
	switch rest := flags.Args(); {
	case len(rest) == 0:
		err = measureAll(suite{lintel: *lintel, runs: *runs, gogc: *gogc, log: stderr}, stdout)
	case len(rest) == 3 && rest[0] == "write":
		err = write(rest[1], rest[2])
	case len(rest) == 2 && rest[0] == "parse":
		err = parseFolder(rest[1])
	case len(rest) == 2 && rest[0] == "decode":
		err = decodePlan(rest[1])
	default:
		flags.Usage()
		return 2
	}
	if err != nil {
		fmt.Fprintln(stderr, "bench:", err)
		return 1
	}
	return 0
}

// How many calls and instances there are. Each input is also written with one, to subtract what a first one costs.
const (
	manyCalls       = 100
	manyInstances   = 10_000
	manyTemplates   = 1_000
	manyDockerfiles = 1_000
	manyPolicies    = 100
)

func write(kind, dir string) error {
	switch kind {
	case "all":
		return inputsIn(dir).write()
	case "flat":
		return project.Flat(dir)
	case "teams":
		return project.Teams(dir)
	case "change":
		return writeChange(dir)
	case "calls":
		return project.Calls(dir, manyCalls)
	case "count":
		return project.Count(dir, manyInstances)
	case "plan":
		return writePlan(dir)
	case "policies":
		return project.Policies(dir, manyPolicies)
	case "snapshot":
		return writeSnapshot(dir)
	}
	return fmt.Errorf("no input is called %q; there are all, flat, teams, change, calls, count, plan, policies and snapshot", kind)
}

func measureAll(s suite, stdout io.Writer) error {
	work, err := os.MkdirTemp("", "lintel-bench-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(work)

	if s.lintel == "" {
		s.step("build lintel")
		if s.lintel, err = build(work); err != nil {
			return err
		}
	}
	s.step("write the projects")
	if err := writeElsewhere(work); err != nil {
		return err
	}
	s.inputs = inputsIn(work)
	rows, notes, err := s.measure()
	if err != nil {
		return err
	}
	return printTable(stdout, rows, notes)
}

// build is what `make build` does, but for where the program goes.
func build(dir string) (string, error) {
	bin := filepath.Join(dir, "lintel.exe") // any name will do elsewhere, and Windows wants this one
	cmd := exec.Command("go", "build", "-trimpath", "-o", bin, "./cmd/lintel")
	cmd.Env = append(os.Environ(), "CGO_ENABLED=0")
	if out, err := cmd.CombinedOutput(); err != nil {
		return "", fmt.Errorf("build lintel: %w\n%s", err, out)
	}
	return bin, nil
}

type inputs struct {
	flat, teams, change, oneCall, calls, oneInstance, count, plan, templates, dockerfiles, policies, snapshot string
}

func inputsIn(dir string) inputs {
	return inputs{
		flat:        filepath.Join(dir, "flat"),
		teams:       filepath.Join(dir, "teams"),
		change:      filepath.Join(dir, "change"),
		oneCall:     filepath.Join(dir, "call"),
		calls:       filepath.Join(dir, "calls"),
		oneInstance: filepath.Join(dir, "one"),
		count:       filepath.Join(dir, "count"),
		plan:        filepath.Join(dir, "plan"),
		templates:   filepath.Join(dir, "templates"),
		dockerfiles: filepath.Join(dir, "dockerfiles"),
		policies:    filepath.Join(dir, "policies"),
		snapshot:    filepath.Join(dir, "snapshot"),
	}
}

func (in inputs) write() error {
	return cmp.Or(
		project.Flat(in.flat),
		project.Teams(in.teams),
		writeChange(in.change),
		project.Calls(in.oneCall, 1),
		project.Calls(in.calls, manyCalls),
		project.Count(in.oneInstance, 1),
		project.Count(in.count, manyInstances),
		writePlan(in.plan),
		project.Templates(in.templates, manyTemplates),
		project.Dockerfiles(in.dockerfiles, manyDockerfiles),
		project.Policies(in.policies, manyPolicies),
		writeSnapshot(in.snapshot),
	)
}

// writeElsewhere has another process write all inputs, which takes memory: see run.
func writeElsewhere(dir string) error {
	self, err := os.Executable()
	if err != nil {
		return err
	}
	if out, err := exec.Command(self, "write", "all", dir).CombinedOutput(); err != nil {
		return fmt.Errorf("write the projects: %w\n%s", err, out)
	}
	return nil
}
