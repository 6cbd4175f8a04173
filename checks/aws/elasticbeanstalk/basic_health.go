// Package elasticbeanstalk holds the checks of Elastic Beanstalk.
package elasticbeanstalk

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

var BasicHealth = &checks.Check{
	Title:    "Elastic Beanstalk environment reports its health by the load balancer only",
	Severity: checks.Low,
	Why:      "That its instances fail, or are overloaded, is seen when visitors get errors.",
	Fix: checks.Fix{
		Terraform:      `Add a "setting" SystemType = "enhanced" in the namespace "aws:elasticbeanstalk:healthreporting:system".`,
		CloudFormation: `Add an option setting SystemType with the value enhanced in the namespace "aws:elasticbeanstalk:healthreporting:system".`,
		Live:           "Choose enhanced monitoring in the configuration of the environment.",
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_312",
		Prowler: "elasticbeanstalk_environment_enhanced_health_reporting",
	},
	References: []string{"https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/health-enhanced.html"},
	Since:      "0.1",
	Rule:       checks.Func{On: "aws_elastic_beanstalk_environment", Do: basicHealth},
}

func basicHealth(p *checks.Pass, r *model.Resource) {
	kind := setting(r, "aws:elasticbeanstalk:healthreporting:system", "SystemType")
	streams := setting(r, "aws:elasticbeanstalk:cloudwatch:logs:health", "HealthStreamingEnabled")
	enhanced := max(kind.IsFold("enhanced"), streams.IsTrue())
	p.Require(enhanced, kind, "health reporting is not enhanced")
}

// setting is the value that an environment gives to an option.
func setting(r *model.Resource, namespace, name string) model.Value {
	for v := range checks.Within(r, "setting", "value") {
		named := min(v.Element.At("namespace").Is(namespace), v.Element.At("name").Is(name))
		if named == model.Yes {
			return v.Reported()
		}
		if named == model.Maybe {
			return model.Undecided("an option has a name that is not known", v.Origin)
		}
	}
	return r.At("setting")
}
