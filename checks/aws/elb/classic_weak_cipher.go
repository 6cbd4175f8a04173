package elb

import (
	"slices"
	"strings"

	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

var ClassicWeakCipher = &checks.Check{
	Title:    "Classic load balancer accepts a weak cipher",
	Severity: checks.Medium,
	Why:      "What is sent can be read after all by whoever records it, some ciphers at once.",
	Fix: checks.Fix{
		Terraform:      `Give the policy the attribute "Reference-Security-Policy" with the value "ELBSecurityPolicy-TLS-1-2-2017-01", or take the cipher out.`,
		CloudFormation: `Give the policy the attribute "Reference-Security-Policy" with the value "ELBSecurityPolicy-TLS-1-2-2017-01", or take the cipher out.`,
		Live:           `Run "aws elb create-load-balancer-policy" for such a policy, and set-load-balancer-policies-of-listener.`,
	},
	Aliases: checks.Aliases{
		KICS: "4a800e14-c94a-442d-9067-5a2e9f6c0a4c 809f77f8-d10e-4842-a84f-3be7b6ff1190",
	},
	References: []string{"https://docs.aws.amazon.com/elasticloadbalancing/latest/classic/elb-ssl-security-policy.html"},
	Since:      "0.1",
	Rule:       checks.Func{On: "aws_load_balancer_policy", Do: weakCiphers},
}

// weak are words in the names of ciphers that are broken, too short, or prove
// nothing: in OpenSSL's spelling, which this service uses, or the registry's.
var weak = [...]string{"RC4", "RC2", "ARCFOUR", "DES", "EXP", "NULL", "MD5", "ADH", "AECDH", "anon", "IDEA", "SEED", "KRB5", "PSK"}

func weakCiphers(p *checks.Pass, r *model.Resource) {
	for v := range checks.Within(r, "policy_attribute", "value") {
		name := v.Element.At("name")
		p.Forbid(min(v.There, v.IsTrue(), name.Satisfies(isWeak)), v.Reported(), "%v is %v", name, v.Value)
	}
}

func isWeak(name string) bool {
	if strings.HasPrefix(name, "Protocol-") || name == "Server-Defined-Cipher-Order" {
		return false
	}
	return slices.ContainsFunc(weak[:], func(word string) bool { return strings.Contains(name, word) })
}
