package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/lintel-iac/lintel/checks/all"
	"github.com/lintel-iac/lintel/formats"
	"github.com/lintel-iac/lintel/scan"
	"github.com/lintel-iac/lintel/scan/config"
	"github.com/lintel-iac/lintel/scan/migrate"
	"github.com/lintel-iac/lintel/scan/triage"
)

func migrateCommand() *cli.Command {
	return &cli.Command{
		Name:      "migrate",
		Usage:     "say what of the files and comments of other tools holds here, and what does not",
		ArgsUsage: "[PATH…]",
		Flags: []cli.Flag{
			&cli.StringFlag{Name: "format", Aliases: []string{"f"}, Usage: "print `F`: table, json", Value: "table"},
			&cli.BoolFlag{Name: "write", Usage: "write " + config.Names[0] + " and " + triage.ExceptionsFile + " at the top of the work tree, where there is neither"},
			&cli.StringFlag{Name: "owner", Usage: "exceptions that are written are those of `NAME`"},
			&cli.StringFlag{Name: "boundary", Usage: "read nothing outside of `DIR` (default: the work tree that holds PATH, else PATH)"},
		},
		Action: migrateAll,
	}
}

func migrateAll(c *cli.Context) error {
	if c.Bool("write") && strings.TrimSpace(c.String("owner")) == "" {
		return scan.Usagef("--write wants an owner for the exceptions: --owner NAME")
	}
	write := formats.MigrationText
	switch format := c.String("format"); format {
	case "json":
		write = formats.Migration
	case "table":
	default:
		return scan.Usagef("there is no format %q to migrate in: it is table or json", format)
	}
	m, err := scan.Migrate(c.Context, scan.Options{Paths: c.Args().Slice(), Boundary: c.String("boundary"), Checks: all.Checks, Profile: scan.All})
	if err != nil {
		return err
	}
	if err := write(c.App.Writer, carried(m)); err != nil {
		return err
	}
	if c.Bool("write") {
		err = writeMigration(c, m)
	}
	for _, d := range m.Diagnostics {
		complain(c.App.ErrWriter, "%v", d)
	}
	if err == nil && m.Diagnostics.HasErrors() {
		return lost
	}
	return err
}

// carried says what becomes of all that was found.
func carried(m *scan.Migration) (rows []formats.Carried) {
	for _, item := range m.Items {
		row := formats.Carried{Tool: item.Tool, File: item.At.File, Line: int(item.At.Start.Line), Text: item.Text, Status: "lost", Why: item.Why}
		switch {
		case item.Exception != nil:
			for _, id := range item.Exception.Globs {
				row.Checks = append(row.Checks, m.Means(id)...)
			}
			passes(&row, false)
			if item.Exception.Baseline && row.Status == "honoured" {
				row.Status, row.Setting = "setting", "baseline, which lets pass "+strings.Join(row.Checks, ", ")
			}
		case item.Key != "":
			sets(&row, item, m.Means)
		}
		rows = append(rows, row)
	}
	for _, comment := range m.Comments {
		row := formats.Carried{
			Tool: toolOf(comment.Form), File: comment.At.File, Line: int(comment.At.Start.Line),
			Text: strings.TrimSpace(comment.Form + " " + strings.TrimPrefix(comment.Name, comment.Form)), Checks: comment.Checks,
		}
		passes(&row, comment.Refused)
		rows = append(rows, row)
	}
	return rows
}

// sets fills in what the configuration would say.
func sets(row *formats.Carried, item migrate.Item, means func(string) []string) {
	values := item.Values
	switch item.Key {
	case "checks":
		row.Checks = means(values[0])
		values = []string{strings.Join(row.Checks, ", ") + " of severity " + values[1]}
	case "only":
		for _, name := range values {
			row.Checks = append(row.Checks, means(name)...)
		}
		values = row.Checks
	}
	if row.Checks == nil && (item.Key == "checks" || item.Key == "only") {
		row.Why = "no check of Lintel stands for it"
		return
	}
	row.Status, row.Setting = "setting", item.Key+": "+strings.Join(values, ", ")
}

// passes fills in what becomes of a suppression.
func passes(row *formats.Carried, refused bool) {
	switch {
	case refused:
		row.Status, row.Checks, row.Why = "lost", nil, "it is not honoured here, as lintel scan says"
	case len(row.Checks) == 0:
		row.Status, row.Why = "lost", "no check of Lintel stands for it"
	default:
		row.Status = "honoured"
	}
}

// toolOf is the tool whose comments have a form.
func toolOf(form string) string {
	tool, _, _ := strings.Cut(strings.TrimPrefix(form, "Metadata of "), ":")
	switch tool, _, _ = strings.Cut(tool, " "); tool {
	case "bridgecrew":
		return "checkov"
	case "ts":
		return "terrascan"
	case "kics-scan":
		return "kics"
	}
	return tool
}

func writeMigration(c *cli.Context, m *scan.Migration) error {
	exceptions, err := migrate.Exceptions(m.Items, c.String("owner"), m.Means)
	if err != nil {
		return err
	}
	configuration, err := migrate.Configuration(m.Items, m.Means)
	if err != nil {
		return err
	}
	for _, file := range [...]struct {
		name string
		text []byte
	}{{triage.ExceptionsFile, exceptions}, {config.Names[0], configuration}} {
		if file.text == nil {
			continue
		}
		if err := create(filepath.Join(m.Top, file.name), file.text); err != nil {
			return err
		}
		if _, err := fmt.Fprintf(c.App.Writer, "wrote %s\n", file.name); err != nil {
			return err
		}
	}
	return nil
}

// create writes a file that is not there yet, and follows no link.
func create(file string, text []byte) error {
	f, err := os.OpenFile(file, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if errors.Is(err, fs.ErrExist) {
		return scan.Usagef("%s is there already; without --write, lintel migrate says what to add to it", filepath.Base(file))
	}
	if err != nil {
		return err
	}
	_, err = f.Write(text)
	return errors.Join(err, f.Close())
}
