package bench

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"time"

	tfjson "github.com/hashicorp/terraform-json"

	"github.com/lintel-iac/lintel/internal/gen/project"
	"github.com/lintel-iac/lintel/parser/terraform"
	"github.com/lintel-iac/lintel/parser/tfplan/written"
)

// planCalls makes a plan of 50 MB: what a provider would plan for that many calls of a module.
const planCalls = 520

// writePlan writes the plan into a folder without source.
func writePlan(dir string) error {
	work, err := os.MkdirTemp("", "lintel-plan-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(work)
	if err := project.Calls(work, planCalls); err != nil {
		return err
	}
	fsys := os.DirFS(work)
	scope, _, err := terraform.New(fsys).Parse(context.Background(), ".", terraform.Inputs{})
	if err != nil {
		return err
	}
	text, err := written.Plan(fsys, ".", scope)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(dir, "plan.json"), text, 0o644)
}

// decodePlan decodes a plan with terraform-json. It is the yardstick for a scan and does nothing else.
func decodePlan(dir string) error {
	src, err := os.ReadFile(filepath.Join(dir, "plan.json"))
	if err != nil {
		return err
	}
	var p tfjson.Plan
	return json.Unmarshal(src, &p)
}

func (s suite) plan() ([]row, []string, error) {
	self, err := os.Executable()
	if err != nil {
		return nil, nil, err
	}
	env := []string{"GOGC=" + s.gogc}
	medians, err := s.medians(
		command{args: []string{self, "decode", s.inputs.plan}, env: env},
		command{args: s.scan(s.inputs.plan), env: env, findings: true},
	)
	if err != nil {
		return nil, nil, err
	}
	decode, scan := medians[0], medians[1]
	note := fmt.Sprintf("with GOGC=%s, decoding the plan takes %v of CPU and %s", s.gogc, round(decode.cpu), megabytes(decode.rss))
	return []row{
		duration("50 MB plan: CPU, decoding × 1.3", scan.cpu, time.Duration(planCPU*float64(decode.cpu))),
		memory("50 MB plan: memory, decoding × 1.2", scan.rss, int64(planRSS*float64(decode.rss))),
	}, []string{note}, nil
}
