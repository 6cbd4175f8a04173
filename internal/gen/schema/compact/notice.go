package compact

import (
	"bytes"
	"fmt"
)

const noticeHead = `# Where the provider schemas are from

The files in this folder say which resource types, data sources, attributes and blocks Terraform's providers have, with
their types and flags, and which properties CloudFormation's types have. They are taken from the published packages
below and hold names, types and flags only: none of the code and none of the prose of those packages or of the
providers.

| file | provider | taken from |
| --- | --- | --- |
`

const noticeTail = `
The packages for Terraform's providers are under the Mozilla Public License 2.0 (MPL-2.0,
https://mozilla.org/MPL/2.0/). Their LICENSE files say "Copyright (c) 2026 HashiCorp, Inc." (aws, azurerm) and
"Copyright (c) 2025 HashiCorp, Inc." (google); the generated aws and azurerm sources say "Copyright IBM Corp. 2021, 2026".

@aws-cdk/aws-service-spec is under the Apache License 2.0 (Apache-2.0, https://www.apache.org/licenses/LICENSE-2.0).

The package for aws leaves out the inside of rule.statement of aws_wafv2_web_acl and aws_wafv2_rule_group; it is filled
in from the statement of aws_wafv2_web_acl_rule.

builtin.txt is written by hand from the public documentation of Terraform and of the providers hashicorp/archive,
cloudinit, external, http, local, null, random, template, time and tls, themselves under MPL-2.0. It, too, holds names,
types and flags only.
`

func notice(sources []*source) []byte {
	var out bytes.Buffer
	out.WriteString(noticeHead)
	for _, s := range sources {
		fmt.Fprintf(&out, "| %s.txt | hashicorp/%s %s | npm package %s |\n", s.Provider, s.Provider, s.Version, s.Package)
	}
	fmt.Fprintf(&out, "| cloudformation.txt | CloudFormation | npm package %s |\n", cloudFormationPackage)
	out.WriteString(noticeTail)
	return out.Bytes()
}
