// Package coverage makes the table of which check of ours stands for which of other
// tools, and why some of theirs have none.
package coverage

import (
	_ "embed"
	"encoding/csv"
	"fmt"
	"io"
	"strings"

	"github.com/lintel-iac/lintel/checks"
)

// none are the ids of other tools that no check of ours names: the tool as in an alias, the
// id, and the reason.
//
//go:embed aws.csv
var none string

// tools are the columns of the table, by their names in JSON.
var tools = [...]string{"checkov", "kics", "trivy", "cfn_nag", "guard", "regula", "prowler"}

// AWS writes the table for AWS as CSV: a row for each check in the order given, then one for
// each id that has none. It refuses an id that is said to have none but is an alias.
func AWS(w io.Writer, all []checks.Entry) error {
	out := csv.NewWriter(w)
	if err := out.Write(append(append([]string{"lintel"}, tools[:]...), "reason")); err != nil {
		return err
	}
	named := make(map[string]string)
	for _, check := range all {
		if !ofAWS(check) {
			continue
		}
		row := make([]string, len(tools)+2)
		row[0] = check.ID
		for tool, ids := range check.Aliases.Each {
			row[column(tool)] = strings.Join(ids, " ")
			for _, id := range ids {
				named[tool+" "+id] = check.ID
			}
		}
		if err := out.Write(row); err != nil {
			return err
		}
	}
	if err := writeNone(out, named); err != nil {
		return err
	}
	out.Flush()
	return out.Error()
}

// ofAWS tells the checks of AWS, and those of what else its templates and code have.
func ofAWS(check checks.Entry) bool {
	switch service, _, _ := strings.Cut(check.Path, "/"); service {
	case "aws", "cloudformation", "secrets", "terraform":
		return true
	}
	return false
}

func writeNone(out *csv.Writer, named map[string]string) error {
	rows, err := csv.NewReader(strings.NewReader(none)).ReadAll()
	if err != nil {
		return fmt.Errorf("aws.csv: %w", err)
	}
	for _, r := range rows[1:] {
		tool, id, reason := r[0], r[1], r[2]
		if by := named[tool+" "+id]; by != "" {
			return fmt.Errorf("aws.csv: %s %s is an alias of %s", tool, id, by)
		}
		at := column(tool)
		if at < 0 {
			return fmt.Errorf("aws.csv: no tool is called %q", tool)
		}
		row := make([]string, len(tools)+2)
		row[at], row[len(row)-1] = id, reason
		if err := out.Write(row); err != nil {
			return err
		}
	}
	return nil
}

// column is where a tool stands in a row, or -1.
func column(tool string) int {
	for i, t := range tools {
		if t == tool {
			return i + 1
		}
	}
	return -1
}
