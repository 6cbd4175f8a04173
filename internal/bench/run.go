package bench

import (
	"bytes"
	"cmp"
	"fmt"
	"os"
	"os/exec"
	"slices"
	"time"
)

// command is a program to run. Its output goes nowhere.
type command struct {
	args     []string
	env      []string // in addition to ours
	findings bool     // it must end with status 1: a scan that finds nothing has not looked
}

// cost is what one run took. Memory is 0 where the system does not tell.
type cost struct {
	wall time.Duration
	cpu  time.Duration
	rss  int64
}

// run returns what c took and its standard error.
//
// On Linux a process starts out with the peak memory of the one that forked it, so this one must stay small: nothing
// here holds a project in memory.
func run(c command) (cost, []byte, error) {
	cmd := exec.Command(c.args[0], c.args[1:]...)
	cmd.Env = append(os.Environ(), c.env...)
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	start := time.Now()
	err := cmd.Run()
	wall := time.Since(start)
	if cmd.ProcessState == nil {
		return cost{}, nil, err
	}
	want := 0
	if c.findings {
		want = 1
	}
	if got := cmd.ProcessState.ExitCode(); got != want {
		return cost{}, nil, fmt.Errorf("%v: exit status %d, want %d\n%s", c.args, got, want, stderr.Bytes())
	}
	return cost{
		wall: wall,
		cpu:  cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime(),
		rss:  peakMemory(cmd.ProcessState),
	}, stderr.Bytes(), nil
}

func (s suite) median(c command) (cost, error) {
	m, err := s.medians(c)
	if err != nil {
		return cost{}, err
	}
	return m[0], nil
}

// medians runs the commands in turns and returns the median of each, number by number.
func (s suite) medians(commands ...command) ([]cost, error) {
	costs := make([][]cost, len(commands))
	for range s.runs {
		for i, c := range commands {
			took, _, err := run(c)
			if err != nil {
				return nil, err
			}
			costs[i] = append(costs[i], took)
		}
	}
	medians := make([]cost, len(commands))
	for i, all := range costs {
		medians[i] = cost{
			wall: median(all, func(c cost) time.Duration { return c.wall }),
			cpu:  median(all, func(c cost) time.Duration { return c.cpu }),
			rss:  median(all, func(c cost) int64 { return c.rss }),
		}
	}
	return medians, nil
}

// median of the values that of picks; of an even number of them, the lower middle one.
func median[T any, N cmp.Ordered](all []T, of func(T) N) N {
	values := make([]N, len(all))
	for i, one := range all {
		values[i] = of(one)
	}
	slices.Sort(values)
	return values[(len(values)-1)/2]
}
