package triage

import (
	"fmt"
	"strings"
	"testing"
)

// reaches are the lines that each directive of a file covers.
func reaches(file, text string) string {
	s := readSheet(file, []byte(text))
	if s == nil {
		return ""
	}
	var out []string
	for _, d := range s.directives {
		word := fmt.Sprintf("%s:%d-%d", d.texts()[0], d.from, d.to)
		if d.call != "" {
			word += " module." + d.call
		}
		if d.argument {
			word += " argument"
		}
		out = append(out, word)
	}
	return strings.Join(out, ", ")
}

func TestReachInHCL(t *testing.T) {
	got := reaches("main.tf", `# lintel:ignore-file file why

resource "a" "b" { # lintel:ignore header why
  # lintel:ignore opened why

  x = 1
  # lintel:ignore above why
  # and on
  list = [
    # lintel:ignore element why
    {
      y = 1
      z = 2 # lintel:ignore member why
    },
    "s", # lintel:ignore string why
  ]
  # lintel:ignore block why
  inner {
    # lintel:ignore inner why
    w = 1
  }
  #checkov:skip=around:why
}

# lintel:ignore nothing why

// lintel:ignore call why
module "m" {
  source = "./m"
  /* lintel:ignore argument why */
  x = <<-EOT
    # lintel:ignore heredoc why
  EOT
}
# lintel:ignore end why
`)
	want := "file:1-36, header:3-23, opened:3-23, above:9-16, element:11-14, member:13-13, string:15-15, block:18-21, " +
		"inner:18-21, around:3-23, nothing:0-0, call:28-34 module.m, argument:31-33 argument, end:0-0"
	if got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

func TestReachInYAML(t *testing.T) {
	got := reaches("template.yaml", `# lintel:ignore-file file why
Resources:
  # lintel:ignore above why
  A:
    # lintel:ignore opened why
    Type: X
    Properties:
      # lintel:ignore first why
      List:
        # lintel:ignore item why
        - K: v # lintel:ignore member why
          L: "a # lintel:ignore quoted why"
        - K: 'it''s # lintel:ignore single why'
      Text: | # lintel:ignore indicator why
        # lintel:ignore block why

        more
      # checkov:skip=around:why
      Last: a#b # lintel:ignore plain why
  B: {Type: X} # lintel:ignore flow why
`)
	want := "file:1-21, above:4-19, opened:4-19, first:9-13, item:11-12, member:11-11, indicator:14-18, around:4-19, plain:19-19, flow:20-21"
	if got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

func TestReachInDockerfile(t *testing.T) {
	got := reaches("Dockerfile", `# lintel:ignore-file file why
ARG V
# lintel:ignore stage why
FROM a
# lintel:ignore run why
RUN a && \
  # lintel:ignore within why
  b
# hadolint ignore=base
FROM b
RUN <<EOT
# lintel:ignore heredoc why
EOT
# checkov:skip=all:why
`)
	want := "file:1-15, stage:4-8, run:6-8, within:8-8, base:10-10, all:1-15"
	if got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

// Where the syntax is broken, a comment still covers its line.
func TestReachInBrokenFiles(t *testing.T) {
	for file, text := range map[string]string{
		"main.tf":    "resource {{\n  # lintel:ignore x why\n  a = 1\n",
		"t.yaml":     "a: [\n  # lintel:ignore x why\n  b: }\n",
		"Dockerfile": "FROM\n# lintel:ignore x why\nRUN a\n",
	} {
		s := readSheet(file, []byte(text))
		if d := s.directives[0]; d.from > 3 || d.to < 3 {
			t.Errorf("%s: lines %d to %d", file, d.from, d.to)
		}
	}
}

func TestMarked(t *testing.T) {
	for file, want := range map[string]bool{
		"main.tf": true, "main.tofu": true, "main.tf.json": false, "t.yml": true, "t.json": true, "x.Dockerfile": true, "README.md": false,
	} {
		if Marked(file, []byte("a # lintel:ignore b c")) != want {
			t.Errorf("%s: %t", file, !want)
		}
	}
	if Marked("main.tf", []byte("# nothing to ignore")) {
		t.Error("a file without marks is marked")
	}
}

func TestManyDirectives(t *testing.T) {
	s := readSheet("main.tf", []byte(strings.Repeat("# lintel:ignore a why\n", maxDirectives+100)))
	if len(s.directives) > maxDirectives+1 || len(s.diags) != 1 {
		t.Errorf("%d directives, %d diagnostics", len(s.directives), len(s.diags))
	}
}

func TestNestingIsBounded(t *testing.T) {
	deep := "# lintel:ignore x why\na = " + strings.Repeat("[", 100_000) + "\n"
	if got := reaches("main.tf", deep); got != "x:2-2" {
		t.Errorf("got %s", got)
	}
}

// No text makes a reader panic, and what it covers lies in the file.
func FuzzSheet(f *testing.F) {
	for _, text := range []string{
		"resource \"a\" \"b\" { # lintel:ignore x y\n  # checkov:skip=CKV_AWS_3:why\n  a = [1]\n}\n",
		"Resources:\n  A: # lintel:ignore x until=2030-01-01 y\n    B: |\n      # c\n    D: 'e\n\n f'\n",
		"Resources: {A: {Metadata: {cfn_nag: {rules_to_suppress: [{id: W1}]}}}}\n",
		"FROM a\n# hadolint global ignore=DL1\nRUN <<E\n# x\nE\n",
		"/* lintel:ignore x\r\n kics-scan ignore */ a = <<E\n",
	} {
		for kind := range 3 {
			f.Add(kind, text)
		}
	}
	files := [...]string{"main.tf", "t.yaml", "Dockerfile"}
	f.Fuzz(func(t *testing.T, kind int, text string) {
		if kind < 0 || kind >= len(files) {
			return
		}
		s := readSheet(files[kind], []byte(text))
		if s == nil {
			return
		}
		lines := strings.Count(text, "\n") + 1
		for _, d := range s.directives {
			if d.to != 0 && (d.from < 1 || d.to < d.from || d.from > lines) {
				t.Errorf("%s covers %d to %d of %d lines", spell(d), d.from, d.to, lines)
			}
			if len(d.names) == 0 {
				t.Errorf("a directive names nothing: %s", d.form)
			}
		}
	})
}
