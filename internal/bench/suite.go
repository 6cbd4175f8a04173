package bench

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"time"

	"github.com/lintel-iac/lintel/internal/gen/project"
)

// The budgets. What is measured per scan is set off against these by the rows below.
const (
	versionWall    = 20 * time.Millisecond
	versionRSS     = 30 << 20
	packageInit    = time.Millisecond
	parseFactor    = 1.4
	parseExtra     = 20 * time.Millisecond
	flatWall       = 3 * time.Second
	flatRSS        = 400 << 20
	hookWall       = 200 * time.Millisecond
	nextInstance   = 20 * time.Microsecond
	planCPU        = 1.3
	planRSS        = 1.2
	templateWall   = 2 * time.Second
	dockerfileWall = time.Second
	policyFactor   = 3
	snapshotWall   = 10 * time.Second
	idleFactor     = 1.1
)

// suite is what to measure and how.
type suite struct {
	lintel string
	runs   int
	gogc   string
	log    io.Writer
	inputs inputs
}

func (s suite) step(name string) { fmt.Fprintln(s.log, "bench:", name) }

// measure returns the rows of the table in its order, and what is to be said below it.
func (s suite) measure() ([]row, []string, error) {
	var rows []row
	var notes []string
	for _, part := range []struct {
		name string
		do   func() ([]row, []string, error)
	}{
		{"lintel version", s.version},
		{"package inits", s.inits},
		{"1,800 files, each module called once, against parsing them", s.flatCPU},
		{"the same, as shipped", s.flat},
		{"the same, all changed", s.change},
		{"the same with 100 policies, against without", s.policies},
		{"pre-commit, one file of 1,800 changed", s.hook},
		{"one module called 100 times", s.calls},
		{"count = 10000", s.count},
		{"a plan of 50 MB, against decoding it", s.plan},
		{"1,000 templates", s.templates},
		{"1,000 Dockerfiles", s.dockerfiles},
		{"the same with their own checks alone", s.idle},
		{"a snapshot of 100,000 resources", s.snapshot},
	} {
		s.step(part.name)
		r, n, err := part.do()
		if err != nil {
			return nil, nil, fmt.Errorf("%s: %w", part.name, err)
		}
		rows, notes = append(rows, r...), append(notes, n...)
	}
	return rows, notes, nil
}

func (s suite) version() ([]row, []string, error) {
	m, err := s.median(command{args: []string{s.lintel, "version"}})
	return []row{
		duration("lintel version: wall", m.wall, versionWall),
		memory("lintel version: memory", m.rss, versionRSS),
	}, nil, err
}

func (s suite) inits() ([]row, []string, error) {
	inits, err := s.medianInits()
	if err != nil || len(inits) == 0 {
		return nil, nil, err
	}
	var over []string
	for _, i := range inits {
		if i.clock > packageInit {
			over = append(over, fmt.Sprintf("package init over %v: %s %v", packageInit, i.path, i.clock))
		}
	}
	return []row{duration("slowest package init: "+inits[0].path, inits[0].clock, packageInit)}, over, nil
}

// flatCPU compares with parsing in turns, so that a machine that slows down does so for both. Both sides get the same
// GOGC; a program that sets its own must let the variable win.
func (s suite) flatCPU() ([]row, []string, error) {
	self, err := os.Executable()
	if err != nil {
		return nil, nil, err
	}
	env := []string{"GOGC=" + s.gogc}
	medians, err := s.medians(
		command{args: []string{self, "parse", s.inputs.flat}, env: env},
		command{args: s.scan(s.inputs.flat), env: env, findings: true},
	)
	if err != nil {
		return nil, nil, err
	}
	parse, scan := medians[0].cpu, medians[1].cpu
	budget := time.Duration(parseFactor*float64(parse)) + parseExtra
	note := fmt.Sprintf("with GOGC=%s, parsing takes %v of CPU, and a scan %.2f times that",
		s.gogc, round(parse), float64(scan)/float64(parse))
	return []row{duration("1,800 files: CPU, parsing × 1.4 + 20 ms", scan, budget)}, []string{note}, nil
}

func (s suite) flat() ([]row, []string, error) {
	m, err := s.median(command{args: s.scan(s.inputs.flat), findings: true})
	return []row{
		duration("1,800 files: wall", m.wall, flatWall),
		memory("1,800 files: memory", m.rss, flatRSS),
	}, nil, err
}

// hook is what pre-commit runs where a file of a module was changed that one of twelve roots calls. The median is of warm
// runs, for writing the project has left it in memory.
func (s suite) hook() ([]row, []string, error) {
	changed := filepath.Join(s.inputs.teams, "modules", project.ModuleName(0), "storage.tf")
	m, err := s.median(command{
		args:     []string{s.lintel, "scan", "--hook", "--boundary", s.inputs.teams, changed},
		findings: true,
	})
	return []row{duration("pre-commit, one file of 1,800: wall", m.wall, hookWall)}, nil, err
}

// policies compares with the built-in checks alone, in turns.
func (s suite) policies() ([]row, []string, error) {
	medians, err := s.medians(
		command{args: s.scan(s.inputs.flat), findings: true},
		command{args: append(s.scan(s.inputs.flat), "--policy", s.inputs.policies), findings: true},
	)
	if err != nil {
		return nil, nil, err
	}
	return []row{duration("1,800 files and 100 policies: wall, without × 3", medians[1].wall, policyFactor*medians[0].wall)}, nil, err
}

func (s suite) dockerfiles() ([]row, []string, error) {
	m, err := s.median(command{args: s.scan(s.inputs.dockerfiles), findings: true})
	return []row{duration("1,000 Dockerfiles: wall", m.wall, dockerfileWall)}, nil, err
}

// idle compares with a scan that lacks the checks whose types are nowhere: what they cost is the machine's noise.
func (s suite) idle() ([]row, []string, error) {
	medians, err := s.medians(
		command{args: append(s.scan(s.inputs.dockerfiles), "--only", "docker-*"), findings: true},
		command{args: s.scan(s.inputs.dockerfiles), findings: true},
	)
	if err != nil {
		return nil, nil, err
	}
	budget := time.Duration(idleFactor * float64(medians[0].cpu))
	return []row{duration("1,000 Dockerfiles: CPU, their own checks × 1.1", medians[1].cpu, budget)}, nil, nil
}

func (s suite) snapshot() ([]row, []string, error) {
	m, err := s.median(command{args: s.scan(s.inputs.snapshot), findings: true})
	return []row{duration("a snapshot of 100,000 resources: wall", m.wall, snapshotWall)}, nil, err
}

func (s suite) templates() ([]row, []string, error) {
	m, err := s.median(command{args: s.scan(s.inputs.templates), findings: true})
	return []row{duration("1,000 CloudFormation templates: wall", m.wall, templateWall)}, nil, err
}

func (s suite) calls() ([]row, []string, error) {
	per, err := s.perInstance(s.inputs.oneCall, s.inputs.calls, (manyCalls-1)*project.CalleeResources)
	return []row{duration("next instance: 100 calls of 40 resources", per, nextInstance)}, nil, err
}

func (s suite) count() ([]row, []string, error) {
	per, err := s.perInstance(s.inputs.oneInstance, s.inputs.count, manyInstances-1)
	return []row{duration("next instance: count = 10000", per, nextInstance)}, nil, err
}

// perInstance is the CPU that many takes over one, for each of the further instances.
func (s suite) perInstance(one, many string, further int) (time.Duration, error) {
	medians, err := s.medians(
		command{args: s.scan(one), findings: true},
		command{args: s.scan(many), findings: true},
	)
	if err != nil {
		return 0, err
	}
	return (medians[1].cpu - medians[0].cpu) / time.Duration(further), nil
}

func (s suite) scan(dir string) []string { return []string{s.lintel, "scan", "-f", "json", dir} }
