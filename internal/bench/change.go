package bench

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"time"

	"github.com/lintel-iac/lintel/internal/gen/project"
)

// changeFactor is what a scan may take that judges a change, times a scan that does
// not, where the change concerns all there is.
const changeFactor = 2.2

// writeChange writes a clone in which every module is about to change.
func writeChange(dir string) error {
	if err := project.Flat(dir); err != nil {
		return err
	}
	for _, args := range [][]string{
		{"init", "-q", "-b", "main", "."},
		{"add", "-A"},
		{"-c", "user.name=bench", "-c", "user.email=bench@example.com", "commit", "-q", "-m", "before"},
		{"repack", "-q", "-a", "-d"},
	} {
		cmd := exec.Command("git", args...)
		cmd.Dir = dir
		if out, err := cmd.CombinedOutput(); err != nil {
			return fmt.Errorf("git %v: %w\n%s", args, err, out)
		}
	}
	return filepath.WalkDir(dir, func(name string, _ os.DirEntry, err error) error {
		if err != nil || filepath.Ext(name) != ".tf" {
			return err
		}
		text, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		return os.WriteFile(name, append(text, "# changed\n"...), 0o644)
	})
}

func (s suite) change() ([]row, []string, error) {
	medians, err := s.medians(
		command{args: s.scan(s.inputs.change), findings: true},
		command{args: append(s.scan(s.inputs.change), "--changed-since", "main"), findings: true},
	)
	if err != nil {
		return nil, nil, err
	}
	alone, both := medians[0].cpu, medians[1].cpu
	budget := time.Duration(changeFactor * float64(alone))
	note := fmt.Sprintf("judging a change of all 1,800 files takes %.2f times the CPU of a scan", float64(both)/float64(alone))
	return []row{duration("1,800 files all changed: CPU, a scan × 2.2", both, budget)}, []string{note}, nil
}
