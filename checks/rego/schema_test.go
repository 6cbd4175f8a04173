package rego

import (
	"context"
	"os"
	"testing"
	"testing/fstest"

	"github.com/xeipuuv/gojsonschema"

	"github.com/lintel-iac/lintel/model/graft"
	"github.com/lintel-iac/lintel/parser/terraform"
)

const infrastructure = `
provider "aws" {
  region = "eu-west-1"
}

variable "cidr" {}

module "far" {
  source  = "example.com/acme/far/aws"
  version = "~> 1.0"
}

resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_security_group" "web" {
  vpc_id = aws_vpc.main.id
  ingress {
    from_port   = 443
    to_port     = 443
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0", var.cidr]
  }
  egress {
    from_port   = 0
    to_port     = 0
    protocol    = "-1"
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_s3_bucket" "data" {
  bucket = "data"
}

resource "aws_s3_bucket_policy" "data" {
  bucket = aws_s3_bucket.data.id
  policy = jsonencode({ Statement = [{ Sid = "all", Effect = "Allow", Action = "s3:*", Resource = "*", Principal = "*" }] })
}
`

// What policies are shown is what the schema says.
func TestSchemaDescribesTheInput(t *testing.T) {
	text, err := os.ReadFile("schema/input.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	schema, err := gojsonschema.NewSchema(gojsonschema.NewBytesLoader(text))
	if err != nil {
		t.Fatal(err)
	}
	scope, _, err := terraform.New(fstest.MapFS{"main.tf": {Data: []byte(infrastructure)}}).Parse(context.Background(), ".", terraform.Inputs{})
	if err != nil {
		t.Fatal(err)
	}
	graft.Fold(scope)
	p := &Policy{members: resourceMembers, documents: []string{"policy.policy", "policy"}, scopeTypes: []string{anyType}, scopeMembers: resourceMembers}
	met := 0
	for _, r := range scope.Resources {
		met++
		c := &consultation{Policy: p, resource: r, cabinet: new(desk).cabinetOf(scope)}
		input, _ := c.input(nil)
		result, err := schema.Validate(gojsonschema.NewStringLoader(input.String()))
		if err != nil {
			t.Fatalf("%s: %v\n%s", r.Address, err, input)
		}
		for _, fault := range result.Errors() {
			t.Errorf("%s: %s", r.Address, fault)
		}
	}
	if met != 7 {
		t.Errorf("%d resources were shown", met)
	}
}
