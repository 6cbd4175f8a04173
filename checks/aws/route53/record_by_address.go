package route53

import (
	"net/netip"

	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

var RecordByAddress = &checks.Check{
	Title:    "Name points at a written address",
	Severity: checks.Low,
	Why:      "When the address is given up, whoever gets it next receives the visitors of the name.",
	Fix: checks.Fix{
		Terraform:      `Refer to the "aws_eip" or another resource that has the address.`,
		CloudFormation: `Refer to the "AWS::EC2::EIP" or another resource that has the address.`,
		Live:           "Check that the address is still yours.",
	},
	Aliases: checks.Aliases{
		Checkov: "CKV2_AWS_23",
		Prowler: "route53_dangling_ip_subdomain_takeover",
	},
	References: []string{"https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/protection-from-dangling-dns.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.Func{On: "aws_route53_record", Do: byAddress},
}

func byAddress(p *checks.Pass, r *model.Resource) {
	judged := max(r.At("type").Is("A"), r.At("type").Is("AAAA"))
	for record := range r.Each("records") {
		written := record.Satisfies(isPublicAddress)
		if record.State == model.Unknown {
			written = model.No // of another resource, or handed in
		}
		p.Forbid(min(judged, written), record, "nothing here has the address %v", record)
	}
}

func isPublicAddress(text string) bool {
	address, err := netip.ParseAddr(text)
	return err == nil && !address.IsPrivate() && !address.IsLoopback() && !address.IsLinkLocalUnicast()
}
