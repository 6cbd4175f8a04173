package terraform_test

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/lintel-iac/lintel/parser/terraform"
)

// What a few lines can ask for has bounds, and a word is said where they are hit.
func TestLimits(t *testing.T) {
	tests := map[string]struct {
		files     map[string]string
		resources int
		want      string
	}{
		"instances of a block": {
			files:     map[string]string{"main.tf": `resource "aws_kms_key" "k" { count = 1e9 }`},
			resources: 20_000,
			want:      "1000000000 instances are more than the 20000 that are judged",
		},
		"instances of modules": {
			files: map[string]string{
				"main.tf": `
					module "outer" {
						source = "./outer"
						count  = 150
					}`,
				"outer/main.tf": `
					module "inner" {
						source = "./inner"
						count  = 150
					}`,
				"outer/inner/main.tf": `output "o" { value = 1 }`,
			},
			resources: 2, // the calls
			want:      `more than 20000 module instances; those of module "inner" are left out`,
		},
		"size of a text": {
			files: map[string]string{"main.tf": doubling("\"${local.v%[1]d}${local.v%[1]d}\"")},
			want:  "is larger than 64 MiB and counts as unknown",
		},
		"size of a list": {
			files: map[string]string{"main.tf": doubling("[local.v%[1]d, local.v%[1]d]")},
			want:  "is larger than 64 MiB and counts as unknown",
		},
		"steps of for expressions": {
			files: map[string]string{"main.tf": `
				output "x" { value = length([for a in range(1000) : [for b in range(1000) : [for c in range(1000) : 1]]]) }`},
			want: "the for expressions take more than 2000000 steps together",
		},
		"size of a file": {
			files: map[string]string{
				"main.tf": `resource "aws_kms_key" "k" {}`,
				"big.tf":  strings.Repeat("#", terraform.MaxFileSize+1),
			},
			resources: 1,
			want:      "cannot read the file: it is larger than 32 MiB",
		},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			fsys := make(fstest.MapFS)
			for file, src := range test.files {
				fsys[file] = &fstest.MapFile{Data: []byte(src)}
			}
			scope, diags, err := terraform.New(fsys).Parse(context.Background(), ".", terraform.Inputs{})
			if err != nil {
				t.Fatal(err)
			}
			if n := len(scope.Resources); n != test.resources {
				t.Errorf("%d resources, want %d", n, test.resources)
			}
			if len(diags) == 0 || !diags.HasErrors() || !strings.Contains(diags[0].Summary, test.want) {
				t.Errorf("got %v, want an error %q", diags, test.want)
			}
		})
	}
}

// doubling declares locals of which each holds the one before it twice.
func doubling(format string) string {
	var b strings.Builder
	b.WriteString("locals {\nv0 = \"sixteen letters.\"\n")
	for i := range 40 {
		fmt.Fprintf(&b, "v%d = %s\n", i+1, fmt.Sprintf(format, i))
	}
	b.WriteString("}\n")
	return b.String()
}
