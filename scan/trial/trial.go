// Package trial runs the examples of a check as a scan would run it: on files, through the parsers, with the report as
// outputs get it. Terraform is judged a second time as the plan that a provider would make of it.
package trial

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/checks/example"
	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/diag"
	"github.com/lintel-iac/lintel/parser/terraform"
	"github.com/lintel-iac/lintel/parser/tfplan/written"
	"github.com/lintel-iac/lintel/scan"
)

// planFile is the plan that is made of an example.
const planFile = "lintel.tfplan.json"

// Run judges one example by the one check that it belongs to, and returns what is wrong. Formats are those in which the
// example was judged.
func Run(ctx context.Context, check *checks.Entry, e *example.Example) (faults []string, formats []model.Format, err error) {
	dir, err := os.MkdirTemp("", "lintel-example-")
	if err != nil {
		return nil, nil, err
	}
	defer func() { _ = os.RemoveAll(dir) }()
	for _, f := range e.Files {
		name := filepath.Join(dir, filepath.FromSlash(f.Name))
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			return nil, nil, err
		}
		if err := os.WriteFile(name, f.Data, 0o644); err != nil {
			return nil, nil, err
		}
	}
	t := trial{check: check, example: e, dir: dir}
	if faults, err = t.judge(ctx, t.input()); err != nil || e.Format != model.Terraform {
		return faults, []model.Format{e.Format}, err
	}
	planned, err := t.plan(ctx)
	switch {
	case errors.Is(err, written.ErrNoPlan):
		return faults, []model.Format{e.Format}, nil
	case err != nil:
		return faults, nil, err
	}
	for _, fault := range planned {
		faults = append(faults, "as a plan: "+fault)
	}
	return faults, []model.Format{e.Format, model.TerraformPlan}, nil
}

// trial is one example in a folder of its own.
type trial struct {
	check   *checks.Entry
	example *example.Example
	dir     string
}

// input is what is scanned: the folder of Terraform's, or the first file.
func (t trial) input() string {
	if t.example.Format == model.Terraform {
		return t.dir
	}
	return filepath.Join(t.dir, filepath.FromSlash(t.example.Files[0].Name))
}

// judge scans a path and compares what is found with what is wanted.
func (t trial) judge(ctx context.Context, path string) ([]string, error) {
	report, err := scan.Run(ctx, scan.Options{
		Paths: []string{path}, Boundary: t.dir, Source: t.dir,
		Checks: []checks.Entry{*t.check}, Profile: scan.All, NoSuppress: true, Passed: true,
	})
	if err != nil {
		return nil, err
	}
	var faults []string
	for _, d := range report.Diagnostics {
		if d.Severity == diag.Error {
			faults = append(faults, d.String())
		}
	}
	if report.Summary.Failed+report.Summary.Unknown+report.Summary.Passed == 0 {
		faults = append(faults, "nothing in the example was judged")
	}
	var said []example.Said
	for _, f := range report.Findings {
		if f.Verdict != checks.Passed {
			want := example.Want{File: f.Place.File, Line: int(f.Place.Start.Line), Message: f.Message}
			said = append(said, example.Said{Verdict: f.Verdict, Want: want})
		}
	}
	return append(faults, t.example.Faults(said)...), nil
}

// plan writes a plan of the example and judges that.
func (t trial) plan(ctx context.Context) ([]string, error) {
	files := os.DirFS(t.dir)
	source, _, err := terraform.New(files).Parse(ctx, ".", terraform.Inputs{})
	if err != nil {
		return nil, err
	}
	text, err := written.Plan(files, ".", source)
	if err != nil {
		return nil, fmt.Errorf("plan %s: %w", t.example.Name, err)
	}
	name := filepath.Join(t.dir, planFile)
	if err := os.WriteFile(name, text, 0o644); err != nil {
		return nil, err
	}
	return t.judge(ctx, name)
}
