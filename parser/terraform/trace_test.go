package terraform_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/parser/terraform"
)

func TestTrace(t *testing.T) {
	fsys := fstest.MapFS{
		"main.tf": {Data: []byte(`
variable "cidr" { default = "0.0.0.0/0" }
variable "open" { default = true }
variable "given" {}
locals { ranges = [var.cidr] }
module "net" {
  source   = "./net"
  for_each = { a = local.ranges }
  cidrs    = each.value
}
resource "aws_security_group" "written" {
  description = "here"
}
resource "aws_security_group" "chosen" {
  description = var.open ? local.ranges[0] : "no"
}
resource "aws_security_group" "built" {
  description = "from ${var.given}"
}
resource "aws_security_group" "both" {
  description = "${var.cidr} ${var.given}"
}
resource "aws_security_group" "handed" {
  description = module.net["a"].name
}
`)},
		"terraform.tfvars": {Data: []byte("given = \"x\"\n")},
		"net/main.tf": {Data: []byte(`
variable "cidrs" {}
output "name" { value = aws_security_group.this.description }
resource "aws_security_group" "this" {
  description = "net"
  dynamic "ingress" {
    for_each = toset(var.cidrs)
    content {
      cidr_blocks = [ingress.value]
    }
  }
}
`)},
	}
	scope, diags, err := terraform.New(fsys).Parse(context.Background(), ".", terraform.Inputs{})
	if err != nil || diags.HasErrors() {
		t.Fatal(err, diags)
	}
	for _, tt := range []struct {
		address, path string
		want          []string
	}{
		{"aws_security_group.written", "description", nil},
		{"aws_security_group.chosen", "description", []string{"local.ranges main.tf:5", "default of var.cidr main.tf:2"}},
		{"aws_security_group.built", "description", []string{"var.given terraform.tfvars:1"}},
		{"aws_security_group.both", "description", nil},
		{"aws_security_group.handed", "description", []string{"output name of module.net net/main.tf:3", `module.net["a"].aws_security_group.this.description net/main.tf:5`}},
		{`module.net["a"].aws_security_group.this`, "ingress.cidr_blocks", []string{
			"for_each net/main.tf:7", "argument cidrs of module.net main.tf:9", "for_each main.tf:8", "local.ranges main.tf:5", "default of var.cidr main.tf:2",
		}},
	} {
		r := scope.Resource(tt.address)
		if r == nil {
			t.Fatalf("no resource %s", tt.address)
		}
		for v := range r.Each(tt.path) {
			if got := hops(scope.Tracer.Trace(v)); !slices.Equal(got, tt.want) {
				t.Errorf("%s %s came through\n%s\nwant\n%s", tt.address, tt.path, strings.Join(got, "\n"), strings.Join(tt.want, "\n"))
			}
		}
	}
}

func hops(chain []model.Hop) []string {
	var out []string
	for _, hop := range chain {
		out = append(out, fmt.Sprintf("%s %s", hop.Name, hop.Range))
	}
	return out
}
